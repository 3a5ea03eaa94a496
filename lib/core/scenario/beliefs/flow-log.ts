/** What people wrongly believe of flow logs: that something else stands in them. */

import { recordAddresses } from '../../flowlog/addresses';
import { LOG_ACTION, LOG_FLAGS_ORED, LOG_PRIVATE_ADDRESS } from '../../flowlog/rules';
import { isAtInterface } from '../../flowlog/subject';
import { recordedFlags } from '../../flowlog/tcp-flags';
import { type Address, isIpv4 } from '../../net/address';
import type { NetworkInterface } from '../../vpc/network-interface';
import { wrongLog } from '../belief';

export const recordsShowPublicAddresses = wrongLog({
  id: 'records-show-public-addresses',
  says: 'A record shows the public address of an instance where the internet talks to it.',
  truth: 'The interface knows only its private address, and that is what its records show.',
  rules: [LOG_PRIVATE_ADDRESS],
  traps: ['private-address-in-the-log'],
  laws: {
    addresses(seen) {
      const { source, destination } = recordAddresses(seen);
      if (!isAtInterface(seen)) return { source, destination };
      const own = (address: Address): Address => publicOf(seen.networkInterface, address) ?? address;
      return seen.direction === 'ingress'
        ? { source, destination: own(destination) }
        : { source: own(source), destination };
    },
  },
});

export const recordsShowTheFarTarget = wrongLog({
  id: 'records-show-the-far-target',
  says: 'A record at a NAT gateway or an appliance names the address that the packet is bound for.',
  truth: "Its own side shows the interface's address; what the packet is bound for stands in pkt-dstaddr.",
  rules: [LOG_PRIVATE_ADDRESS],
  traps: ['nat-rewrites-addresses'],
  laws: { addresses: ({ packet: { source, destination } }) => ({ source, destination }) },
});

export const onlyAcceptedTrafficIsLogged = wrongLog({
  id: 'only-accepted-traffic-is-logged',
  says: 'What a security group or a network ACL refuses leaves no record.',
  truth: 'A refusal is written as REJECT: an interface without records was never reached.',
  rules: [LOG_ACTION],
  traps: ['silence-is-not-denial', 'reflection-ssh'],
  laws: { writes: ({ action }) => action === 'ACCEPT' },
});

export const actionSaysWhatBecameOfIt = wrongLog({
  id: 'action-says-what-became-of-it',
  says: 'A packet that finds no route reads REJECT.',
  truth: 'REJECT is the word of security groups and network ACLs alone: no route table writes it.',
  rules: [LOG_ACTION],
  traps: ['accept-proves-one-way'],
  laws: { action: ({ action, unrouted }) => (unrouted ? 'REJECT' : action) },
});

export const flagsAreThoseOfTheFirstPacket = wrongLog({
  id: 'flags-are-those-of-the-first-packet',
  says: 'The tcp-flags of a record are those of its first packet.',
  truth: 'They are the OR over all packets of the window: 3 is a SYN and, later, a FIN.',
  rules: [LOG_FLAGS_ORED],
  traps: ['tcp-flags-are-ored'],
  laws: {
    tcpFlags: ({ packets, tcpFlags }, packet) => (packets === 0 ? recordedFlags(packet) : tcpFlags),
  },
});

/** The public IPv4 address that stands for a private one. */
function publicOf({ privateAddresses }: NetworkInterface, address: Address): Address | undefined {
  return isIpv4(address) ? privateAddresses.find((one) => one.address === address)?.publicAddress : undefined;
}
