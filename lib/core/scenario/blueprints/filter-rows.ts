/** Network ACLs and security groups as their `describe-*` calls print them. */
import { nameTag, OWNER_ID, type Row } from './rows';

export type AclEntryRow = NonNullable<Row<'NetworkAcls'>['Entries']>[number];

/** `allow tcp 22 from 10.0.0.0/8` as an entry; the protocol is tcp throughout. */
export function aclEntry(
  RuleNumber: number,
  Egress: boolean,
  CidrBlock: string,
  ports: readonly [number, number],
  RuleAction: 'allow' | 'deny' = 'allow',
): AclEntryRow {
  return {
    RuleNumber,
    Egress,
    CidrBlock,
    Protocol: '6',
    PortRange: { From: ports[0], To: ports[1] },
    RuleAction,
  };
}

export function networkAclRow(
  id: string,
  vpcId: string,
  name: string,
  entries: readonly AclEntryRow[],
  subnetIds: readonly string[],
  isDefault = false,
): Row<'NetworkAcls'> {
  const star = (Egress: boolean): AclEntryRow => ({
    RuleNumber: 32767,
    Egress,
    CidrBlock: '0.0.0.0/0',
    Protocol: '-1',
    RuleAction: 'deny',
  });
  return {
    NetworkAclId: id,
    VpcId: vpcId,
    OwnerId: OWNER_ID,
    IsDefault: isDefault,
    Entries: [...entries, star(false), star(true)],
    Associations: subnetIds.map((SubnetId) => ({
      NetworkAclAssociationId: `aclassoc-${SubnetId.slice(7)}`,
      NetworkAclId: id,
      SubnetId,
    })),
    Tags: nameTag(name),
  };
}

export const allowAll = (Egress: boolean): AclEntryRow => ({
  RuleNumber: 100,
  Egress,
  CidrBlock: '0.0.0.0/0',
  Protocol: '-1',
  RuleAction: 'allow',
});

export type PermissionRow = NonNullable<Row<'SecurityGroups'>['IpPermissions']>[number];

export const tcpFrom = (port: number, CidrIp: string): PermissionRow => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  IpRanges: [{ CidrIp }],
  Ipv6Ranges: [],
  PrefixListIds: [],
  UserIdGroupPairs: [],
});

export const tcpFromGroup = (port: number, GroupId: string): PermissionRow => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  IpRanges: [],
  Ipv6Ranges: [],
  PrefixListIds: [],
  UserIdGroupPairs: [{ GroupId, UserId: OWNER_ID }],
});

/** A new security group lets everything out, and so does this one. */
export function securityGroupRow(
  id: string,
  vpcId: string,
  name: string,
  ingress: readonly PermissionRow[],
): Row<'SecurityGroups'> {
  return {
    GroupId: id,
    GroupName: name,
    Description: `${name} instances`,
    VpcId: vpcId,
    OwnerId: OWNER_ID,
    IpPermissions: [...ingress],
    IpPermissionsEgress: [
      {
        IpProtocol: '-1',
        IpRanges: [{ CidrIp: '0.0.0.0/0' }],
        Ipv6Ranges: [],
        PrefixListIds: [],
        UserIdGroupPairs: [],
      },
    ],
    Tags: nameTag(name),
  };
}
