/** A network interface: the place where packets are judged by security groups and written down by flow logs. */
import type { InstanceRow, NetworkInterfaceRow } from '../ec2/schema/network-interface';
import type { Address } from '../net/address';
import type { Ipv4 } from '../net/ipv4';
import { isNitro, isNitroV6 } from './instance-type';
import { type Tags, tagsOf } from './record-source';
import { nameOf } from './report';
import type { SecurityGroup } from './security-group';
import type { Subnet } from './subnet';

export interface NetworkInterface {
  readonly id: string;
  readonly name?: string;
  readonly description: string;
  readonly ownerId: string;
  readonly subnet: Subnet;
  /** The primary private IPv4 address: what a flow log prints for "this interface". */
  readonly primaryAddress: Ipv4;
  /** Private IPv4 addresses, the primary first, each with the public address that an internet gateway would swap in. */
  readonly privateAddresses: readonly PrivateAddress[];
  readonly ipv6Addresses: readonly Address[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly sourceDestCheck: boolean;
  readonly interfaceType: string;
  /** Made by an AWS service on the owner's behalf: flow logs then print no instance id. */
  readonly requesterManaged: boolean;
  readonly trackingTimeouts: TrackingTimeouts;
  readonly tags: Tags;
  readonly instance?: Instance;
}

/** Idle time-outs of tracked connections in seconds. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ConnectionTrackingConfiguration.html */
export interface TrackingTimeouts {
  readonly tcpEstablished: number;
  readonly udpStream: number;
  readonly udp: number;
}

export interface PrivateAddress {
  readonly address: Ipv4;
  readonly publicAddress?: Ipv4;
}

export interface Instance {
  readonly id: string;
  readonly name?: string;
  readonly tags: Tags;
  /** Nitro instances are logged by the minute, and their traffic paths have numbers of their own. */
  readonly isNitro: boolean;
  readonly isNitroV6: boolean;
  readonly state: 'pending' | 'running' | 'shutting-down' | 'terminated' | 'stopping' | 'stopped';
}

export function parseInstance(row: InstanceRow): Instance {
  const name = nameOf(row.Tags);
  return {
    id: row.InstanceId,
    ...(name !== undefined && { name }),
    tags: tagsOf(row.Tags),
    isNitro: isNitro(row.InstanceType),
    isNitroV6: isNitroV6(row.InstanceType),
    state: row.State?.Name ?? 'running',
  };
}

/** What somebody set for the interface, else EC2's own: newer instances forget idle TCP connections after 350 seconds. */
export function trackingTimeouts(
  { ConnectionTrackingConfiguration: set }: NetworkInterfaceRow,
  instance: Instance | undefined,
): TrackingTimeouts {
  return {
    tcpEstablished: set?.TcpEstablishedTimeout ?? (instance?.isNitroV6 ? 350 : 432_000),
    udpStream: set?.UdpStreamTimeout ?? 180,
    udp: set?.UdpTimeout ?? 30,
  };
}
