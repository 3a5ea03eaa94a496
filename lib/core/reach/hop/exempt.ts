/**
 * What no filter judges: the services at reserved addresses, and the router's own.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-limitations.html
 */
import { isIpv4, parseAddress } from '../../net/address';
import { addressAt } from '../../net/cidr';
import type { PacketSet } from '../../net/packet-set';
import type { PacketSpace } from '../../net/packet-space';
import { TCP, UDP } from '../../net/protocol';
import type { Subnet } from '../../vpc/subnet';
import { endsOf, type Leg } from '../leg';

const address = (text: string) => parseAddress(text) ?? [];
/** Of the instance, and of a task. */
const METADATA = ['169.254.169.254', '169.254.170.2'].flatMap(address);
const WINDOWS_ACTIVATION = ['169.254.169.250', '169.254.169.251'].flatMap(address);
const RESOLVER = address('169.254.169.253');
const TIME_SYNC = address('169.254.169.123');

export function exemptSet(space: PacketSpace, { vpc }: Subnet, leg: Leg): PacketSet {
  const { to } = endsOf(leg);
  const port = leg === 'forward' ? 'destinationPort' : 'sourcePort';
  const [primary] = vpc.cidrs;
  const vpcResolver = primary && isIpv4(primary.base) ? (addressAt(primary, 2) ?? []) : [];
  return space.union([
    space.box({ [to]: METADATA }),
    space.box({ [to]: RESOLVER, [port]: 53 }),
    space.box({ [to]: vpcResolver, [port]: 53 }),
    space.box({ [to]: TIME_SYNC, [port]: 123, protocol: UDP }),
    space.box({ [to]: WINDOWS_ACTIVATION, [port]: 1688, protocol: TCP }),
    space.box({ [port]: [67, 547], protocol: UDP }),
  ]);
}

/** The router of a VPC has the second address of every subnet; it answers nobody. */
export function routerSet(space: PacketSpace, { cidrs }: Subnet, leg: Leg): PacketSet {
  return space.box({ [endsOf(leg).to]: cidrs.flatMap((cidr) => addressAt(cidr, 1) ?? []) });
}
