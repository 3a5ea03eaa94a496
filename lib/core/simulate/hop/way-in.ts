/**
 * Which gateway brought a request into a VPC. AWS forgets it and routes the answer like any packet; only a wrong belief
 * sends it back the same way.
 */
import { hostCidr } from '../../net/cidr';
import { answerKey, flowKey, type Packet } from '../../net/packet';
import type { RouteTarget } from '../../vpc/route-table';
import type { Motion, Place, Walk } from '../motion';

export function rememberWayIn({ laws, memory }: Walk, gateway: RouteTarget, packet: Packet): void {
  if (laws.answersNeedRoute()) return;
  const isAnswer = memory.waysIn.has(flowKey(packet));
  if (!isAnswer) memory.waysIn.set(answerKey(packet), gateway);
}

/** Back by the gateway of the request, if this is an answer to one. */
export function wayBack({ memory }: Walk, place: Place, packet: Packet): Motion | undefined {
  const target = memory.waysIn.size === 0 ? undefined : memory.waysIn.get(flowKey(packet));
  if (!target) return undefined;
  const destination = hostCidr(packet.destination);
  return {
    to: 'target',
    route: { destination, target, state: 'active', origin: 'CreateRoute' },
    place,
    packet,
  };
}
