/**
 * Which addresses a record prints: the interface's own primary private IPv4 in the place of what is not its own.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-limitations.html
 */
import { type Address, isIpv4 } from '../net/address';
import type { Crossing } from '../simulate/trace';
import type { NetworkInterface } from '../vpc/network-interface';

export interface RecordAddresses {
  readonly source: Address;
  readonly destination: Address;
}

export function recordAddresses({ networkInterface, direction, packet }: Crossing): RecordAddresses {
  const { source, destination } = packet;
  return direction === 'ingress'
    ? { source, destination: own(networkInterface, destination) }
    : { source: own(networkInterface, source), destination };
}

/** No substitution is documented for IPv6: the packet's address stands. */
function own({ primaryAddress }: NetworkInterface, address: Address): Address {
  return isIpv4(address) ? primaryAddress : address;
}

/** The undocumented case: a packet sent from one of the interface's secondary addresses. */
export function leavesFromSecondary({ networkInterface, direction, packet }: Crossing): boolean {
  return (
    direction === 'egress' &&
    packet.source !== networkInterface.primaryAddress &&
    networkInterface.privateAddresses.some(({ address }) => address === packet.source)
  );
}
