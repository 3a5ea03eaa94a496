/** Places in security groups: the groups whose rules let an intent pass, and what lets it pass again. */
import { formatAddress, parseAddress } from '../../net/address';
import { canonicalCidr, contains } from '../../net/cidr';
import type { Change } from '../../simulate/world';
import type { Direction } from '../../vpc/match';
import type { SecurityGroupRule } from '../../vpc/security-group';
import type { PermissionRow } from '../draft/security-group';
import { edit } from '../edit';
import type { Site } from '../fault';
import { ends, groupRules, type IntentPath, met } from '../intent-path';
import { byCalls } from './by-calls';
import { admitInGroup, seenBy } from './repair';

const KEY = { ingress: 'IpPermissions', egress: 'IpPermissionsEgress' } as const;

export function rowsOf(
  { design }: IntentPath,
  groupId: string,
  direction: Direction,
): readonly PermissionRow[] {
  const group = design.world.Snapshot.SecurityGroups?.find(({ GroupId }) => GroupId === groupId);
  return group?.[KEY[direction]] ?? [];
}

/** Whether a row admits what the intent asks for, whoever asks. */
export function serves({ intent }: IntentPath, row: PermissionRow): boolean {
  if (row.IpProtocol === '-1') return true;
  const [from, to] = [row.FromPort ?? 0, row.ToPort ?? 65535];
  return row.IpProtocol === intent.protocol && from <= intent.port && intent.port <= to;
}

/** The rows that admit the intent, and would admit it without the others. */
export function permissionsFor(path: IntentPath, groupId: string, direction: Direction) {
  return rowsOf(path, groupId, direction).filter((row) => admits(path, groupId, direction, row));
}

export function admits(path: IntentPath, groupId: string, direction: Direction, row: PermissionRow): boolean {
  if (!serves(path, row)) return false;
  const peer = parseAddress(peerAt(path, groupId, direction));
  const holds = (block: string): boolean => {
    const cidr = canonicalCidr(block);
    return cidr !== undefined && peer !== undefined && contains(cidr, peer);
  };
  const { client, server } = ends(path);
  const far = (direction === 'ingress' ? client : server)?.securityGroups ?? [];
  const { network } = path.world;
  return (
    (row.IpRanges ?? []).some(({ CidrIp }) => holds(CidrIp)) ||
    (row.Ipv6Ranges ?? []).some(({ CidrIpv6 }) => holds(CidrIpv6)) ||
    (row.UserIdGroupPairs ?? []).some(({ GroupId }) => far.some(({ id }) => id === GroupId)) ||
    (row.PrefixListIds ?? []).some(({ PrefixListId }) =>
      network.prefixLists.get(PrefixListId)?.cidrs.some((cidr) => peer !== undefined && contains(cidr, peer)),
    )
  );
}

/** Exactly the intent, as this group meets it. */
export function admitSeen(path: IntentPath, groupId: string, direction: Direction): readonly Change[] {
  return admitInGroup(groupId, direction, seenBy(path, peerAt(path, groupId, direction)));
}

/** The far end as this group met it: translation may have changed it on the way. */
function peerAt(path: IntentPath, groupId: string, direction: Direction): string {
  const step = met(path, 'forward', 'security-group').find(
    (one) => one.component === groupId && one.step.direction === direction,
  )?.step;
  const address = direction === 'ingress' ? step?.packet.source : step?.packet.destination;
  return address === undefined ? path.intent.to : formatAddress(address);
}

export interface AtGroup {
  readonly groupId: string;
  readonly rule: SecurityGroupRule;
  readonly rows: readonly PermissionRow[];
}

/** The groups of the client and of the server that let the request pass; those of a service's own interface are left out. */
export function groupsOf(path: IntentPath, direction: Direction): readonly AtGroup[] {
  const { client, server } = ends(path);
  const end = direction === 'egress' ? client : server;
  if (!end || isServices(end.interfaceType)) return [];
  const own = new Set(end.securityGroups.map(({ id }) => id));
  const seen = new Set<string>();
  return groupRules(path, direction).flatMap(({ groupId, rule }) => {
    if (!own.has(groupId) || seen.has(groupId)) return [];
    seen.add(groupId);
    return [{ groupId, rule, rows: rowsOf(path, groupId, direction) }];
  });
}

function isServices(interfaceType: string): boolean {
  return interfaceType !== 'interface' && interfaceType !== 'lambda';
}

/** What admits the intent is taken away by a call. */
export function revoked(path: IntentPath, groupId: string, direction: Direction): readonly Site[] {
  const Action = direction === 'ingress' ? 'RevokeSecurityGroupIngress' : 'RevokeSecurityGroupEgress';
  const IpPermissions = permissionsFor(path, groupId, direction);
  if (IpPermissions.length === 0) return [];
  return byCalls(path.design.world, [{ Service: 'ec2', Action, GroupId: groupId, IpPermissions }], {
    at: groupId,
    repair: () => admitSeen(path, groupId, direction),
  });
}

/** The rows were never right: no call is on record. */
export function written(
  path: IntentPath,
  groupId: string,
  direction: Direction,
  rows: readonly PermissionRow[],
): Site {
  return {
    at: groupId,
    inject: () =>
      edit(path.design.world, 'SecurityGroups', (row) =>
        row.GroupId === groupId ? { ...row, [KEY[direction]]: [...rows] } : row,
      ),
    repair: () => admitSeen(path, groupId, direction),
  };
}
