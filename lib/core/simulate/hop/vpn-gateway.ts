/** At a virtual private gateway, on the way to the premises. */
import type { Packet } from '../../net/packet';
import { VGW_CARRIES, VGW_UNKNOWN_PREFIX } from '../../rules/vpn-gateway';
import type { Vpc } from '../../vpc/vpc';
import { type Ending, end, type Motion, note, type Walk } from '../motion';
import { linkFrom } from '../way-to-premises';

export function routeToVpnGateway(walk: Walk, id: string, vpc: Vpc, packet: Packet): Motion | Ending {
  const step = { kind: 'vpn-gateway', direction: 'egress', packet } as const;
  const isAttached = walk.network.vpnGateways.get(id)?.vpcId === vpc.id;
  const link = linkFrom(walk.hosts.premises, id, packet.destination);
  const refusal = walk.laws.leaveByVpnGateway(isAttached, link !== undefined);
  if (refusal || !link) {
    note(walk, id, { ...step, allowed: false, rule: refusal ?? VGW_UNKNOWN_PREFIX });
    return end('gateway-refused');
  }
  note(walk, id, { ...step, allowed: true, rule: VGW_CARRIES });
  return { to: 'premises', link, packet };
}
