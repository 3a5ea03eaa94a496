/** At a peering connection: one hop into the other VPC, or none. */
import { answerKey, type Packet } from '../../net/packet';
import { SG_REFERENCE_LOST } from '../../rules/group-members';
import { PCX_NOT_ACTIVE } from '../../rules/vpc-peering-connection';
import { type Ending, end, type Motion, note, type Place, type Walk } from '../motion';

export function routeToPeering(walk: Walk, id: string, { vpc }: Place, packet: Packet): Motion | Ending {
  const pcx = walk.network.vpcPeeringConnections.get(id);
  const decision = pcx
    ? walk.laws.crossPeering(pcx, vpc, packet)
    : { allowed: false as const, rule: PCX_NOT_ACTIVE };
  const { allowed, rule } = decision;
  note(walk, id, { kind: 'vpc-peering-connection', allowed, rule, packet });
  if (!decision.allowed) return end('gateway-refused');
  const sender = walk.leftBy?.networkInterface.id;
  if (sender !== undefined && walk.natGateways.has(sender))
    walk.memory.returnsToSender.set(answerKey(packet), sender);
  if (pcx?.isInterRegion) {
    walk.identityLost = SG_REFERENCE_LOST;
    walk.leftBy = undefined;
  }
  return decision.far ? { to: 'vpc', vpc: decision.far, packet, from: undefined } : end('exited');
}
