/** What somebody who holds a belief would mend in a broken world: whatever stops the packet by their laws. */
import { formatAddress } from '../net/address';
import { applyChanges } from '../simulate/change';
import { works } from '../simulate/outcome';
import type { Decided } from '../simulate/probe';
import type { Change } from '../simulate/world';
import type { WrongLaw } from './belief';
import { EPHEMERAL } from './draft/network-acl';
import type { FaultCase } from './fault-case';
import { followTable, putRoute, ROUTE_KINDS, routesTo } from './faults/at-routes';
import { admitInAcl, admitInGroup } from './faults/repair';
import type { Intent } from './intent';
import { asked, ends, type IntentPath, met, routes } from './intent-path';
import type { Layer } from './layer';
import { tryWorld } from './open-world';

/** undefined: the believer finds nothing that they know how to mend. Not proven yet: it may even mend. */
export function repairOfBelief(one: FaultCase, belief: WrongLaw): readonly Change[] | undefined {
  const world = tryWorld(one.broken);
  if (!world) return undefined;
  const intent = dialledIn(one);
  const believed = asked(world, intent, belief.laws);
  const changes = works(believed.connection)
    ? openHost(one.path)
    : believed.decidedBy &&
      repairAtStep(one, believed.decidedBy, belief.id === 'replies-use-the-service-port');
  if (!changes || changes.length === 0) return undefined;
  // It is their answer only if by their own laws it helps.
  const applied = applyChanges(one.broken, changes);
  if ('error' in applied) return undefined;
  const after = tryWorld(applied.world);
  return after && works(asked(after, intent, belief.laws).connection) ? changes : undefined;
}

/** Who connects, and what they dial while it is broken. */
export function dialledIn({ path: { intent }, site }: FaultCase): Intent {
  const { attempt } = site;
  return { ...intent, from: attempt?.From ?? intent.from, to: attempt?.To ?? intent.to };
}

/**
 * Exactly the packet that this step stopped is asked to pass, by the component that stopped it; undefined: it cannot be mended there.
 * `toServicePort`: whoever mends takes answers for going to the service's port.
 */
export function repairAtStep(
  { path, broken }: Pick<FaultCase, 'path' | 'broken'>,
  { leg, component, step }: Decided,
  toServicePort = false,
): readonly Change[] | undefined {
  const { intent } = path;
  switch (step.kind) {
    case 'security-group': {
      const seen = { protocol: intent.protocol, port: intent.port, peer: peerOf(step) };
      const admitted = admitInGroup(component, step.direction, seen);
      return leg === 'forward' ? admitted : admitted.map(toClientPorts);
    }
    case 'network-acl': {
      const seen = { protocol: intent.protocol, port: intent.port, peer: peerOf(step) };
      const egress = step.direction === 'egress';
      return admitInAcl(broken, component, [{ leg: toServicePort ? 'forward' : leg, egress, seen }]);
    }
    case 'route-table': {
      const route = (['forward', 'return'] as const)
        .flatMap((way) => ROUTE_KINDS.flatMap((kind) => routesTo(path, way, kind)))
        .find(({ tableId }) => tableId === component);
      return route && [putRoute(broken, route.tableId, route.destination, route.target)];
    }
    case 'host':
      return openHost(path);
    default:
      return undefined;
  }
}

/** Answers go to whatever port the client chose. */
function toClientPorts(change: Change): Change {
  if (change.Action !== 'AuthorizeSecurityGroupIngress' && change.Action !== 'AuthorizeSecurityGroupEgress')
    return change;
  const [FromPort, ToPort] = EPHEMERAL;
  const IpPermissions = change.IpPermissions.map((row) =>
    row.IpProtocol === 'icmp' ? row : { ...row, FromPort, ToPort },
  );
  return { ...change, IpPermissions };
}

function peerOf({ direction, packet }: Extract<Decided['step'], { kind: 'security-group' | 'network-acl' }>) {
  return formatAddress(direction === 'ingress' ? packet.source : packet.destination);
}

/** Whoever finds the network in order looks at the host. */
export function openHost({ intent, design }: IntentPath): readonly Change[] | undefined {
  const host = design.world.Hosts?.find(({ Name }) => Name === intent.server);
  if (!host?.Listeners?.some(({ Port }) => Port === intent.port)) return undefined;
  const at = { Service: 'host', Host: host.Name, Protocol: intent.protocol, Port: intent.port } as const;
  return [
    { ...at, Action: 'StartListener' },
    { ...at, Action: 'AddFirewallRule', Direction: 'in', Do: 'accept' },
  ];
}

/** Exactly the intent admitted at one layer of the server's side, whatever is wrong elsewhere. */
export function repairOfLayer(one: FaultCase, layer: Layer): readonly Change[] | undefined {
  const { path, broken } = one;
  const { protocol, port } = path.intent;
  switch (layer) {
    case 'security-group': {
      const last = met(path, 'forward', 'security-group')
        .filter(({ step }) => step.direction === 'ingress')
        .at(-1);
      return last && admitInGroup(last.component, 'ingress', { protocol, port, peer: peerOf(last.step) });
    }
    case 'network-acl': {
      const last = met(path, 'forward', 'network-acl')
        .filter(({ step }) => step.direction === 'ingress')
        .at(-1);
      if (!last) return undefined;
      const seen = { protocol, port, peer: peerOf(last.step) };
      return admitInAcl(broken, last.component, [
        { leg: 'forward', egress: false, seen },
        { leg: 'return', egress: true, seen },
      ]);
    }
    case 'host':
      return openHost(path);
    case 'upstream': {
      const legs = ['forward', 'return'] as const;
      const written = legs.flatMap((leg) => ROUTE_KINDS.flatMap((kind) => routesTo(path, leg, kind)));
      const [first] = legs.flatMap((leg) => routes(path, leg));
      const route = written.find(({ tableId }) => tableId === first?.tableId) ?? written[0];
      if (route) return [putRoute(broken, route.tableId, route.destination, route.target)];
      return tableBeside(one);
    }
  }
}

/** Where no route leads further than the VPC, whoever blames routing can only have the subnet follow another table. */
function tableBeside({ path, broken }: FaultCase): readonly Change[] | undefined {
  const { subnet } = ends(path).server ?? {};
  const other = [...path.world.network.routeTables.values()].find(
    ({ id, vpcId }) => vpcId === subnet?.vpc.id && id !== subnet.routeTable.id,
  );
  return subnet && other && [followTable(broken, subnet.id, other.id)];
}
