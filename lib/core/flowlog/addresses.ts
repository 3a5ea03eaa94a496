/**
 * Which addresses a record prints: the interface's own primary private IPv4 in the place of what is not its own.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-limitations.html
 */
import { type Address, isIpv4 } from '../net/address';
import type { NetworkInterface } from '../vpc/network-interface';
import { isAtInterface, type Seen } from './subject';

export interface RecordAddresses {
  readonly source: Address;
  readonly destination: Address;
}

/** A regional NAT gateway has no private address of its own: its records print the packet's. */
export function recordAddresses(seen: Seen): RecordAddresses {
  const { source, destination } = seen.packet;
  if (!isAtInterface(seen)) return { source, destination };
  return seen.direction === 'ingress'
    ? { source, destination: own(seen.networkInterface, destination) }
    : { source: own(seen.networkInterface, source), destination };
}

/** No substitution is documented for IPv6: the packet's address stands. */
function own({ primaryAddress }: NetworkInterface, address: Address): Address {
  return isIpv4(address) ? primaryAddress : address;
}

/** The undocumented case: a packet sent from one of the interface's secondary addresses. */
export function leavesFromSecondary(seen: Seen): boolean {
  if (!isAtInterface(seen) || seen.direction === 'ingress') return false;
  const { primaryAddress, privateAddresses } = seen.networkInterface;
  const { source } = seen.packet;
  return source !== primaryAddress && privateAddresses.some(({ address }) => address === source);
}
