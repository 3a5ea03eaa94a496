/**
 * Which connections a security group remembers: all but TCP and UDP that are open to everybody both ways.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html
 */

import { isIpv4 } from '../net/address';
import type { Packet } from '../net/packet';
import { hasPorts, TCP, UDP } from '../net/protocol';
import type { Direction } from '../vpc/match';
import type { TrackingTimeouts } from '../vpc/network-interface';
import type { SecurityGroup, SecurityGroupRule } from '../vpc/security-group';
import type { Rule } from './rule';

const PAGE = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html';

export const SG_ALWAYS_TRACKED: Rule = {
  id: 'sg.always-tracked',
  says: 'Connections through a NAT gateway, an egress-only internet gateway or an interface endpoint are tracked whatever the rules say.',
  standing: 'documented',
  source: PAGE,
};

export const SG_UNTRACKED: Rule = {
  id: 'sg.untracked',
  says: 'A TCP or UDP flow that is open to everybody, with all ports open to everybody the other way, is not tracked: every packet is judged by the rules of the day.',
  standing: 'documented',
  source: PAGE,
};

export const SG_OUTLIVES_RULE: Rule = {
  id: 'sg.outlives-rule',
  says: 'A tracked connection goes on when the rule that let it begin is removed.',
  standing: 'documented',
  source: PAGE,
};

export const SG_IDLE: Rule = {
  id: 'sg.idle',
  says: 'A tracked connection is forgotten after a time without a packet: TCP after 350 seconds or five days, by instance type, UDP after 30 or 180 seconds, anything else after 600.',
  standing: 'documented',
  source: PAGE,
};

const OTHER_WAY = { ingress: 'egress', egress: 'ingress' } as const;

/** Whether a packet that `decidedBy` let through opens a tracked connection on an interface with these groups. */
export function opensTrackedConnection(
  groups: readonly SecurityGroup[],
  direction: Direction,
  packet: Packet,
  decidedBy: SecurityGroupRule,
): boolean {
  const isIpv4Packet = isIpv4(packet.source);
  if (!hasPorts(packet.protocol) || !isOpenToEverybody(decidedBy, isIpv4Packet)) return true;
  return !groups.some((group) =>
    group[OTHER_WAY[direction]].some(
      (rule) =>
        isOpenToEverybody(rule, isIpv4Packet) &&
        (rule.protocol === 'all' || (rule.protocol === packet.protocol && coversAllPorts(rule))),
    ),
  );
}

/** A rule for ::/0 opens nothing to IPv4, and one for 0.0.0.0/0 nothing to IPv6. */
function isOpenToEverybody({ peer }: SecurityGroupRule, isIpv4Packet: boolean): boolean {
  return peer.kind === 'cidr' && peer.cidr.length === 0 && isIpv4(peer.cidr.base) === isIpv4Packet;
}

function coversAllPorts({ ports }: SecurityGroupRule): boolean {
  return ports === 'all' || (ports.from === 0 && ports.to === 65535);
}

/** Whether a tracked connection goes on when the rule that let it begin is taken away. */
export function outlivesItsRule(): boolean {
  return true;
}

/** Seconds without a packet after which a tracked connection is forgotten. */
export function idleTimeout(
  protocol: number,
  packetsBothWays: boolean,
  { tcpEstablished, udpStream, udp }: TrackingTimeouts,
): number {
  if (protocol === TCP) return tcpEstablished;
  if (protocol === UDP) return packetsBothWays ? udpStream : udp;
  return 600;
}
