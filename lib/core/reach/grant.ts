/**
 * What a change of filters admits that they did not admit before, whatever rules say it: two rules for two halves of a block grant
 * what one for the whole block does. Told per set of security groups and per network ACL, as these meet packets.
 */
import type { HeaderValues } from '../net/packet-box';
import type { PacketSet } from '../net/packet-set';
import { PacketSpace } from '../net/packet-space';
import { TCP } from '../net/protocol';
import type { Direction } from '../vpc/match';
import type { Network } from '../vpc/network';
import type { NetworkAcl } from '../vpc/network-acl';
import type { SecurityGroup } from '../vpc/security-group';
import { type Ground, groundOf } from './ground';

/** Packets that somebody wants a filter to admit: the far end, the protocol, the port. */
export interface Need {
  /** A security group's or network ACL's id. */
  readonly at: string;
  readonly direction: Direction;
  readonly values: HeaderValues;
}

export interface FilterGrant {
  readonly kind: 'security-group' | 'network-acl';
  /** Security groups that stand on the same interface, or one network ACL. */
  readonly at: readonly string[];
  readonly direction: Direction;
  /** Admitted now and not before. The near end is not asked for: a filter stands at it. */
  readonly granted: PacketSet;
  /** What was wanted at this filter, and where nothing was, one port of one far end: a measure for what was granted. */
  readonly needed: PacketSet;
  /** Some of what was granted was wanted. */
  readonly isWanted: boolean;
}

const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

/** `designed`: what it admits is nothing new, whoever has taken it away. */
export function filterGrants(
  before: Network,
  after: Network,
  needs: readonly Need[],
  designed?: Network,
): readonly FilterGrant[] {
  const space = new PacketSpace();
  const was = groundOf(before, { space });
  const is = groundOf(after, { space });
  const meant = designed && groundOf(designed, { space });
  const grant = (kind: FilterGrant['kind'], at: readonly string[], direction: Direction, sets: Admitted) => {
    const more = sets.after.subtract(sets.before);
    const granted = sets.designed ? more.subtract(sets.designed) : more;
    if (granted.isEmpty) return [];
    const wanted = needs.filter((need) => at.includes(need.at) && need.direction === direction);
    const needed = space.union(wanted.map(({ values }) => space.box(values)));
    const isWanted = !needed.intersect(granted).isEmpty;
    return [{ kind, at, direction, granted, needed: needed.isEmpty ? onePort(space) : needed, isWanted }];
  };
  return DIRECTIONS.flatMap((direction): readonly FilterGrant[] => [
    ...groupPairs(before, after).flatMap(([id, groupsBefore, groupsAfter]) => {
      const own = designed?.networkInterfaces.get(id)?.securityGroups;
      return grant('security-group', idsOf(groupsAfter), direction, {
        before: admittedByGroups(was, groupsBefore, direction),
        after: admittedByGroups(is, groupsAfter, direction),
        designed: meant && own && admittedByGroups(meant, own, direction),
      });
    }),
    ...aclPairs(before, after).flatMap(([id, aclBefore, aclAfter]) => {
      const own = designed?.subnets.get(id)?.networkAcl;
      return grant('network-acl', [aclAfter.id], direction, {
        before: was.networkAcl(aclBefore, { direction, leg: 'forward' }).allowed,
        after: is.networkAcl(aclAfter, { direction, leg: 'forward' }).allowed,
        designed: meant && own && meant.networkAcl(own, { direction, leg: 'forward' }).allowed,
      });
    }),
  ]);
}

function onePort(space: PacketSpace): PacketSet {
  return space.box({ protocol: TCP, source: 0, destinationPort: 0 });
}

interface Admitted {
  readonly before: PacketSet;
  readonly after: PacketSet;
  readonly designed: PacketSet | undefined;
}

function admittedByGroups(ground: Ground, groups: readonly SecurityGroup[], direction: Direction): PacketSet {
  return ground.securityGroups(groups, { direction, leg: 'forward' }, 'in-sight').allowed;
}

/** The groups of each interface that stands in both networks, each combination once. */
function groupPairs(
  before: Network,
  after: Network,
): readonly (readonly [interfaceId: string, readonly SecurityGroup[], readonly SecurityGroup[]])[] {
  const pairs = new Map<string, readonly [string, readonly SecurityGroup[], readonly SecurityGroup[]]>();
  for (const { id, securityGroups } of after.networkInterfaces.values()) {
    const earlier = before.networkInterfaces.get(id)?.securityGroups;
    if (!earlier || securityGroups.length === 0) continue;
    pairs.set(`${idsOf(earlier)} ${idsOf(securityGroups)}`, [id, earlier, securityGroups]);
  }
  return [...pairs.values()];
}

/** The list of each subnet that stands in both networks, each pair once. */
function aclPairs(
  before: Network,
  after: Network,
): readonly (readonly [subnetId: string, NetworkAcl, NetworkAcl])[] {
  const pairs = new Map<string, readonly [string, NetworkAcl, NetworkAcl]>();
  for (const { id, networkAcl } of after.subnets.values()) {
    const earlier = before.subnets.get(id)?.networkAcl;
    if (earlier) pairs.set(`${earlier.id} ${networkAcl.id}`, [id, earlier, networkAcl]);
  }
  return [...pairs.values()];
}

function idsOf(groups: readonly SecurityGroup[]): readonly string[] {
  return groups.map(({ id }) => id).sort();
}
