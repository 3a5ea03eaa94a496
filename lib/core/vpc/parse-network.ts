/** The door from Snapshot to Network: all issues at once, each with its path. Nothing past this door checks again. */
import type { Issue } from '../ec2/issue';
import type { Snapshot } from '../ec2/schema/snapshot';
import { parseBlockPublicAccess } from './block-public-access';
import { parseFlowLog } from './flow-log';
import { byId, groupBy } from './index-by';
import { parseEgressOnlyInternetGateways, parseInternetGateways } from './internet-gateway';
import { parseNatGateways } from './nat-gateway';
import type { Network } from './network';
import { parseNetworkAcl } from './network-acl';
import { parseInstance } from './network-interface';
import { parseNetworkInterfaces } from './network-interfaces';
import { parsePrefixLists, unfolding } from './prefix-list';
import { parseRecordSources } from './record-source';
import { checkReferences, checkUnique } from './references';
import { cidr, Report } from './report';
import { parseRouteTable, type RouteTable } from './route-table';
import { parseSecurityGroup } from './security-group';
import { parseSubnets } from './subnets';
import { parseTransitGateways } from './transit-gateways';
import { parseVpc } from './vpc';
import { parseVpcEndpoints } from './vpc-endpoint';
import { parsePeeringConnections } from './vpc-peering-connection';
import { parseHybrid } from './vpn';

export type NetworkDoor =
  | { readonly network: Network; readonly notices: readonly Issue[] }
  | { readonly issues: readonly Issue[] };

/** `snapshot` has the right shape (the schema's, or a program's own); here it is checked that it holds together. */
export function parseNetwork(snapshot: Snapshot): NetworkDoor {
  const report = new Report();
  const region = snapshot.Region ?? 'us-east-1';
  const ownerId = snapshot.OwnerId ?? '123456789012';
  checkUnique(snapshot, report);
  const internetGateways = parseInternetGateways(snapshot, report);
  const attached = new Map(
    internetGateways.flatMap(({ id, vpcId }) => (vpcId === undefined ? [] : [[vpcId, id] as const])),
  );
  const vpcs = byId(
    (snapshot.Vpcs ?? []).map((row, i) => parseVpc(row, i, region, ownerId, attached.get(row.VpcId), report)),
  );
  const prefixLists = parsePrefixLists(snapshot);
  const unfold = unfolding(prefixLists, report);
  const routeTables = byId(
    (snapshot.RouteTables ?? []).map((row, i) => parseRouteTable(row, i, unfold, report)),
  );
  const networkAcls = byId((snapshot.NetworkAcls ?? []).map((row, i) => parseNetworkAcl(row, i, report)));
  const rulesOf = groupBy(snapshot.SecurityGroupRules ?? [], ({ GroupId }) => GroupId);
  const securityGroups = byId(
    (snapshot.SecurityGroups ?? []).map((row, i) =>
      parseSecurityGroup(row, i, rulesOf.get(row.GroupId) ?? [], prefixLists, report),
    ),
  );
  const subnets = parseSubnets(snapshot, { vpcs, routeTables, networkAcls }, report);
  const instances = byId((snapshot.Instances ?? []).map(parseInstance));
  const interfaces = parseNetworkInterfaces(
    snapshot,
    { subnets, securityGroups, instances, ownerId },
    report,
  );
  const { networkInterfaces } = interfaces;
  const network: Network = {
    region,
    ownerId,
    vpcs,
    subnets,
    routeTables,
    networkAcls,
    securityGroups,
    ...interfaces,
    instances,
    internetGateways: byId(internetGateways),
    egressOnlyInternetGateways: byId(parseEgressOnlyInternetGateways(snapshot, report)),
    natGateways: byId(parseNatGateways(snapshot, { networkInterfaces, routeTables }, report)),
    vpcPeeringConnections: byId(parsePeeringConnections(snapshot, vpcs, region, report)),
    transitGateways: parseTransitGateways(snapshot, { vpcs, subnets, networkInterfaces, unfold }, report),
    vpcEndpoints: byId(parseVpcEndpoints(snapshot, { vpcs, networkInterfaces }, report)),
    prefixLists,
    ...parseHybrid(snapshot, vpcs, report),
    blockPublicAccess: parseBlockPublicAccess(snapshot, report),
    gatewayRouteTables: gatewayTables(routeTables, report),
    flowLogs: byId((snapshot.FlowLogs ?? []).map(parseFlowLog)),
    recordSources: parseRecordSources(snapshot),
    ipRanges: (snapshot.IpRanges ?? []).map((row) => ({ cidr: cidr(row.ip_prefix), service: row.service })),
  };
  checkReferences(snapshot, network, report);
  return report.issues.length > 0 ? { issues: report.issues } : { network, notices: report.notices };
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html: at most one table for a gateway, and never the main one. */
function gatewayTables(
  routeTables: ReadonlyMap<string, RouteTable>,
  report: Report,
): ReadonlyMap<string, RouteTable> {
  const byGateway = new Map<string, RouteTable>();
  for (const table of routeTables.values()) {
    for (const gatewayId of table.gatewayIds) {
      const other = byGateway.get(gatewayId);
      if (other)
        report.issue(
          ['RouteTables'],
          `\`${gatewayId}\` is associated with \`${other.id}\` and with \`${table.id}\``,
        );
      if (table.main)
        report.issue(
          ['RouteTables'],
          `the main route table \`${table.id}\` is associated with \`${gatewayId}\``,
        );
      byGateway.set(gatewayId, table);
    }
  }
  return byGateway;
}
