/** The Snapshot: one account and Region as `aws ec2 describe-*` prints it, merged into one object under the API's own keys. */
import * as z from 'zod';
import {
  vpcBlockPublicAccessExclusionSchema,
  vpcBlockPublicAccessOptionsSchema,
} from './block-public-access';
import { flowLogSchema, ipRangeSchema } from './flow-log';
import {
  addressSchema,
  egressOnlyInternetGatewaySchema,
  internetGatewaySchema,
  natGatewaySchema,
  vpcPeeringConnectionSchema,
} from './gateway';
import type { Immutable } from './immutable';
import { networkAclSchema } from './network-acl';
import { instanceSchema, networkInterfaceSchema } from './network-interface';
import { managedPrefixListSchema, prefixListSchema } from './prefix-list';
import { autoScalingGroupSchema, ecsTaskSchema, vpcEncryptionControlSchema } from './record-source';
import { routeTableSchema } from './route-table';
import { securityGroupRuleSchema, securityGroupSchema } from './security-group';
import {
  transitGatewayAttachmentSchema,
  transitGatewayPeeringAttachmentSchema,
  transitGatewayRouteTableSchema,
  transitGatewaySchema,
  transitGatewayVpcAttachmentSchema,
} from './transit-gateway';
import { subnetSchema, vpcSchema } from './vpc';
import { vpcEndpointSchema } from './vpc-endpoint';
import {
  customerGatewaySchema,
  directConnectGatewaySchema,
  virtualInterfaceSchema,
  vpnConnectionSchema,
  vpnGatewaySchema,
} from './vpn';

const rows = <T extends z.ZodType>(row: T) => z.array(row).optional();

export const snapshotSchema = z.looseObject({
  Region: z.string().optional(),
  OwnerId: z.string().optional(),
  Vpcs: rows(vpcSchema),
  Subnets: rows(subnetSchema),
  RouteTables: rows(routeTableSchema),
  NetworkAcls: rows(networkAclSchema),
  SecurityGroups: rows(securityGroupSchema),
  SecurityGroupRules: rows(securityGroupRuleSchema),
  NetworkInterfaces: rows(networkInterfaceSchema),
  Instances: rows(instanceSchema),
  InternetGateways: rows(internetGatewaySchema),
  EgressOnlyInternetGateways: rows(egressOnlyInternetGatewaySchema),
  NatGateways: rows(natGatewaySchema),
  Addresses: rows(addressSchema),
  VpcPeeringConnections: rows(vpcPeeringConnectionSchema),
  TransitGateways: rows(transitGatewaySchema),
  TransitGatewayAttachments: rows(transitGatewayAttachmentSchema),
  TransitGatewayVpcAttachments: rows(transitGatewayVpcAttachmentSchema),
  TransitGatewayPeeringAttachments: rows(transitGatewayPeeringAttachmentSchema),
  TransitGatewayRouteTables: rows(transitGatewayRouteTableSchema),
  VpcEndpoints: rows(vpcEndpointSchema),
  PrefixLists: rows(prefixListSchema),
  ManagedPrefixLists: rows(managedPrefixListSchema),
  VpnGateways: rows(vpnGatewaySchema),
  CustomerGateways: rows(customerGatewaySchema),
  VpnConnections: rows(vpnConnectionSchema),
  DirectConnectGateways: rows(directConnectGatewaySchema),
  VirtualInterfaces: rows(virtualInterfaceSchema),
  VpcBlockPublicAccessOptions: rows(vpcBlockPublicAccessOptionsSchema),
  VpcBlockPublicAccessExclusions: rows(vpcBlockPublicAccessExclusionSchema),
  FlowLogs: rows(flowLogSchema),
  IpRanges: rows(ipRangeSchema),
  EcsTasks: rows(ecsTaskSchema),
  AutoScalingGroups: rows(autoScalingGroupSchema),
  VpcEncryptionControls: rows(vpcEncryptionControlSchema),
});

export type Snapshot = Immutable<z.infer<typeof snapshotSchema>>;

/** Keys that belong to the document and are kept, but whose rows nothing reads yet. */
export const NOT_MODELLED_KINDS: readonly string[] = [
  'VpcEndpointServiceConfigurations',
  'DhcpOptions',
  'LoadBalancers',
  'LoadBalancerAttributes',
  'Listeners',
  'TargetGroups',
  'TargetHealth',
  'Firewalls',
  'FirewallPolicies',
  'RuleGroups',
  'VpcAttributes',
  'HostedZones',
  'ResolverEndpoints',
  'ResolverRules',
];
