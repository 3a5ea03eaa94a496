/** Whether what rows name is there: ids once, associations and route targets known and in the right VPC. */
import type { Issue } from '../ec2/issue';
import type { Snapshot } from '../ec2/schema/snapshot';
import type { Network } from './network';
import type { Report } from './report';

const IDS = {
  Vpcs: 'VpcId',
  Subnets: 'SubnetId',
  RouteTables: 'RouteTableId',
  NetworkAcls: 'NetworkAclId',
  SecurityGroups: 'GroupId',
  NetworkInterfaces: 'NetworkInterfaceId',
  Instances: 'InstanceId',
  InternetGateways: 'InternetGatewayId',
  NatGateways: 'NatGatewayId',
  VpcPeeringConnections: 'VpcPeeringConnectionId',
  FlowLogs: 'FlowLogId',
} as const;

export function checkUnique(snapshot: Snapshot, report: Report): void {
  for (const [key, idKey] of Object.entries(IDS)) {
    const seen = new Set<unknown>();
    const rows =
      (snapshot as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[] | undefined>>)[key] ??
      [];
    for (const [index, row] of rows.entries()) {
      const id = row[idKey];
      if (seen.has(id)) report.issue([key, index, idKey], `\`${String(id)}\` stands twice`);
      seen.add(id);
    }
  }
}

type Known = Pick<
  Network,
  | 'vpcs'
  | 'subnets'
  | 'networkInterfaces'
  | 'natGateways'
  | 'vpcPeeringConnections'
  | 'internetGateways'
  | 'securityGroups'
>;

export function checkReferences(snapshot: Snapshot, known: Known, report: Report): void {
  const inVpc = (key: keyof Snapshot & string, rows: readonly { readonly VpcId: string }[] = []): void => {
    for (const [index, { VpcId }] of rows.entries()) {
      if (!known.vpcs.has(VpcId)) report.issue([key, index, 'VpcId'], `\`${VpcId}\` is not in the snapshot`);
    }
  };
  inVpc('RouteTables', snapshot.RouteTables);
  inVpc('NetworkAcls', snapshot.NetworkAcls);
  inVpc('SecurityGroups', snapshot.SecurityGroups);
  inVpc('NatGateways', snapshot.NatGateways);
  checkAssociations('RouteTables', snapshot.RouteTables, known, report);
  checkAssociations('NetworkAcls', snapshot.NetworkAcls, known, report);
  for (const [index, row] of (snapshot.InternetGateways ?? []).entries()) {
    for (const [i, { VpcId }] of (row.Attachments ?? []).entries()) {
      if (!known.vpcs.has(VpcId))
        report.issue(
          ['InternetGateways', index, 'Attachments', i, 'VpcId'],
          `\`${row.InternetGatewayId}\` is attached to \`${VpcId}\`, which is not in the snapshot`,
        );
    }
  }
  for (const [index, table] of (snapshot.RouteTables ?? []).entries()) {
    for (const [i, route] of (table.Routes ?? []).entries()) {
      // A route whose target is gone may name an id that stands nowhere else.
      if (route.State !== 'blackhole')
        checkTarget(table, route, ['RouteTables', index, 'Routes', i], known, report);
    }
  }
  noticeStaleGroups(snapshot, known, report);
}

function checkAssociations(
  key: 'RouteTables' | 'NetworkAcls',
  rows: Snapshot['RouteTables'] | Snapshot['NetworkAcls'],
  { subnets }: Known,
  report: Report,
): void {
  for (const [index, { Associations = [] }] of (rows ?? []).entries()) {
    for (const [i, { SubnetId }] of Associations.entries()) {
      if (SubnetId !== undefined && !subnets.has(SubnetId)) {
        report.issue([key, index, 'Associations', i, 'SubnetId'], `\`${SubnetId}\` is not in the snapshot`);
      }
    }
  }
}

type Table = NonNullable<Snapshot['RouteTables']>[number];
type RouteOf = NonNullable<Table['Routes']>[number];

function checkTarget(
  { RouteTableId, VpcId }: Table,
  route: RouteOf,
  path: Issue['path'],
  known: Known,
  report: Report,
): void {
  const destination =
    route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId ?? '';
  const complain = (key: string, id: string, why: string): void =>
    report.issue(
      [...path, key],
      `route table \`${RouteTableId}\` sends \`${destination}\` to \`${id}\`, which ${why}`,
    );
  const missing = 'is not in the snapshot';
  if (route.GatewayId?.startsWith('igw-')) {
    const gateway = known.internetGateways.get(route.GatewayId);
    if (!gateway) complain('GatewayId', route.GatewayId, missing);
    else if (gateway.vpcId !== VpcId)
      complain('GatewayId', route.GatewayId, `is not attached to \`${VpcId}\``);
  } else if (route.NatGatewayId) {
    if (!known.natGateways.has(route.NatGatewayId)) complain('NatGatewayId', route.NatGatewayId, missing);
  } else if (route.NetworkInterfaceId) {
    if (!known.networkInterfaces.has(route.NetworkInterfaceId))
      complain('NetworkInterfaceId', route.NetworkInterfaceId, missing);
  } else if (route.VpcPeeringConnectionId) {
    const pcx = known.vpcPeeringConnections.get(route.VpcPeeringConnectionId);
    if (!pcx) complain('VpcPeeringConnectionId', route.VpcPeeringConnectionId, missing);
    else if (pcx.requester.vpcId !== VpcId && pcx.accepter.vpcId !== VpcId) {
      complain('VpcPeeringConnectionId', route.VpcPeeringConnectionId, `does not join \`${VpcId}\``);
    }
  }
}

/** A rule may outlive the group it names; such a rule matches nobody. */
function noticeStaleGroups(snapshot: Snapshot, { securityGroups }: Known, report: Report): void {
  for (const [index, row] of (snapshot.SecurityGroups ?? []).entries()) {
    for (const key of ['IpPermissions', 'IpPermissionsEgress'] as const) {
      for (const [i, { UserIdGroupPairs = [] }] of (row[key] ?? []).entries()) {
        for (const { GroupId } of UserIdGroupPairs) {
          if (!securityGroups.has(GroupId))
            report.notice(
              ['SecurityGroups', index, key, i],
              `\`${GroupId}\` is not in the snapshot: the rule matches nobody`,
            );
        }
      }
    }
  }
}
