/** Whether what rows name is there: ids once, associations and route targets known and in the right VPC. */
import { isOfTransitGateway } from '../ec2/log-format';
import type { Snapshot } from '../ec2/schema/snapshot';
import type { Network } from './network';
import type { Report } from './report';
import { checkRouteTarget } from './route-targets';

const IDS = {
  Vpcs: 'VpcId',
  Subnets: 'SubnetId',
  RouteTables: 'RouteTableId',
  NetworkAcls: 'NetworkAclId',
  SecurityGroups: 'GroupId',
  NetworkInterfaces: 'NetworkInterfaceId',
  Instances: 'InstanceId',
  InternetGateways: 'InternetGatewayId',
  EgressOnlyInternetGateways: 'EgressOnlyInternetGatewayId',
  NatGateways: 'NatGatewayId',
  VpcPeeringConnections: 'VpcPeeringConnectionId',
  TransitGateways: 'TransitGatewayId',
  TransitGatewayVpcAttachments: 'TransitGatewayAttachmentId',
  TransitGatewayPeeringAttachments: 'TransitGatewayAttachmentId',
  TransitGatewayRouteTables: 'TransitGatewayRouteTableId',
  VpcEndpoints: 'VpcEndpointId',
  ManagedPrefixLists: 'PrefixListId',
  PrefixLists: 'PrefixListId',
  VpnGateways: 'VpnGatewayId',
  CustomerGateways: 'CustomerGatewayId',
  VpnConnections: 'VpnConnectionId',
  DirectConnectGateways: 'directConnectGatewayId',
  VirtualInterfaces: 'virtualInterfaceId',
  VpcBlockPublicAccessExclusions: 'ExclusionId',
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

export function checkReferences(snapshot: Snapshot, known: Network, report: Report): void {
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
  checkAttachments('InternetGateways', 'InternetGatewayId', snapshot, known, report);
  checkAttachments('EgressOnlyInternetGateways', 'EgressOnlyInternetGatewayId', snapshot, known, report);
  for (const [index, table] of (snapshot.RouteTables ?? []).entries()) {
    for (const [i, route] of (table.Routes ?? []).entries()) {
      // A route whose target is gone may name an id that stands nowhere else.
      if (route.State !== 'blackhole')
        checkRouteTarget(table, route, ['RouteTables', index, 'Routes', i], known, report);
    }
  }
  checkFlowLogs(snapshot, known, report);
  noticeStaleGroups(snapshot, known, report);
}

/** What a flow log covers; those of transit gateways are no logs of a VPC. */
function checkFlowLogs({ FlowLogs = [] }: Snapshot, known: Network, report: Report): void {
  const { vpcs, subnets, networkInterfaces, natGateways } = known;
  for (const [index, { ResourceId }] of FlowLogs.entries()) {
    const path = ['FlowLogs', index, 'ResourceId'];
    if (isOfTransitGateway(ResourceId))
      report.notice(path, `not modelled: a flow log of a transit gateway, \`${ResourceId}\``);
    else if (![vpcs, subnets, networkInterfaces, natGateways].some((rows) => rows.has(ResourceId)))
      report.missing(path, ResourceId, `\`${ResourceId}\` is not in the snapshot`);
  }
}

function checkAttachments(
  key: 'InternetGateways' | 'EgressOnlyInternetGateways',
  idKey: string,
  snapshot: Snapshot,
  { vpcs }: Network,
  report: Report,
): void {
  for (const [index, row] of (snapshot[key] ?? []).entries()) {
    for (const [i, { VpcId }] of (row.Attachments ?? []).entries()) {
      if (!vpcs.has(VpcId))
        report.issue(
          [key, index, 'Attachments', i, 'VpcId'],
          `\`${String(row[idKey])}\` is attached to \`${VpcId}\`, which is not in the snapshot`,
        );
    }
  }
}

function checkAssociations(
  key: 'RouteTables' | 'NetworkAcls',
  rows: Snapshot['RouteTables'] | Snapshot['NetworkAcls'],
  { subnets }: Network,
  report: Report,
): void {
  for (const [index, { Associations = [] }] of (rows ?? []).entries()) {
    for (const [i, { SubnetId }] of Associations.entries()) {
      if (SubnetId !== undefined && !subnets.has(SubnetId)) {
        report.missing(
          [key, index, 'Associations', i, 'SubnetId'],
          SubnetId,
          `\`${SubnetId}\` is not in the snapshot`,
        );
      }
    }
  }
}

/** A rule may outlive the group it names; such a rule matches nobody. */
function noticeStaleGroups(snapshot: Snapshot, { securityGroups }: Network, report: Report): void {
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
