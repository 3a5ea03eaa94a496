/**
 * Rows by their id, and AWS's own answer where there is none.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
import type { Snapshot } from '../schema/snapshot';
import { type Refusal, refuse } from './outcome';
import { type RowOf, rowsOf } from './rows';

/** Kind -> its id, AWS's error code, and what the message calls it. */
const KINDS = {
  Vpcs: ['VpcId', 'InvalidVpcID.NotFound', 'vpc'],
  Subnets: ['SubnetId', 'InvalidSubnetID.NotFound', 'subnet'],
  RouteTables: ['RouteTableId', 'InvalidRouteTableID.NotFound', 'routeTable'],
  NetworkAcls: ['NetworkAclId', 'InvalidNetworkAclID.NotFound', 'networkAcl'],
  SecurityGroups: ['GroupId', 'InvalidGroup.NotFound', 'security group'],
  NetworkInterfaces: ['NetworkInterfaceId', 'InvalidNetworkInterfaceID.NotFound', 'networkInterface'],
  Instances: ['InstanceId', 'InvalidInstanceID.NotFound', 'instance'],
  InternetGateways: ['InternetGatewayId', 'InvalidInternetGatewayID.NotFound', 'internetGateway'],
  EgressOnlyInternetGateways: ['EgressOnlyInternetGatewayId', 'InvalidGatewayID.NotFound', 'eigw'],
  NatGateways: ['NatGatewayId', 'InvalidNatGatewayID.NotFound', 'natGateway'],
  Addresses: ['AllocationId', 'InvalidAllocationID.NotFound', 'allocation'],
  VpcPeeringConnections: [
    'VpcPeeringConnectionId',
    'InvalidVpcPeeringConnectionID.NotFound',
    'vpcPeeringConnection',
  ],
  TransitGateways: ['TransitGatewayId', 'InvalidTransitGatewayID.NotFound', 'transitGateway'],
  TransitGatewayAttachments: [
    'TransitGatewayAttachmentId',
    'InvalidTransitGatewayAttachmentID.NotFound',
    'transitGatewayAttachment',
  ],
  TransitGatewayVpcAttachments: [
    'TransitGatewayAttachmentId',
    'InvalidTransitGatewayAttachmentID.NotFound',
    'transitGatewayAttachment',
  ],
  TransitGatewayPeeringAttachments: [
    'TransitGatewayAttachmentId',
    'InvalidTransitGatewayAttachmentID.NotFound',
    'transitGatewayAttachment',
  ],
  TransitGatewayRouteTables: [
    'TransitGatewayRouteTableId',
    'InvalidRouteTableID.NotFound',
    'transitGatewayRouteTable',
  ],
  VpnGateways: ['VpnGatewayId', 'InvalidVpnGatewayID.NotFound', 'vpnGateway'],
  CustomerGateways: ['CustomerGatewayId', 'InvalidCustomerGatewayID.NotFound', 'customerGateway'],
  VpnConnections: ['VpnConnectionId', 'InvalidVpnConnectionID.NotFound', 'vpnConnection'],
  VpcEndpoints: ['VpcEndpointId', 'InvalidVpcEndpointId.NotFound', 'vpcEndpoint'],
  ManagedPrefixLists: ['PrefixListId', 'InvalidPrefixListID.NotFound', 'prefixList'],
  PrefixLists: ['PrefixListId', 'InvalidPrefixListID.NotFound', 'prefixList'],
  FlowLogs: ['FlowLogId', 'InvalidFlowLogId.NotFound', 'flowLog'],
  VpcBlockPublicAccessExclusions: [
    'ExclusionId',
    'InvalidVpcBlockPublicAccessExclusionId.NotFound',
    'vpcBlockPublicAccessExclusion',
  ],
} as const;

/** Keys of a Snapshot whose rows have an id. */
export type Kind = keyof typeof KINDS;

export function find<K extends Kind>(snapshot: Snapshot, kind: K, id: string): RowOf<K> | undefined {
  const [key] = KINDS[kind];
  return rowsOf(snapshot, kind).find((row) => (row as Readonly<Record<string, unknown>>)[key] === id);
}

export function missing(kind: Kind, id: string): Refusal {
  const [, code, noun] = KINDS[kind];
  // Of security groups AWS speaks in other words than of all the rest.
  const what = kind === 'SecurityGroups' ? `${noun} '${id}'` : `${noun} ID '${id}'`;
  return refuse(code, `The ${what} does not exist`);
}
