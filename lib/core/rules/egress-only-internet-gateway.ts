/**
 * Egress-only internet gateways: IPv6 that starts inside, and its answers.
 * https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
 */
import { isIpv4 } from '../net/address';
import type { Packet } from '../net/packet';
import type { EgressOnlyInternetGateway } from '../vpc/internet-gateway';
import type { Vpc } from '../vpc/vpc';
import type { Rule } from './rule';

const PAGE = 'https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html';

export const EIGW_CARRIES: Rule = {
  id: 'eigw.carries',
  says: 'An egress-only internet gateway carries IPv6 connections that start in the VPC, and their answers.',
  standing: 'documented',
  source: PAGE,
};

export const EIGW_NOT_ATTACHED: Rule = {
  id: 'eigw.not-attached',
  says: 'An egress-only internet gateway that is not attached to the VPC carries nothing.',
  standing: 'documented',
  source: PAGE,
};

export const EIGW_IPV6_ONLY: Rule = {
  id: 'eigw.family',
  says: 'An egress-only internet gateway is for IPv6 and nothing else.',
  standing: 'documented',
  source: PAGE,
};

export const EIGW_UNSOLICITED: Rule = {
  id: 'eigw.unsolicited',
  says: 'An egress-only internet gateway lets no connection start from outside.',
  standing: 'documented',
  source: PAGE,
};

/** What speaks against carrying the packet out of the VPC; `undefined` when nothing does. */
export function egressOnlyRefusal(
  gateway: EgressOnlyInternetGateway | undefined,
  vpc: Vpc,
  packet: Packet,
): Rule | undefined {
  if (gateway?.vpcId !== vpc.id) return EIGW_NOT_ATTACHED;
  return isIpv4(packet.destination) ? EIGW_IPV6_ONLY : undefined;
}
