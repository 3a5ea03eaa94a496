/** Rows of a Snapshot as `describe-*` prints them, from the few things that differ between designs. */
import type { Snapshot } from '../../ec2/schema/snapshot';
import type { Random } from '../random';

type Row<K extends keyof Snapshot> = NonNullable<Snapshot[K]> extends readonly (infer R)[] ? R : never;

export const OWNER_ID = '111122223333';
export const REGION = 'eu-central-1';

export function newId(random: Random, prefix: string): string {
  return `${prefix}-0${random.hex(16)}`;
}

export const nameTag = (name: string) => [{ Key: 'Name', Value: name }];

export function vpcRow(id: string, name: string, cidr: string): Row<'Vpcs'> {
  return {
    VpcId: id,
    CidrBlock: cidr,
    CidrBlockAssociationSet: [
      {
        AssociationId: `vpc-cidr-assoc-${id.slice(4)}`,
        CidrBlock: cidr,
        CidrBlockState: { State: 'associated' },
      },
    ],
    State: 'available',
    OwnerId: OWNER_ID,
    IsDefault: false,
    InstanceTenancy: 'default',
    Tags: nameTag(name),
  };
}

export function subnetRow(
  id: string,
  vpcId: string,
  name: string,
  cidr: string,
  zone: 'a' | 'b',
): Row<'Subnets'> {
  return {
    SubnetId: id,
    VpcId: vpcId,
    CidrBlock: cidr,
    AvailabilityZone: `${REGION}${zone}`,
    AvailabilityZoneId: zone === 'a' ? 'euc1-az2' : 'euc1-az3',
    State: 'available',
    OwnerId: OWNER_ID,
    MapPublicIpOnLaunch: false,
    Tags: nameTag(name),
  };
}

type RouteRow = NonNullable<Row<'RouteTables'>['Routes']>[number];

export function routeTableRow(
  id: string,
  vpcId: string,
  name: string,
  routes: readonly RouteRow[],
  subnetIds: readonly string[],
  main = false,
): Row<'RouteTables'> {
  const associations = subnetIds.map((SubnetId) => ({
    RouteTableAssociationId: `rtbassoc-${SubnetId.slice(7)}`,
    RouteTableId: id,
    SubnetId,
    Main: false,
    AssociationState: { State: 'associated' },
  }));
  const mainAssociation = {
    RouteTableAssociationId: `rtbassoc-${id.slice(4)}`,
    RouteTableId: id,
    Main: true,
    AssociationState: { State: 'associated' },
  };
  return {
    RouteTableId: id,
    VpcId: vpcId,
    OwnerId: OWNER_ID,
    Routes: [...routes],
    Associations: main ? [mainAssociation, ...associations] : associations,
    PropagatingVgws: [],
    Tags: nameTag(name),
  };
}

export const localRoute = (cidr: string): RouteRow => ({
  DestinationCidrBlock: cidr,
  GatewayId: 'local',
  Origin: 'CreateRouteTable',
  State: 'active',
});

export const routeTo = (cidr: string, target: Partial<RouteRow>): RouteRow => ({
  DestinationCidrBlock: cidr,
  ...target,
  Origin: 'CreateRoute',
  State: 'active',
});

type AclEntryRow = NonNullable<Row<'NetworkAcls'>['Entries']>[number];

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

type PermissionRow = NonNullable<Row<'SecurityGroups'>['IpPermissions']>[number];

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

export interface Server {
  readonly interfaceId: string;
  readonly instanceId: string;
  readonly name: string;
  readonly address: string;
  readonly subnetId: string;
  readonly groupIds: readonly string[];
  readonly publicAddress?:
    | { readonly address: string; readonly allocationId: string | undefined }
    | undefined;
}

export function networkInterfaceRow(vpcId: string, server: Server): Row<'NetworkInterfaces'> {
  const { interfaceId, instanceId, name, address, subnetId, groupIds, publicAddress } = server;
  const Association = publicAddress && {
    PublicIp: publicAddress.address,
    IpOwnerId: publicAddress.allocationId ? OWNER_ID : 'amazon',
    ...(publicAddress.allocationId && {
      AllocationId: publicAddress.allocationId,
      AssociationId: associationIdOf(publicAddress.allocationId),
    }),
  };
  return {
    NetworkInterfaceId: interfaceId,
    SubnetId: subnetId,
    VpcId: vpcId,
    OwnerId: OWNER_ID,
    Description: '',
    InterfaceType: 'interface',
    RequesterManaged: false,
    SourceDestCheck: true,
    Status: 'in-use',
    PrivateIpAddress: address,
    PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: address, ...(Association && { Association }) }],
    Ipv6Addresses: [],
    Groups: groupIds.map((GroupId) => ({ GroupId })),
    Attachment: {
      AttachmentId: `eni-attach-${interfaceId.slice(4)}`,
      InstanceId: instanceId,
      DeviceIndex: 0,
      Status: 'attached',
    },
    ...(Association && { Association }),
    TagSet: nameTag(name),
  };
}

export function associationIdOf(allocationId: string): string {
  return allocationId.replace('eipalloc', 'eipassoc');
}

export function instanceRow(
  vpcId: string,
  { instanceId, name, address, subnetId }: Server,
): Row<'Instances'> {
  return {
    InstanceId: instanceId,
    InstanceType: 'm7g.large',
    State: { Code: 16, Name: 'running' },
    PrivateIpAddress: address,
    SubnetId: subnetId,
    VpcId: vpcId,
    Tags: nameTag(name),
  };
}
