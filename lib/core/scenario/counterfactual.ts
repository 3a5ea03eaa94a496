/** What each layer's repair would be in a scenario: exactly the intent admitted, or the fault undone. */
import type { Change, World } from '../simulate/world';
import { admitInNetworkAcl, admitInSecurityGroup, admitOnHost } from './admit';
import type { Design } from './design';
import type { Fault } from './fault';
import { igwRouteMissing } from './faults/internet';
import { pcxRouteMissing } from './faults/peering';
import type { Layer } from './layer';

export function counterfactual(layer: Layer, world: World, design: Design, fault: Fault): readonly Change[] {
  const { parts } = design;
  switch (layer) {
    case 'security-group':
      return admitInSecurityGroup(parts);
    case 'network-acl':
      return admitInNetworkAcl(world, parts);
    case 'host':
      return admitOnHost(parts);
    case 'upstream':
      return upstreamFault(design, fault).repair(world, design);
  }
}

/** Where nothing upstream is broken, the repair that people would try: the route on the way there. */
function upstreamFault({ family }: Design, fault: Fault): Fault {
  if (fault.layer === 'upstream') return fault;
  return family === 'peering' ? pcxRouteMissing : igwRouteMissing;
}
