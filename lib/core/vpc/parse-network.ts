/** The door from Snapshot to Network: all issues at once, each with its path. Nothing past this door checks again. */
import type { Issue } from '../ec2/issue';
import type { Snapshot } from '../ec2/schema/snapshot';
import { parseInternetGateways } from './attachments';
import { parseFlowLog } from './flow-log';
import { parseNatGateways, parsePeeringConnections } from './gateway';
import { byId, groupBy } from './index-by';
import type { Network } from './network';
import { parseNetworkAcl } from './network-acl';
import { parseInstance } from './network-interface';
import { parseNetworkInterfaces } from './network-interfaces';
import { checkReferences, checkUnique } from './references';
import { cidr, Report } from './report';
import { parseRouteTable } from './route-table';
import { parseSecurityGroup } from './security-group';
import { parseSubnets } from './subnets';
import { parseVpc } from './vpc';

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
  const routeTables = byId((snapshot.RouteTables ?? []).map((row, i) => parseRouteTable(row, i, report)));
  const networkAcls = byId((snapshot.NetworkAcls ?? []).map((row, i) => parseNetworkAcl(row, i, report)));
  const rulesOf = groupBy(snapshot.SecurityGroupRules ?? [], ({ GroupId }) => GroupId);
  const securityGroups = byId(
    (snapshot.SecurityGroups ?? []).map((row, i) =>
      parseSecurityGroup(row, i, rulesOf.get(row.GroupId) ?? [], report),
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
  const natGateways = byId(parseNatGateways(snapshot, networkInterfaces, report));
  const vpcPeeringConnections = byId(parsePeeringConnections(snapshot, vpcs, report));
  const gateways = byId(internetGateways);
  checkReferences(
    snapshot,
    {
      vpcs,
      subnets,
      networkInterfaces,
      natGateways,
      vpcPeeringConnections,
      internetGateways: gateways,
      securityGroups,
    },
    report,
  );
  if (report.issues.length > 0) return { issues: report.issues };
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
    internetGateways: gateways,
    natGateways,
    vpcPeeringConnections,
    flowLogs: byId((snapshot.FlowLogs ?? []).map(parseFlowLog)),
    ipRanges: (snapshot.IpRanges ?? []).map((row) => ({ cidr: cidr(row.ip_prefix), service: row.service })),
  };
  return { network, notices: report.notices };
}
