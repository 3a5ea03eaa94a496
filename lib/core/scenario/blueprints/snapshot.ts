/** A plan as the Snapshot that AWS would print: the VPC itself, and the peered one beside it. */

import { formatFormat } from '../../ec2/log-format';
import type { Snapshot } from '../../ec2/schema/snapshot';
import { DEFAULT_FIELDS } from '../../flowlog/fields';
import { allowAll, networkAclRow, securityGroupRow, tcpFrom, tcpFromGroup } from './filter-rows';
import type { PeerPlan, Plan, SubnetPlan } from './plan';
import { localRoute, routeTableRow, routeTo } from './route-rows';
import { nameTag, OWNER_ID, REGION, subnetRow, vpcRow } from './rows';
import { associationIdOf, instanceRow, networkInterfaceRow } from './server-rows';

const ANYWHERE = '0.0.0.0/0';
const DAY = 86_400_000;

/** `startsAt`: the beginning of the shown stretch, in milliseconds since 1970. */
export function snapshotOf(plan: Plan, startsAt: number): Snapshot {
  const own = ownVpc(plan, startsAt);
  return plan.peer ? merged(own, peeredVpc(plan, plan.peer)) : own;
}

function ownVpc(plan: Plan, startsAt: number): Snapshot {
  const { names, vpc, subnets, servers, groups, networkAcls, rules } = plan;
  const subnetPlans = [...new Set(Object.values(subnets))];
  const others = subnetPlans.filter((subnet) => subnet !== subnets.target);
  const subnetRows = subnetPlans.map(({ id, name, cidr, zone }) => subnetRow(id, vpc.id, name, cidr, zone));
  return {
    Region: REGION,
    OwnerId: OWNER_ID,
    Vpcs: [vpcRow(vpc.id, names.vpc, vpc.cidr)],
    Subnets: subnetRows,
    RouteTables: routeTables(plan),
    NetworkAcls: [
      networkAclRow(networkAcls.target, vpc.id, subnets.target.name, rules.entries, [subnets.target.id]),
      networkAclRow(
        networkAcls.default,
        vpc.id,
        'default',
        [allowAll(false), allowAll(true)],
        others.map(({ id }) => id),
        true,
      ),
    ],
    SecurityGroups: [
      securityGroupRow(groups.target, vpc.id, names.target, rules.permissions),
      securityGroupRow(groups.neighbour, vpc.id, names.neighbour, [
        tcpFromGroup(8080, groups.web),
        tcpFromGroup(8443, groups.app),
      ]),
      securityGroupRow(groups.web, vpc.id, 'web', [tcpFrom(443, ANYWHERE)]),
      securityGroupRow(groups.app, vpc.id, names.app, [tcpFromGroup(8443, groups.neighbour)]),
    ],
    NetworkInterfaces: Object.values(servers).map((server) => networkInterfaceRow(vpc.id, server)),
    Instances: Object.values(servers).map((server) => instanceRow(vpc.id, server)),
    InternetGateways: [
      {
        InternetGatewayId: plan.internetGatewayId,
        OwnerId: OWNER_ID,
        Attachments: [{ VpcId: vpc.id, State: 'available' }],
        Tags: nameTag(names.vpc),
      },
    ],
    Addresses: elasticAddresses(plan),
    FlowLogs: [flowLogRow(plan, startsAt)],
  };
}

function routeTables({
  family,
  vpc,
  subnets,
  routeTables: ids,
  internetGatewayId,
  peer,
}: Plan): Snapshot['RouteTables'] {
  const local = localRoute(vpc.cidr);
  const toInternet = routeTo(ANYWHERE, { GatewayId: internetGatewayId });
  const out = peer ? routeTo(peer.vpc.cidr, { VpcPeeringConnectionId: peer.connectionId }) : toInternet;
  const targetSubnets = family === 'peering' ? [subnets.target.id, subnets.app.id] : [subnets.target.id];
  const name = family === 'peering' ? 'app' : subnets.target.name;
  return [
    routeTableRow(ids.main, vpc.id, 'main', [local], [], true),
    routeTableRow(ids.public, vpc.id, 'public', [local, toInternet], [subnets.public.id]),
    routeTableRow(ids.target, vpc.id, name, [local, out], targetSubnets),
  ];
}

function elasticAddresses({ servers: { target } }: Plan): NonNullable<Snapshot['Addresses']> {
  const { publicAddress } = target;
  if (publicAddress?.allocationId === undefined) return [];
  return [
    {
      PublicIp: publicAddress.address,
      AllocationId: publicAddress.allocationId,
      AssociationId: associationIdOf(publicAddress.allocationId),
      Domain: 'vpc',
      NetworkInterfaceId: target.interfaceId,
      NetworkInterfaceOwnerId: OWNER_ID,
      InstanceId: target.instanceId,
      PrivateIpAddress: target.address,
    },
  ];
}

function flowLogRow(
  { flowLogId, vpc, names, flowLogAge }: Plan,
  startsAt: number,
): NonNullable<Snapshot['FlowLogs']>[number] {
  return {
    FlowLogId: flowLogId,
    ResourceId: vpc.id,
    TrafficType: 'ALL',
    FlowLogStatus: 'ACTIVE',
    DeliverLogsStatus: 'SUCCESS',
    LogDestinationType: 'cloud-watch-logs',
    LogGroupName: `/vpc/${names.vpc}`,
    MaxAggregationInterval: 60,
    CreationTime: new Date(startsAt - flowLogAge * DAY).toISOString(),
    LogFormat: formatFormat(DEFAULT_FIELDS),
  };
}

function peeredVpc({ names, vpc: own }: Plan, peer: PeerPlan): Snapshot {
  const { vpc, subnet, desktop, connectionId } = peer;
  const { id, name, cidr, zone }: SubnetPlan = subnet;
  const routes = [localRoute(vpc.cidr), routeTo(own.cidr, { VpcPeeringConnectionId: connectionId })];
  const info = (row: { readonly id: string; readonly cidr: string }) => ({
    VpcId: row.id,
    CidrBlock: row.cidr,
    OwnerId: OWNER_ID,
    Region: REGION,
  });
  return {
    Vpcs: [vpcRow(vpc.id, names.clientVpc, vpc.cidr)],
    Subnets: [subnetRow(id, vpc.id, name, cidr, zone)],
    RouteTables: [routeTableRow(peer.routeTableId, vpc.id, 'desks', routes, [id], true)],
    NetworkAcls: [
      networkAclRow(peer.networkAclId, vpc.id, 'default', [allowAll(false), allowAll(true)], [id], true),
    ],
    SecurityGroups: desktop.groupIds.map((groupId) => securityGroupRow(groupId, vpc.id, 'desktops', [])),
    NetworkInterfaces: [networkInterfaceRow(vpc.id, desktop)],
    Instances: [instanceRow(vpc.id, desktop)],
    VpcPeeringConnections: [
      {
        VpcPeeringConnectionId: connectionId,
        RequesterVpcInfo: info(vpc),
        AccepterVpcInfo: info(own),
        Status: { Code: 'active', Message: 'Active' },
        Tags: nameTag(`${names.clientVpc}-${names.vpc}`),
      },
    ],
  };
}

/** Two accounts' worth of rows as one document: lists are joined, everything else is the first one's. */
function merged(first: Snapshot, second: Snapshot): Snapshot {
  const lists = Object.entries(second).map(([key, rows]) => {
    const own = first[key];
    return [key, Array.isArray(own) && Array.isArray(rows) ? [...own, ...rows] : rows] as const;
  });
  return { ...first, ...Object.fromEntries(lists) };
}
