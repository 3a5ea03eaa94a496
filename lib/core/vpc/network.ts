/** The valid network: everything a Snapshot says, parsed, cross-checked and indexed; `parse-network` is its door. */
import type { Address } from '../net/address';
import type { Cidr } from '../net/cidr';
import type { BlockPublicAccess } from './block-public-access';
import type { FlowLog } from './flow-log';
import type { EgressOnlyInternetGateway, InternetGateway } from './internet-gateway';
import type { NatGateway } from './nat-gateway';
import type { NetworkAcl } from './network-acl';
import type { Instance, NetworkInterface } from './network-interface';
import type { PrefixList } from './prefix-list';
import type { RecordSources } from './record-source';
import type { RouteTable } from './route-table';
import type { SecurityGroup } from './security-group';
import type { Subnet } from './subnet';
import type { TransitGateway } from './transit-gateway';
import type { Vpc } from './vpc';
import type { VpcEndpoint } from './vpc-endpoint';
import type { VpcPeeringConnection } from './vpc-peering-connection';
import type { Hybrid } from './vpn';

export interface Network extends Hybrid {
  readonly region: string;
  readonly ownerId: string;
  /** Every noun by its id. */
  readonly vpcs: ReadonlyMap<string, Vpc>;
  readonly subnets: ReadonlyMap<string, Subnet>;
  readonly routeTables: ReadonlyMap<string, RouteTable>;
  readonly networkAcls: ReadonlyMap<string, NetworkAcl>;
  readonly securityGroups: ReadonlyMap<string, SecurityGroup>;
  readonly networkInterfaces: ReadonlyMap<string, NetworkInterface>;
  readonly instances: ReadonlyMap<string, Instance>;
  readonly internetGateways: ReadonlyMap<string, InternetGateway>;
  readonly egressOnlyInternetGateways: ReadonlyMap<string, EgressOnlyInternetGateway>;
  readonly natGateways: ReadonlyMap<string, NatGateway>;
  readonly vpcPeeringConnections: ReadonlyMap<string, VpcPeeringConnection>;
  readonly transitGateways: ReadonlyMap<string, TransitGateway>;
  readonly vpcEndpoints: ReadonlyMap<string, VpcEndpoint>;
  readonly prefixLists: ReadonlyMap<string, PrefixList>;
  readonly flowLogs: ReadonlyMap<string, FlowLog>;
  /** Instance id -> its first interface in the document's order. */
  readonly instanceInterfaces: ReadonlyMap<string, NetworkInterface>;
  readonly blockPublicAccess: BlockPublicAccess;
  /** Internet or virtual private gateway id -> the table that steers what enters by it. */
  readonly gatewayRouteTables: ReadonlyMap<string, RouteTable>;
  /** VPC id -> private IPv4 or IPv6 address -> its interface: two VPCs may use the same addresses. */
  readonly privateAddresses: ReadonlyMap<string, ReadonlyMap<Address, NetworkInterface>>;
  /** Public IPv4 address -> the interface it is paired with. */
  readonly publicAddresses: ReadonlyMap<Address, NetworkInterface>;
  readonly recordSources: RecordSources;
  /** AWS's published address ranges, where the document carries them. */
  readonly ipRanges: readonly IpRange[];
}

export interface IpRange {
  readonly cidr: Cidr;
  readonly service: string;
}
