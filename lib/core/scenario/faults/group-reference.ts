/** Faults of references to security groups, which mean private addresses, in sight; and of sessions that outlive their rule. */
import type { Change } from '../../simulate/world';
import { tcpFrom } from '../draft/security-group';
import { edit } from '../edit';
import { INFRASTRUCTURE_SECURITY, NETWORK_LOGS, TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { Fault, Site } from '../fault';
import { ends, type IntentPath, met } from '../intent-path';
import { admitSeen, groupsOf, revoked, serves } from './at-groups';
import { byCalls } from './by-calls';
import { admitInGroup, seenBy } from './repair';

const TASKS = [VPC_FAULTS, NETWORK_LOGS, TROUBLESHOOTING];

/** The public address of an interface, as the document tells it. */
function publicAddressOf({ design }: IntentPath, id: string): string | undefined {
  return design.world.Snapshot.NetworkInterfaces?.find((row) => row.NetworkInterfaceId === id)?.Association
    ?.PublicIp;
}

/** F031 */
export const sgRefPublicIp: Fault = {
  id: 'sg-ref-public-ip',
  layer: 'security-group',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The rule names the client by its group, and the client dials a public address: by then it is nobody of the group.',
  sites(path) {
    const { client, server } = ends(path);
    const own = client && publicAddressOf(path, client.id);
    const dialled = server && publicAddressOf(path, server.id);
    if (own === undefined || dialled === undefined) return [];
    return groupsOf(path, 'ingress').flatMap(({ groupId, rule }): readonly Site[] =>
      rule.peer.kind === 'security-group'
        ? [
            {
              at: groupId,
              inject: () => path.design.world,
              attempt: { To: dialled },
              attemptAfter: () => ({ To: dialled }),
              repair: () => admitInGroup(groupId, 'ingress', seenBy(path, own)),
            },
          ]
        : [],
    );
  },
};

/** F032: over peering a group can be named within a Region only. */
export const sgRefCrossRegion: Fault = {
  id: 'sg-ref-cross-region',
  layer: 'security-group',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The rule names a security group of another Region, where it means nobody.',
  sites(path) {
    const { client } = ends(path);
    const group = client?.securityGroups[0]?.id;
    const isApart = met(path, 'forward', 'vpc-peering-connection').some(
      ({ component }) => path.world.network.vpcPeeringConnections.get(component)?.isInterRegion,
    );
    if (!isApart || group === undefined) return [];
    return groupsOf(path, 'ingress').map(({ groupId, rows }) => ({
      at: groupId,
      inject: () =>
        edit(path.design.world, 'SecurityGroups', (row) =>
          row.GroupId === groupId
            ? {
                ...row,
                IpPermissions: [
                  ...rows.filter((own) => !serves(path, own)),
                  tcpFrom(path.intent.port, group),
                ],
              }
            : row,
        ),
      repair: () => admitSeen(path, groupId, 'ingress'),
    }));
  },
};

/** F033 */
export const sgRefTgw: Fault = {
  id: 'sg-ref-tgw',
  layer: 'security-group',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The rule names a group of another VPC, and the transit gateway does not support such references.',
  sites(path) {
    const attached = met(path, 'forward', 'transit-gateway')[0]?.component;
    const transit = path.design.world.Snapshot.TransitGatewayAttachments?.find(
      (row) => row.TransitGatewayAttachmentId === attached,
    )?.TransitGatewayId;
    const byGroup = groupsOf(path, 'ingress').some(({ rule }) => rule.peer.kind === 'security-group');
    if (transit === undefined || !byGroup) return [];
    const support = (SecurityGroupReferencingSupport: 'enable' | 'disable'): Change => ({
      Service: 'ec2',
      Action: 'ModifyTransitGateway',
      TransitGatewayId: transit,
      Options: { SecurityGroupReferencingSupport },
    });
    return byCalls(path.design.world, [support('disable')], {
      at: transit,
      repair: () => [support('enable')],
    });
  },
};

/**
 * F037: what a narrow rule let in is tracked, and what is tracked outlives the rule.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html
 */
export const sgTracked: Fault = {
  id: 'sg-tracked',
  layer: 'security-group',
  symptom: 'timeout',
  tasks: [...TASKS, INFRASTRUCTURE_SECURITY],
  says: 'The rule was removed: new connections fail, and a session that was open goes on.',
  sites: (path) =>
    groupsOf(path, 'ingress').flatMap(({ groupId, rule: { peer } }) =>
      peer.kind === 'cidr' && peer.cidr.length > 0
        ? revoked(path, groupId, 'ingress').map((site) => ({
            ...site,
            isWatched: true as const,
            extras: (startsAt: number) => [
              {
                From: path.intent.from,
                To: path.intent.to,
                Protocol: path.intent.protocol,
                Port: path.intent.port,
                At: new Date(startsAt + 30_000).toISOString(),
                Requests: 36,
                Pause: 20,
              },
            ],
          }))
        : [],
    ),
};

export const GROUP_REFERENCE_FAULTS: readonly Fault[] = [
  sgRefPublicIp,
  sgRefCrossRegion,
  sgRefTgw,
  sgTracked,
];
