/** The valid network: everything a Snapshot says, parsed, cross-checked and indexed; `parse-network` is its door. */
import type { Address } from '../net/address';
import type { Cidr } from '../net/cidr';
import type { FlowLog } from './flow-log';
import type { InternetGateway, NatGateway, VpcPeeringConnection } from './gateway';
import type { NetworkAcl } from './network-acl';
import type { Instance, NetworkInterface } from './network-interface';
import type { RouteTable } from './route-table';
import type { SecurityGroup } from './security-group';
import type { Subnet } from './subnet';
import type { Vpc } from './vpc';

export interface Network {
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
  readonly natGateways: ReadonlyMap<string, NatGateway>;
  readonly vpcPeeringConnections: ReadonlyMap<string, VpcPeeringConnection>;
  readonly flowLogs: ReadonlyMap<string, FlowLog>;
  /** VPC id -> private IPv4 or IPv6 address -> its interface: two VPCs may use the same addresses. */
  readonly privateAddresses: ReadonlyMap<string, ReadonlyMap<Address, NetworkInterface>>;
  /** Public IPv4 address -> the interface it is paired with. */
  readonly publicAddresses: ReadonlyMap<Address, NetworkInterface>;
  /** AWS's published address ranges, where the document carries them. */
  readonly ipRanges: readonly IpRange[];
}

export interface IpRange {
  readonly cidr: Cidr;
  readonly service: string;
}
