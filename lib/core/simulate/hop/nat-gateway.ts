/** Behind a NAT gateway's interface: what starts inside is translated, what answers is restored, the rest is dropped. */
import { invariant } from '../../assert';
import type { Packet } from '../../net/packet';
import { NAT_TRANSLATES, NAT_UNSOLICITED } from '../../rules/nat-gateway';
import type { NatGateway } from '../../vpc/nat-gateway';
import { type Ending, end, type Motion, note, type Walk } from '../motion';
import { cross, passesNetworkAcl } from './network-interface';

export function enterNatGateway(walk: Walk, gateway: NatGateway, packet: Packet): Motion | Ending {
  const { networkInterface } = gateway;
  const [privateAddress] = gateway.addresses;
  invariant(
    networkInterface && privateAddress !== undefined,
    `${gateway.id} carries traffic only through its interface`,
  );
  cross(walk, networkInterface, 'ingress', packet, 'ACCEPT');
  if (packet.destination === privateAddress) {
    const answer = walk.natSessions.restore(gateway.id, packet);
    note(walk, gateway.id, {
      kind: 'nat-gateway',
      allowed: answer !== undefined,
      rule: answer ? NAT_TRANSLATES : NAT_UNSOLICITED,
      packet,
      ...(answer && { translated: answer }),
    });
    return answer ? leaveNatGateway(walk, gateway, answer) : end('no-session');
  }
  const translated = walk.natSessions.translate(gateway.id, privateAddress, packet);
  note(walk, gateway.id, { kind: 'nat-gateway', allowed: true, rule: NAT_TRANSLATES, packet, translated });
  return leaveNatGateway(walk, gateway, translated);
}

/** A NAT gateway has no security group; the network ACL of its subnet judges what it sends. */
function leaveNatGateway(walk: Walk, { networkInterface }: NatGateway, packet: Packet): Motion | Ending {
  invariant(networkInterface, 'checked above');
  const { subnet } = networkInterface;
  const owner = walk.network.privateAddresses.get(subnet.vpc.id)?.get(packet.destination);
  if (owner?.subnet.id === subnet.id) {
    cross(walk, networkInterface, 'egress', packet, 'ACCEPT', { trafficPath: 1 });
    return { to: 'interface-in', networkInterface: owner, packet, crossesBorder: false };
  }
  if (!passesNetworkAcl(walk, networkInterface, 'egress', packet)) {
    cross(walk, networkInterface, 'egress', packet, 'REJECT');
    return end('denied-out');
  }
  cross(walk, networkInterface, 'egress', packet, 'ACCEPT');
  return { to: 'router', subnet, packet };
}
