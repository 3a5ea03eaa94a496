/** The two filters that every packet meets: the security groups of an interface, the network ACL of a subnet. */
import { type Packet, RST } from '../../net/packet';
import { TCP } from '../../net/protocol';
import { SG_ALWAYS_TRACKED } from '../../rules/connection-tracking';
import { SG_RELATED, SG_TRACKED } from '../../rules/security-group';
import type { Direction } from '../../vpc/match';
import type { NetworkInterface } from '../../vpc/network-interface';
import type { Subnet } from '../../vpc/subnet';
import type { Opening } from '../connections';
import { note, type Walk } from '../motion';

export function passesNetworkAcl(
  walk: Walk,
  { networkAcl }: Subnet,
  direction: Direction,
  packet: Packet,
): boolean {
  const { laws, memory } = walk;
  const remembers = laws.networkAclRemembers();
  if (remembers && memory.aclConnections.touch(networkAcl.id, direction, packet, walk.now, NEVER, TIMELESS))
    return true;
  const { allowed, decidedBy: by, rule } = laws.networkAcl(networkAcl, direction, packet);
  note(walk, networkAcl.id, { kind: 'network-acl', direction, allowed, by, rule, packet });
  if (allowed && remembers) memory.aclConnections.open(networkAcl.id, { packet, direction }, walk.now, true);
  return allowed;
}

const NEVER = (): number => Number.POSITIVE_INFINITY;
const TIMELESS = { tcpEstablished: NEVER(), udpStream: NEVER(), udp: NEVER() };

/** An interface without security groups (a NAT gateway's) has nothing that could refuse. */
export function passesSecurityGroups(
  walk: Walk,
  networkInterface: NetworkInterface,
  direction: Direction,
  packet: Packet,
): boolean {
  const { id, securityGroups } = networkInterface;
  const [first] = securityGroups;
  if (!first) return true;
  const kind = 'security-group';
  const remembered = recall(walk, networkInterface, direction, packet);
  if (remembered !== 'untracked' && remembered !== 'unknown') {
    const rule = PASSES_BY[remembered];
    const by = 'tracked-connection';
    note(walk, first.id, { kind, direction, allowed: true, by, rule, packet });
    return true;
  }
  const members = walk.identityLost && walk.laws.losesGroups() ? nobody : walk.members;
  const decision = walk.laws.securityGroups(securityGroups, direction, packet, members);
  const { allowed, decidedBy, rule } = decision;
  note(walk, (decision.group ?? first).id, { kind, direction, allowed, by: decidedBy, rule, packet });
  if (!decision.allowed) return false;
  // A reset ends something; it never begins it.
  const begins = remembered === 'unknown' && (packet.protocol !== TCP || (packet.tcpFlags & RST) === 0);
  if (begins) {
    const tracked = walk.laws.opensTrackedConnection(securityGroups, direction, packet, decision.decidedBy);
    walk.memory.connections.open(id, { packet, direction }, walk.now, tracked);
  }
  return true;
}

/** What asks no rules, and why. */
const PASSES_BY = { tracked: SG_TRACKED, always: SG_ALWAYS_TRACKED, related: SG_RELATED } as const;

/** The sender's groups are out of sight: no reference matches. */
const nobody = (): undefined => undefined;

function recall(
  walk: Walk,
  networkInterface: NetworkInterface,
  direction: Direction,
  packet: Packet,
): keyof typeof PASSES_BY | 'untracked' | 'unknown' {
  const { laws, memory, now } = walk;
  if (!laws.securityGroupsRemember()) return 'unknown';
  const { id, trackingTimeouts } = networkInterface;
  const { connections } = memory;
  const known = connections.touch(id, direction, packet, now, laws.idleTimeout, trackingTimeouts);
  if (known?.tracked && !mayGoOn(walk, networkInterface, known.opening)) {
    connections.forget(id, known.opening);
    return 'unknown';
  }
  if (known?.always) return 'always';
  if (known) return known.tracked ? 'tracked' : 'untracked';
  if (!packet.about) return 'unknown';
  // The packet that an error quotes went the other way.
  const other = direction === 'ingress' ? 'egress' : 'ingress';
  const quoted = connections.touch(id, other, packet.about, now, laws.idleTimeout, trackingTimeouts);
  return quoted?.tracked ? 'related' : 'unknown';
}

/** Only a wrong belief asks today's rules about a connection that began under yesterday's. */
function mayGoOn(walk: Walk, { securityGroups }: NetworkInterface, { direction, packet }: Opening): boolean {
  const { laws, members } = walk;
  return laws.outlivesItsRule() || laws.securityGroups(securityGroups, direction, packet, members).allowed;
}
