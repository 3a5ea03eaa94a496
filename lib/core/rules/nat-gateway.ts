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

export const NAT_OWN_SUBNET: Rule = {
  id: 'nat.own-subnet',
  says: 'What a zonal NAT gateway sends is routed by the table of its own subnet: a public one needs a route to the internet gateway there.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
};

export const NAT_UNSOLICITED: Rule = {
  id: 'nat.unsolicited',
  says: 'A NAT gateway drops what belongs to no connection that started behind it, although its log says ACCEPT.',
  standing: 'documented',
  source: 'https://repost.aws/knowledge-center/vpc-analyze-inbound-traffic-nat-gateway',
};

export const NAT_PORTS = { from: 1024, to: 65535 };

/** Seconds without a packet after which a NAT gateway forgets a TCP connection. */
export const NAT_IDLE_TIMEOUT = 350;

export const NAT_IDLE: Rule = {
  id: 'nat.idle',
  says: 'A NAT gateway forgets a connection after 350 seconds without a packet, and answers the next one from inside with RST.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
};

/** Connections at a time from one address of a NAT gateway to one destination address, port and protocol. */
export const NAT_CONNECTIONS = 55_000;

export const NAT_PORT_ALLOCATION: Rule = {
  id: 'nat.port-allocation',
  says: 'A NAT gateway has 55,000 connections for each of its addresses to one destination address, port and protocol; the next one is not carried.',
  standing: 'documented',
  source: PAGE,
};

export const NAT_RETURN_TO_SENDER: Rule = {
  id: 'nat.return-to-sender',
  says: 'What a NAT gateway sends into a peered VPC is answered straight back to it, also without a route there.',
  standing: 'documented',
  source: PAGE,
};

export const NAT_REGIONAL_TRANSLATES: Rule = {
  id: 'nat.regional-translates',
  says: "A regional NAT gateway stands in no subnet: it puts one of its public addresses in the source's place and follows a route table of its own.",
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html',
};

export const NAT_INSTANCE_TRANSLATES: Rule = {
  id: 'nat.instance-translates',
  says: 'An instance that forwards and translates does what a NAT gateway does, if its source/destination check is off.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html',
};

export const NAT_INSTANCE_PORTS: Rule = {
  id: 'nat.instance-ports',
  says: 'A NAT instance has one port for each connection to one destination, and drops what finds none.',
  standing: 'derived',
  source: 'https://www.rfc-editor.org/rfc/rfc3022#section-2.2',
};

/** Its public address alone leads nowhere. */
export function needsRouteOfItsSubnet(): boolean {
  return true;
}

/** What speaks against carrying a packet that a route of `fromVpcId` sends; `undefined` when nothing does. */
export function natGatewayRefusal(
  gateway: NatGateway | undefined,
  fromVpcId: string,
  packet: Packet,
): Rule | undefined {
  if (!gateway) return NAT_STATE;
  if (gateway.vpcId !== fromVpcId) return NAT_SOURCE_IN_VPC;
  if (gateway.state !== 'available') return NAT_STATE;
  if (!isIpv4(packet.source) || ![TCP, UDP, ICMP].includes(packet.protocol)) return NAT_PROTOCOLS;
  return undefined;
}
