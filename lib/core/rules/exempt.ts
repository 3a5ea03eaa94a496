/**
 * What no filter judges and no flow log writes down: the services at reserved addresses.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-limitations.html
 */
import { type Address, isIpv4, parseAddress } from '../net/address';
import { addressAt, constantCidr, contains } from '../net/cidr';
import type { Packet } from '../net/packet';
import { TCP, UDP } from '../net/protocol';
import type { Subnet } from '../vpc/subnet';
import type { Vpc } from '../vpc/vpc';
import type { Rule } from './rule';

export const NEVER_LOGGED: Rule = {
  id: 'flowlog.never-logged',
  says: 'Traffic to the Amazon DNS server, instance and task metadata, Windows activation, the time service and DHCP is neither filtered nor logged.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-limitations.html',
};

type Service = 'metadata' | 'resolver' | 'time' | 'windows-activation';

/** Task metadata: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-metadata-endpoint.html */
const ADDRESSES: Readonly<Record<Service, readonly string[]>> = {
  metadata: ['169.254.169.254', 'fd00:ec2::254', '169.254.170.2'],
  resolver: ['169.254.169.253', 'fd00:ec2::253'],
  time: ['169.254.169.123', 'fd00:ec2::123'],
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/troubleshoot-windows-common-issues.html
  'windows-activation': ['169.254.169.250', '169.254.169.251', 'fd00:ec2::250', 'fd00:ec2::251'],
};

const SERVICES: ReadonlyMap<Address | undefined, Service> = new Map(
  (Object.keys(ADDRESSES) as Service[]).flatMap((service) =>
    ADDRESSES[service].map((text) => [parseAddress(text), service] as const),
  ),
);

/** Whether the packet goes to one of those services. */
export function isExempt({ vpc }: Subnet, { destination, destinationPort, protocol }: Packet): boolean {
  const service = isReserved(destination) ? SERVICES.get(destination) : undefined;
  if (service === 'metadata') return true;
  if (service === 'time') return protocol === UDP && destinationPort === 123;
  if (service === 'windows-activation') return protocol === TCP && destinationPort === 1688;
  if (destinationPort === 53) return service === 'resolver' || isVpcResolver(vpc, destination);
  return protocol === UDP && (destinationPort === 67 || destinationPort === 547);
}

/** Neither security groups nor network ACLs are asked about it. */
export function filtersJudgeExempt(): boolean {
  return false;
}

const RESERVED = constantCidr('169.254.0.0/16');
const RESERVED_V6 = constantCidr('fd00:ec2::/32');

/** Where all of them are, and hardly any packet goes. */
function isReserved(address: Address): boolean {
  return contains(RESERVED, address) || contains(RESERVED_V6, address);
}

/** The Amazon DNS server also answers at the VPC's base address plus two. */
function isVpcResolver(vpc: Vpc, destination: Address): boolean {
  const [primary] = vpc.cidrs;
  return primary !== undefined && isIpv4(destination) && addressAt(primary, 2) === destination;
}

/** The router of a VPC has the second address of every subnet; nothing sent to it is logged, and it answers nobody. */
export function isRouterAddress({ cidrs }: Subnet, address: Address): boolean {
  return cidrs.some(({ base, length }) => typeof base === 'number' && length < 32 && base + 1 === address);
}
