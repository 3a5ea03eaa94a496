/** What each layer's repair would be in a scenario, and the world with it made: exactly the intent admitted, or the fault undone. */
import { invariant } from '../assert';
import { applyChanges } from '../simulate/change';
import type { Change, World } from '../simulate/world';
import type { Broken } from './broken';
import { admitSeen } from './faults/at-groups';
import { admitBothWays } from './faults/at-lists';
import { igwRouteMissing, pcxRouteMissing } from './faults/missing-route';
import { admitOnHost } from './faults/repair';
import type { Layer } from './layer';
import { withTraffic } from './ssh-design';

export interface Counterfactual {
  readonly changes: readonly Change[];
  readonly world: World;
  /** The address that is dialled in it; undefined where it is the one that the ticket dials. */
  readonly dialled: string | undefined;
}

export function counterfactual(broken: Broken, layer: Layer, world: World): Counterfactual {
  const { fault, site, design } = broken;
  const changes = changesOf(broken, layer, world);
  const repaired = applyChanges(world, changes);
  invariant(
    !('error' in repaired),
    `the ${layer} repair of ${fault.id} can be made: ${'error' in repaired ? repaired.error.Message : ''}`,
  );
  const own = layer === fault.layer ? site.attemptAfter?.(repaired.world).To : undefined;
  const asBefore = repaired.world.Traffic?.[0]?.To;
  return { changes, world: withTraffic(repaired.world, design, own ?? asBefore), dialled: own };
}

function changesOf({ path, design, fault, site }: Broken, layer: Layer, world: World): readonly Change[] {
  const { parts } = design;
  switch (layer) {
    case 'security-group':
      return admitSeen(path, parts.targetSecurityGroupId, 'ingress');
    case 'network-acl':
      return admitBothWays(path, world, parts.targetNetworkAclId);
    case 'host':
      return admitOnHost(path);
    case 'upstream': {
      if (fault.layer === 'upstream') return site.repair(world);
      // Where nothing upstream is broken, the repair that people would try: the route on the way there.
      const tried = design.family === 'peering' ? pcxRouteMissing : igwRouteMissing;
      return tried.sites(path).flatMap(({ repair }) => repair(world));
    }
  }
}
