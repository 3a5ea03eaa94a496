/** The Snapshot: one account and Region as `aws ec2 describe-*` prints it, merged into one object under the API's own keys. */
import * as z from 'zod';
import { flowLogSchema, ipRangeSchema } from './flow-log';
import {
  addressSchema,
  internetGatewaySchema,
  natGatewaySchema,
  vpcPeeringConnectionSchema,
} from './gateway';
import type { Immutable } from './immutable';
import { networkAclSchema } from './network-acl';
import { instanceSchema, networkInterfaceSchema } from './network-interface';
import { routeTableSchema } from './route-table';
import { securityGroupRuleSchema, securityGroupSchema } from './security-group';
import { subnetSchema, vpcSchema } from './vpc';

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
  NatGateways: rows(natGatewaySchema),
  Addresses: rows(addressSchema),
  VpcPeeringConnections: rows(vpcPeeringConnectionSchema),
  FlowLogs: rows(flowLogSchema),
  IpRanges: rows(ipRangeSchema),
});

export type Snapshot = Immutable<z.infer<typeof snapshotSchema>>;

/** Keys that belong to the document and are kept, but whose rows nothing reads yet. */
export const NOT_MODELLED_KINDS: readonly string[] = [
  'EgressOnlyInternetGateways',
  'TransitGateways',
  'TransitGatewayAttachments',
  'TransitGatewayVpcAttachments',
  'TransitGatewayPeeringAttachments',
  'TransitGatewayRouteTables',
  'VpcEndpoints',
  'VpcEndpointServiceConfigurations',
  'PrefixLists',
  'ManagedPrefixLists',
  'VpnGateways',
  'CustomerGateways',
  'VpnConnections',
  'DhcpOptions',
  'LoadBalancers',
  'LoadBalancerAttributes',
  'Listeners',
  'TargetGroups',
  'TargetHealth',
  'Firewalls',
  'FirewallPolicies',
  'RuleGroups',
  'VpcBlockPublicAccessOptions',
  'VpcBlockPublicAccessExclusions',
  'VpcAttributes',
  'HostedZones',
  'ResolverEndpoints',
  'ResolverRules',
  'DirectConnectGateways',
  'VirtualInterfaces',
  'EcsTasks',
  'AutoScalingGroups',
  'VpcEncryptionControls',
];
