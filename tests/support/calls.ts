/** API calls in tests: a document with one of everything, calls upon it, and what came of them. */
import type { Action } from '@/lib/core/ec2/actions/action';
import { applyAll } from '@/lib/core/ec2/actions/apply';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { allowAll, networkAclRow, securityGroupRow } from '@/lib/core/scenario/blueprints/filter-rows';
import { localRoute, routeTableRow, routeTo } from '@/lib/core/scenario/blueprints/route-rows';
import { subnetRow, vpcRow } from '@/lib/core/scenario/blueprints/rows';
import { pair } from './pair';

/** An Action without the word that all of them share. */
export type Call<A = Action> = A extends Action ? Omit<A, 'Service'> : never;

export const call = (action: Call): Action => ({ Service: 'ec2', ...action }) as Action;

/** A call that AWS refuses on the document `everything()`, by which code, and the page that says so. */
export type Refused = readonly [action: Call, code: string, source: string];
/** A call and the line that makes it. */
export type Line = readonly [action: Call, line: string];

export const ERRORS = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html';

/** The id that the counter makes first, or n-th. */
export const made = (prefix: string, n = 1): string => `${prefix}-${String(n).padStart(17, '0')}`;

export function done(snapshot: Snapshot, ...actions: readonly Call[]): Snapshot {
  const applied = applyAll(snapshot, actions.map(call));
  if ('error' in applied)
    throw new Error(
      `${actions[applied.error.index]?.Action}: ${applied.error.Code}: ${applied.error.Message}`,
    );
  return applied.snapshot;
}

/** The code by which AWS refuses the last of these calls; the ones before must go through. */
export function refusal(snapshot: Snapshot, ...actions: readonly Call[]): string {
  const before = done(snapshot, ...actions.slice(0, -1));
  const applied = applyAll(before, actions.slice(-1).map(call));
  return 'error' in applied ? applied.error.Code : 'nothing refused';
}

/** Routes of a table as `destination target state`. */
export function routesOf(snapshot: Snapshot, id: string): readonly string[] {
  const table = snapshot.RouteTables?.find(({ RouteTableId }) => RouteTableId === id);
  return (table?.Routes ?? []).map((route) => {
    const destination =
      route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId;
    const target =
      route.GatewayId ??
      route.VpcPeeringConnectionId ??
      route.NatGatewayId ??
      route.NetworkInterfaceId ??
      route.TransitGatewayId ??
      route.EgressOnlyInternetGatewayId;
    return `${destination} ${target} ${route.State}`;
  });
}

/** Routes of a transit gateway table as `destination attachment type state`. */
export function transitRoutesOf(snapshot: Snapshot, id: string): readonly string[] {
  const table = snapshot.TransitGatewayRouteTables?.find((row) => row.TransitGatewayRouteTableId === id);
  return (table?.Routes ?? []).map(
    ({ DestinationCidrBlock, PrefixListId, TransitGatewayAttachments = [], Type, State }) => {
      const to = TransitGatewayAttachments.map((row) => row.TransitGatewayAttachmentId).join('+') || '-';
      return `${DestinationCidrBlock ?? PrefixListId} ${to} ${Type} ${State}`;
    },
  );
}

export const interfaceOf = (snapshot: Snapshot, id: string) =>
  snapshot.NetworkInterfaces?.find(({ NetworkInterfaceId }) => NetworkInterfaceId === id);

/** The pair in vpc-1 with gateways attached and spare, an Elastic IP address, two more VPCs and a pending peering. */
export function plain(): Snapshot {
  const {
    RouteTables = [],
    NetworkAcls = [],
    SecurityGroups = [],
    Vpcs = [],
    Subnets = [],
    ...rest
  } = pair().Snapshot;
  return {
    ...rest,
    Vpcs: [...Vpcs, vpcRow('vpc-2', 'two', '10.1.0.0/16'), vpcRow('vpc-3', 'three', '10.0.0.0/20')],
    Subnets: [...Subnets, subnetRow('subnet-2', 'vpc-2', 'two', '10.1.1.0/24', 'a')],
    RouteTables: [
      ...RouteTables.map((table) => ({
        ...table,
        Routes: [...(table.Routes ?? []), routeTo('0.0.0.0/0', { GatewayId: 'igw-1' })],
      })),
      routeTableRow('rtb-spare', 'vpc-1', 'spare', [localRoute('10.0.0.0/16')], []),
      routeTableRow('rtb-2', 'vpc-2', 'two', [localRoute('10.1.0.0/16')], [], true),
    ],
    NetworkAcls: [
      ...NetworkAcls,
      networkAclRow('acl-2', 'vpc-2', 'two', [allowAll(false), allowAll(true)], [], true),
    ],
    SecurityGroups: [...SecurityGroups, securityGroupRow('sg-default', 'vpc-1', 'default', [])],
    InternetGateways: [
      { InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1', State: 'available' }] },
      { InternetGatewayId: 'igw-2', Attachments: [] },
    ],
    Addresses: [1, 2, 3].map((n) => ({
      PublicIp: `198.51.100.${n}`,
      AllocationId: `eipalloc-${n}`,
      Domain: 'vpc',
    })),
    VpcPeeringConnections: [
      {
        VpcPeeringConnectionId: 'pcx-1',
        RequesterVpcInfo: { VpcId: 'vpc-1' },
        AccepterVpcInfo: { VpcId: 'vpc-2' },
        Status: { Code: 'pending-acceptance' },
      },
    ],
  };
}

export const S3 = 'com.amazonaws.eu-central-1.s3';
export const SSM = 'com.amazonaws.eu-central-1.ssm';
export const GWLB = 'com.amazonaws.vpce.eu-central-1.vpce-svc-1';

/** What stands in `everything()`, by the name under which its call put it down. */
const CALLS: readonly Call[] = [
  {
    Action: 'CreateManagedPrefixList',
    PrefixListName: 'office',
    MaxEntries: 5,
    AddressFamily: 'IPv4',
    Entries: [{ Cidr: '203.0.113.0/24' }],
  },
  { Action: 'CreateEgressOnlyInternetGateway', VpcId: 'vpc-1' },
  { Action: 'CreateNatGateway', SubnetId: 'subnet-c', AllocationId: 'eipalloc-2' },
  { Action: 'CreateVpnGateway', Type: 'ipsec.1', As: 'vgw' },
  { Action: 'AttachVpnGateway', VpnGatewayId: { Ref: 'vgw' }, VpcId: 'vpc-1' },
  { Action: 'CreateCustomerGateway', Type: 'ipsec.1', IpAddress: '203.0.113.9', As: 'cgw' },
  {
    Action: 'CreateVpnConnection',
    Type: 'ipsec.1',
    CustomerGatewayId: { Ref: 'cgw' },
    VpnGatewayId: { Ref: 'vgw' },
    Options: { StaticRoutesOnly: true },
    As: 'vpn',
  },
  {
    Action: 'CreateVpnConnectionRoute',
    VpnConnectionId: { Ref: 'vpn' },
    DestinationCidrBlock: '192.168.0.0/16',
  },
  { Action: 'CreateTransitGateway', As: 'tgw' },
  {
    Action: 'CreateTransitGatewayVpcAttachment',
    TransitGatewayId: { Ref: 'tgw' },
    VpcId: 'vpc-1',
    SubnetIds: ['subnet-c', 'subnet-s'],
  },
  {
    Action: 'CreateTransitGatewayVpcAttachment',
    TransitGatewayId: { Ref: 'tgw' },
    VpcId: 'vpc-2',
    SubnetIds: ['subnet-2'],
  },
  { Action: 'CreateTransitGatewayRouteTable', TransitGatewayId: { Ref: 'tgw' } },
  {
    Action: 'CreateTransitGatewayPeeringAttachment',
    TransitGatewayId: { Ref: 'tgw' },
    PeerTransitGatewayId: 'tgw-far',
    PeerAccountId: '111122223333',
    PeerRegion: 'us-east-1',
  },
  { Action: 'CreateVpcEndpoint', VpcId: 'vpc-1', ServiceName: S3, RouteTableIds: ['rtb-s'] },
  {
    Action: 'CreateVpcEndpoint',
    VpcId: 'vpc-1',
    ServiceName: SSM,
    VpcEndpointType: 'Interface',
    SubnetIds: ['subnet-s'],
  },
  {
    Action: 'CreateVpcEndpoint',
    VpcId: 'vpc-1',
    ServiceName: GWLB,
    VpcEndpointType: 'GatewayLoadBalancer',
    SubnetIds: ['subnet-c'],
  },
  {
    Action: 'CreateVpcBlockPublicAccessExclusion',
    InternetGatewayExclusionMode: 'allow-egress',
    SubnetId: 'subnet-c',
  },
];

/** `plain()` with one of every other component, made by calls: their ids are counted, `made('tgw')` and so on. */
export function everything(): Snapshot {
  return done(plain(), ...CALLS);
}

export const TGW = made('tgw');
/** The attachments of vpc-1 and vpc-2, and the pending peering. */
export const [ATTACH_1, ATTACH_2, ATTACH_PEER] = [1, 2, 3].map((n) => made('tgw-attach', n)) as [
  string,
  string,
  string,
];
/** The default table, and an empty one. */
export const [TABLE, TABLE_2] = [1, 2].map((n) => made('tgw-rtb', n)) as [string, string];
export const VGW = made('vgw');
export const VPN = made('vpn');
export const NAT = made('nat');
/** The endpoints: gateway, interface, Gateway Load Balancer. */
export const [VPCE_S3, VPCE_SSM, VPCE_GWLB] = [1, 2, 3].map((n) => made('vpce', n)) as [
  string,
  string,
  string,
];
export const OFFICE = made('pl', 1);
export const S3_LIST = made('pl', 2);
