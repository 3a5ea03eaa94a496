/** Faults of security groups: the rule that should admit somebody does not, or the group does not stand where it should. */
import { formatAddress } from '../../net/address';
import type { SecurityGroupRule } from '../../vpc/security-group';
import { type PermissionRow, permission } from '../draft/security-group';
import { edit } from '../edit';
import { ends, groupRules, type IntentPath, met } from '../intent-path';
import { admitInGroup, seenBy } from './repair';
import type { PathFault, Site } from './site';

type Direction = 'ingress' | 'egress';
const KEY = { ingress: 'IpPermissions', egress: 'IpPermissionsEgress' } as const;

/** One site for each group on the path whose rule let the request pass. */
function atGroups(
  path: IntentPath,
  direction: Direction,
  broken: (
    rows: readonly PermissionRow[],
    rule: SecurityGroupRule,
    site: string,
  ) => readonly PermissionRow[] | undefined,
): readonly Site[] {
  return groupRules(path, direction).flatMap(({ groupId, rule }): readonly Site[] => {
    const group = path.design.world.Snapshot.SecurityGroups?.find(({ GroupId }) => GroupId === groupId);
    const rows = group && broken(group[KEY[direction]] ?? [], rule, groupId);
    if (!rows) return [];
    return [
      {
        at: groupId,
        inject: () =>
          edit(path.design.world, 'SecurityGroups', (row) =>
            row.GroupId === groupId ? { ...row, [KEY[direction]]: [...rows] } : row,
          ),
        repair: () => admitInGroup(groupId, direction, seenBy(path, peerAt(path, groupId, direction))),
      },
    ];
  });
}

/** The far end as this group met it. */
function peerAt(path: IntentPath, groupId: string, direction: Direction): string {
  const step = met(path, 'forward', 'security-group').find(
    (one) => one.component === groupId && one.step.direction === direction,
  )?.step;
  const address = direction === 'ingress' ? step?.packet.source : step?.packet.destination;
  return address === undefined ? path.intent.to : formatAddress(address);
}

/** The rows by which the group admits the intent: without them it would not pass. */
function serves(path: IntentPath, row: PermissionRow): boolean {
  const all = row.IpProtocol === '-1';
  return (
    all ||
    (row.IpProtocol === path.intent.protocol &&
      (row.FromPort ?? 0) <= path.intent.port &&
      path.intent.port <= (row.ToPort ?? 65535))
  );
}

/** F028: no rule for the port that is asked for. */
export const sgInMissing: PathFault = {
  id: 'sg-in-missing',
  layer: 'security-group',
  sites: (path) => atGroups(path, 'ingress', (rows) => rows.filter((row) => !serves(path, row))),
};

/** F029: the rule names a range that the client is not in. */
export const sgWrongSource: PathFault = {
  id: 'sg-wrong-source',
  layer: 'security-group',
  sites: (path) =>
    atGroups(path, 'ingress', (rows, rule) => {
      if (rule.peer.kind !== 'cidr' || rule.peer.cidr.length < 16) return undefined;
      const elsewhere = formatAddress(rule.peer.cidr.base).includes(':')
        ? '2001:db8:dead::/48'
        : '192.0.2.128/28';
      return rows.map((row) => (serves(path, row) ? permission('tcp', path.intent.port, elsewhere) : row));
    }),
};

/** F030: nothing lets the request out. */
export const sgEgressMissing: PathFault = {
  id: 'sg-egress-missing',
  layer: 'security-group',
  sites: (path) =>
    atGroups(path, 'egress', (rows) =>
      rows.some((row) => row.IpProtocol === '-1')
        ? [permission('tcp', path.intent.port === 443 ? 8443 : 443, '0.0.0.0/0')]
        : rows.filter((row) => !serves(path, row)),
    ),
};

/** F034: the right rules stand in a group that this interface does not have. */
export const sgWrongAttached: PathFault = {
  id: 'sg-wrong-attached',
  layer: 'security-group',
  sites(path) {
    const { server } = ends(path);
    const { design } = path;
    const groupIds = server?.securityGroups.map(({ id }) => id) ?? [];
    const other = design.world.Snapshot.SecurityGroups?.find(
      ({ GroupId, VpcId, IpPermissions = [] }) =>
        VpcId === server?.subnet.vpc.id &&
        !groupIds.includes(GroupId) &&
        !IpPermissions.some((row) => serves(path, row)),
    );
    // The groups of an interface that belongs to a service are that service's to change.
    if (!server || server.requesterManaged || !other) return [];
    return [
      {
        at: server.id,
        inject: () =>
          edit(design.world, 'NetworkInterfaces', (row) =>
            row.NetworkInterfaceId === server.id ? { ...row, Groups: [{ GroupId: other.GroupId }] } : row,
          ),
        repair: () => [
          {
            Service: 'ec2',
            Action: 'ModifyNetworkInterfaceAttribute',
            NetworkInterfaceId: server.id,
            Groups: groupIds,
          },
        ],
      },
    ];
  },
};

/** F035: members of one group no longer admit each other. */
export const sgSelfRef: PathFault = {
  id: 'sg-self-ref',
  layer: 'security-group',
  sites: (path) =>
    atGroups(path, 'ingress', (rows, rule, groupId) =>
      rule.peer.kind === 'security-group' && rule.peer.id === groupId
        ? rows.filter(
            ({ UserIdGroupPairs = [] }) => !UserIdGroupPairs.some(({ GroupId }) => GroupId === groupId),
          )
        : undefined,
    ),
};

/** F036: egress pinned to addresses that a service had once, where its prefix list belongs. */
export const sgEgressPinned: PathFault = {
  id: 'sg-egress-pinned',
  layer: 'security-group',
  sites: (path) =>
    atGroups(path, 'egress', (rows, rule) =>
      rule.peer.kind === 'prefix-list'
        ? rows.map((row) =>
            row.PrefixListIds?.length ? permission('tcp', path.intent.port, '192.0.2.240/28') : row,
          )
        : undefined,
    ),
};

/** F038: only IPv4 was thought of. */
export const ipv6Sg: PathFault = {
  id: 'ipv6-sg',
  layer: 'security-group',
  sites: (path) =>
    (['ingress', 'egress'] as const).flatMap((direction) =>
      atGroups(path, direction, (rows) =>
        path.intent.to.includes(':') ? rows.filter(({ Ipv6Ranges }) => !Ipv6Ranges?.length) : undefined,
      ),
    ),
};

export const SECURITY_GROUP_FAULTS: readonly PathFault[] = [
  sgInMissing,
  sgWrongSource,
  sgEgressMissing,
  sgWrongAttached,
  sgSelfRef,
  sgEgressPinned,
  ipv6Sg,
];
