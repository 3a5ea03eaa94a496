/** Faults of security groups: the rule that should admit somebody does not, or the group does not stand where it should. */
import { permission } from '../draft/security-group';
import { NETWORK_LOGS, TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { Fault, Site } from '../fault';
import { ends, type IntentPath } from '../intent-path';
import { lookalikesOf, OTHER_PORTS } from '../lookalike';
import { groupsOf, revoked, rowsOf, serves, written } from './at-groups';
import { byCalls } from './by-calls';
import { inPlace } from './row-in-place';

const TASKS = [VPC_FAULTS, NETWORK_LOGS, TROUBLESHOOTING];

/** F028: the row is there, and is for another port; rows for others stay as they are. */
export const sgInMissing: Fault = {
  id: 'sg-in-missing',
  layer: 'security-group',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'No inbound rule of the security group admits the port that is asked for.',
  sites: (path) =>
    groupsOf(path, 'ingress').flatMap(({ groupId }) =>
      inPlace(path, groupId, (row) =>
        OTHER_PORTS.filter((port) => port !== path.intent.port).map((port) => ({
          ...row,
          IpProtocol: 'tcp',
          FromPort: port,
          ToPort: port,
        })),
      ),
    ),
};

/** F029 */
export const sgWrongSource: Fault = {
  id: 'sg-wrong-source',
  layer: 'security-group',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The inbound rule names a range that the client is not in.',
  sites: (path) =>
    groupsOf(path, 'ingress').flatMap(({ groupId, rule }): readonly Site[] => {
      if (rule.peer.kind !== 'cidr' || rule.peer.cidr.length < 16) return [];
      return inPlace(path, groupId, (row) =>
        lookalikesOf(row.IpRanges?.[0]?.CidrIp ?? '::/0').map((range) =>
          permission(path.intent.protocol, path.intent.port, range),
        ),
      );
    }),
};

/** F030 */
export const sgEgressMissing: Fault = {
  id: 'sg-egress-missing',
  layer: 'security-group',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'No outbound rule lets the request out of its own interface.',
  sites: (path) =>
    groupsOf(path, 'egress').flatMap(({ groupId, rows }): readonly Site[] => {
      const open = rows.some((row) => row.IpProtocol === '-1');
      if (!open) return revoked(path, groupId, 'egress');
      const other = path.intent.port === 443 ? 8443 : 443;
      return [written(path, groupId, 'egress', [permission('tcp', other, '0.0.0.0/0')])];
    }),
};

/** F034 */
export const sgWrongAttached: Fault = {
  id: 'sg-wrong-attached',
  layer: 'security-group',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The right rules stand in a group that is not on the interface.',
  sites(path) {
    const { server } = ends(path);
    const own = server?.securityGroups.map(({ id }) => id) ?? [];
    const other = path.design.world.Snapshot.SecurityGroups?.find(
      ({ GroupId, VpcId, IpPermissions = [] }) =>
        VpcId === server?.subnet.vpc.id &&
        !own.includes(GroupId) &&
        !IpPermissions.some((row) => serves(path, row)),
    );
    // The groups of an interface that belongs to a service are that service's to change.
    if (!server || server.requesterManaged || !other) return [];
    const withGroups = (Groups: readonly string[]) =>
      ({
        Service: 'ec2',
        Action: 'ModifyNetworkInterfaceAttribute',
        NetworkInterfaceId: server.id,
        Groups,
      }) as const;
    return byCalls(path.design.world, [withGroups([other.GroupId])], {
      at: server.id,
      repair: () => [withGroups(own)],
    });
  },
};

/** F035 */
export const sgSelfRef: Fault = {
  id: 'sg-self-ref',
  layer: 'security-group',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'Members of one group no longer admit each other: its rule about itself is gone.',
  sites: (path) => selfRules(path).flatMap((groupId) => revoked(path, groupId, 'ingress')),
};

function selfRules(path: IntentPath): readonly string[] {
  return groupsOf(path, 'ingress').flatMap(({ groupId, rule: { peer } }) =>
    peer.kind === 'security-group' && peer.id === groupId ? [groupId] : [],
  );
}

/** F036 */
export const sgEgressPinned: Fault = {
  id: 'sg-egress-pinned',
  layer: 'security-group',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The outbound rule names addresses that a service had once, where its prefix list belongs.',
  sites: (path) =>
    groupsOf(path, 'egress').flatMap(({ groupId, rule }): readonly Site[] => {
      if (rule.peer.kind !== 'prefix-list') return [];
      const pinned = rowsOf(path, groupId, 'egress').map((row) =>
        row.PrefixListIds?.length ? permission('tcp', path.intent.port, '192.0.2.240/28') : row,
      );
      return [written(path, groupId, 'egress', pinned)];
    }),
};

/** F038 */
export const ipv6Sg: Fault = {
  id: 'ipv6-sg',
  layer: 'security-group',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The security group thinks of IPv4 alone, and has no rule for IPv6.',
  sites: (path) =>
    path.intent.to.includes(':')
      ? (['ingress', 'egress'] as const).flatMap((direction) =>
          groupsOf(path, direction).map(({ groupId, rows }) =>
            written(
              path,
              groupId,
              direction,
              rows.filter(({ Ipv6Ranges }) => !Ipv6Ranges?.length),
            ),
          ),
        )
      : [],
};

export const SECURITY_GROUP_FAULTS: readonly Fault[] = [
  sgInMissing,
  sgWrongSource,
  sgEgressMissing,
  sgWrongAttached,
  sgSelfRef,
  sgEgressPinned,
  ipv6Sg,
];
