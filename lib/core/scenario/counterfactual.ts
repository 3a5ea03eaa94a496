/** What each layer's repair would be in a scenario, and the world with it made: exactly the intent admitted, or the fault undone. */
import { invariant } from '../assert';
import { applyChanges } from '../simulate/change';
import type { Change, World } from '../simulate/world';
import { admitInNetworkAcl, admitInSecurityGroup, admitOnHost } from './admit';
import type { Design } from './design';
import { dialling } from './edit';
import type { Layer } from './layer';
import type { Fault } from './ssh-fault';
import { igwRouteMissing } from './ssh-faults/internet';
import { pcxRouteMissing } from './ssh-faults/peering';

export interface Counterfactual {
  readonly changes: readonly Change[];
  readonly world: World;
  /** The address that is dialled in it; undefined where it is the one that the ticket dials. */
  readonly dialled: string | undefined;
}

export function counterfactual(layer: Layer, world: World, design: Design, fault: Fault): Counterfactual {
  const upstream = upstreamFault(design, fault);
  const changes = changesOf(layer, world, design, upstream);
  const repaired = applyChanges(world, changes);
  invariant(
    !('error' in repaired),
    `the ${layer} repair of ${fault.id} can be made: ${'error' in repaired ? repaired.error.Message : ''}`,
  );
  const dialled = layer === 'upstream' ? upstream.dialledAfter?.(repaired.world, design) : undefined;
  return { changes, world: dialled ? dialling(repaired.world, dialled) : repaired.world, dialled };
}

function changesOf(layer: Layer, world: World, design: Design, upstream: Fault): readonly Change[] {
  switch (layer) {
    case 'security-group':
      return admitInSecurityGroup(design.parts);
    case 'network-acl':
      return admitInNetworkAcl(world, design.parts);
    case 'host':
      return admitOnHost(design.parts);
    case 'upstream':
      return upstream.repair(world, design);
  }
}

/** Where nothing upstream is broken, the repair that people would try: the route on the way there. */
function upstreamFault({ family }: Design, fault: Fault): Fault {
  if (fault.layer === 'upstream') return fault;
  return family === 'peering' ? pcxRouteMissing : igwRouteMissing;
}
