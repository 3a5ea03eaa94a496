/** At a peering connection: one hop into the other VPC, or none. */
import { answerKey, type Packet } from '../../net/packet';
import { SG_REFERENCE_LOST } from '../../rules/group-members';
import { PCX_NOT_ACTIVE } from '../../rules/vpc-peering-connection';
import type { Vpc } from '../../vpc/vpc';
import { type Ending, end, type Motion, note, type Place, type Walk } from '../motion';
import { rememberWayIn } from './way-in';

export function routeToPeering(walk: Walk, id: string, { vpc }: Place, packet: Packet): Motion | Ending {
  const pcx = walk.network.vpcPeeringConnections.get(id);
  const decision = pcx
    ? walk.laws.crossPeering(pcx, vpc, packet)
    : { allowed: false as const, rule: PCX_NOT_ACTIVE };
  const { allowed, rule } = decision;
  note(walk, id, { kind: 'vpc-peering-connection', allowed, rule, packet });
  if (!decision.allowed) return end('gateway-refused');
  const sender = walk.leftBy?.networkInterface.id;
  if (sender !== undefined && walk.natGateways.has(sender)) {
    const waiting = { networkInterfaceId: sender, vpcPeeringConnectionId: id };
    walk.memory.returnsToSender.set(answerKey(packet), waiting);
  }
  if (pcx?.isInterRegion) {
    walk.identityLost = SG_REFERENCE_LOST;
    walk.leftBy = undefined;
  }
  const { far, onwards } = decision;
  if (!far) return end('exited');
  rememberWayIn(walk, { kind: 'vpc-peering-connection', id }, packet);
  return (onwards && throughVpc(walk, far, packet)) || { to: 'vpc', vpc: far, packet, from: undefined };
}

/** Where somebody believes that a peer passes traffic on: by whichever of its route tables knows the way, its main table first. */
function throughVpc({ network, laws }: Walk, vpc: Vpc, packet: Packet): Motion | undefined {
  const routeTable = [...network.routeTables.values()]
    .filter(({ vpcId }) => vpcId === vpc.id)
    .sort((a, b) => Number(b.main) - Number(a.main))
    .find((table) => laws.routeTable(table, packet.destination).outcome === 'forward');
  return routeTable && { to: 'router', place: { vpc, routeTable, subnet: undefined, zone: '' }, packet };
}
