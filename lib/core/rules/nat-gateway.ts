/**
 * NAT gateways: many private addresses behind one, for connections that start inside.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */

import { isIpv4 } from '../net/address';
import type { Packet } from '../net/packet';
import { ICMP, TCP, UDP } from '../net/protocol';
import type { NatGateway } from '../vpc/nat-gateway';
import type { Rule } from './rule';

const PAGE = 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html';

export const NAT_TRANSLATES: Rule = {
  id: 'nat.translates',
  says: "A NAT gateway puts its own private address and a port of 1024-65535 in the source's place and keeps the destination.",
  standing: 'documented',
  source: PAGE,
};

export const NAT_STATE: Rule = {
  id: 'nat.state',
  says: 'A NAT gateway carries traffic only while its state is available.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
};

export const NAT_PROTOCOLS: Rule = {
  id: 'nat.protocols',
  says: 'A NAT gateway translates TCP, UDP and ICMP over IPv4, and nothing else.',
  standing: 'documented',
  source: PAGE,
};

export const NAT_SOURCE_IN_VPC: Rule = {
  id: 'nat.source-in-vpc',
  says: 'A NAT gateway serves packets that enter from its own VPC, not from a peered one.',
  standing: 'documented',
  source: PAGE,
};

export const NAT_UNSOLICITED: Rule = {
  id: 'nat.unsolicited',
  says: 'A NAT gateway drops what belongs to no connection that started behind it, although its log says ACCEPT.',
  standing: 'documented',
  source: 'https://repost.aws/knowledge-center/vpc-analyze-inbound-traffic-nat-gateway',
};

export const NAT_PORTS = { from: 1024, to: 65535 };

/** What speaks against carrying the packet; `undefined` when nothing does. */
export function natGatewayRefusal(gateway: NatGateway, packet: Packet): Rule | undefined {
  if (gateway.state !== 'available') return NAT_STATE;
  if (!isIpv4(packet.source) || ![TCP, UDP, ICMP].includes(packet.protocol)) return NAT_PROTOCOLS;
  return undefined;
}
