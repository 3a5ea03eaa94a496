/** Repairs that admit exactly the intent and nothing else; the answer is admitted where it has to be asked for. */
import type { Change, World } from '../simulate/world';
import { type Parts, SSH_PORT } from './design';

/** The port range that answers go to: any client's ephemeral ports. */
const EPHEMERAL = { From: 1024, To: 65535 };

/**
 * One way is both ways: a security group lets the answer out because it let the request in.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
 */
export function admitInSecurityGroup({ targetSecurityGroupId, clientAddress }: Parts): readonly Change[] {
  return [
    {
      Service: 'ec2',
      Action: 'AuthorizeSecurityGroupIngress',
      GroupId: targetSecurityGroupId,
      IpPermissions: [
        {
          IpProtocol: 'tcp',
          FromPort: SSH_PORT,
          ToPort: SSH_PORT,
          IpRanges: [{ CidrIp: `${clientAddress}/32` }],
        },
      ],
    },
  ];
}

/** Both ways, since a network ACL remembers nothing; in front of all others, so that no entry can speak against them. */
export function admitInNetworkAcl(
  world: World,
  { targetNetworkAclId, clientAddress }: Parts,
): readonly Change[] {
  const acl = world.Snapshot.NetworkAcls?.find(({ NetworkAclId }) => NetworkAclId === targetNetworkAclId);
  const lowest = Math.min(32766, ...(acl?.Entries ?? []).map(({ RuleNumber }) => RuleNumber));
  const entry = (Egress: boolean, PortRange: { From: number; To: number }): Change => ({
    Service: 'ec2',
    Action: 'CreateNetworkAclEntry',
    NetworkAclId: targetNetworkAclId,
    RuleNumber: Math.max(1, Math.floor(lowest / 2)),
    Protocol: '6',
    RuleAction: 'allow',
    Egress,
    CidrBlock: `${clientAddress}/32`,
    PortRange,
  });
  return [entry(false, { From: SSH_PORT, To: SSH_PORT }), entry(true, EPHEMERAL)];
}

export function admitOnHost({ targetName }: Parts): readonly Change[] {
  return [
    {
      Service: 'host',
      Action: 'StartListener',
      Host: targetName,
      Protocol: 'tcp',
      Port: SSH_PORT,
    },
    {
      Service: 'host',
      Action: 'AddFirewallRule',
      Host: targetName,
      Direction: 'in',
      Protocol: 'tcp',
      Port: SSH_PORT,
      Do: 'accept',
    },
  ];
}
