/**
 * The rule that goes while somebody is logged in, and what stood beside it: whether AWS tracked the session decides what
 * becomes of it. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html
 */
import { formatAddress } from '../net/address';
import type { Change, World } from '../simulate/world';
import { edit } from './edit';
import { groupRules, type IntentPath, met } from './intent-path';

/** How the rule is taken away, and whether the session was tracked until then. */
export type SessionCut = 'tracked' | 'untracked' | 'network-acl' | 'redundant';

export function changesFor(cut: SessionCut, path: IntentPath): readonly Change[] | undefined {
  if (cut === 'network-acl') return denied(path);
  const [own] = groupRules(path, 'ingress').slice(-1);
  const group = path.design.world.Snapshot.SecurityGroups?.find(({ GroupId }) => GroupId === own?.groupId);
  const [row, ...others] = (group?.IpPermissions ?? []).filter(
    ({ FromPort, ToPort, IpProtocol }) =>
      IpProtocol === '-1' || ((FromPort ?? 0) <= path.intent.port && path.intent.port <= (ToPort ?? 65535)),
  );
  // The rule that goes has to be the only one, and nobody else's.
  if (!group || !row || others.length > 0 || row.IpProtocol !== 'tcp') return undefined;
  if (cut !== 'untracked' && opensToAll(row)) return undefined;
  const removed =
    cut === 'untracked'
      ? { IpProtocol: 'tcp', FromPort: row.FromPort, ToPort: row.ToPort, IpRanges: [{ CidrIp: ANYWHERE }] }
      : row;
  return [
    {
      Service: 'ec2',
      Action: 'RevokeSecurityGroupIngress',
      GroupId: group.GroupId,
      IpPermissions: [removed],
    },
  ];
}

const ANYWHERE = '0.0.0.0/0';

type PermissionRow = NonNullable<
  NonNullable<World['Snapshot']['SecurityGroups']>[number]['IpPermissions']
>[number];

function opensToAll({ IpRanges = [] }: PermissionRow): boolean {
  return IpRanges.some(({ CidrIp }) => CidrIp === ANYWHERE);
}

/** The rule admits everybody, and everything may leave: AWS keeps no entry for such a connection. */
export function openToAll(path: IntentPath): World {
  const [own] = groupRules(path, 'ingress').slice(-1);
  const all = { IpProtocol: '-1', IpRanges: [{ CidrIp: ANYWHERE }] };
  return edit(path.design.world, 'SecurityGroups', (group) =>
    group.GroupId === own?.groupId
      ? {
          ...group,
          IpPermissions: (group.IpPermissions ?? []).map((row) =>
            (row.FromPort ?? 0) <= path.intent.port && path.intent.port <= (row.ToPort ?? 65535)
              ? {
                  IpProtocol: 'tcp',
                  FromPort: row.FromPort,
                  ToPort: row.ToPort,
                  IpRanges: [{ CidrIp: ANYWHERE }],
                }
              : row,
          ),
          IpPermissionsEgress: [all],
        }
      : group,
  );
}

/** A second rule lets the client in as well. */
export function admittedTwice(path: IntentPath): World {
  const [own] = groupRules(path, 'ingress').slice(-1);
  const source = met(path, 'forward', 'security-group').at(-1)?.step.packet.source;
  const CidrIp = `${source === undefined ? '0.0.0.0' : formatAddress(source)}/32`;
  const { port } = path.intent;
  return edit(path.design.world, 'SecurityGroups', (group) =>
    group.GroupId === own?.groupId
      ? {
          ...group,
          IpPermissions: [
            ...(group.IpPermissions ?? []),
            { IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp }] },
          ],
        }
      : group,
  );
}

function denied(path: IntentPath): readonly Change[] | undefined {
  const last = met(path, 'forward', 'network-acl')
    .filter(({ step }) => step.direction === 'ingress')
    .at(-1);
  const acl = path.design.world.Snapshot.NetworkAcls?.find(
    ({ NetworkAclId }) => NetworkAclId === last?.component,
  );
  if (!last || !acl || acl.Entries?.some(({ RuleNumber, Egress }) => !Egress && RuleNumber === 1))
    return undefined;
  const { port } = path.intent;
  return [
    {
      Service: 'ec2',
      Action: 'CreateNetworkAclEntry',
      NetworkAclId: acl.NetworkAclId,
      RuleNumber: 1,
      Protocol: '6',
      RuleAction: 'deny',
      Egress: false,
      CidrBlock: `${formatAddress(last.step.packet.source)}/32`,
      PortRange: { From: port, To: port },
    },
  ];
}
