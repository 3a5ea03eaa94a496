/** Which addresses the internet knows, and how an interface comes by one. */
import { formatAddress } from '../../net/address';
import { type Cidr, constantCidr } from '../../net/cidr';
import { blocksOf } from '../../net/interval';
import type { PacketSet } from '../../net/packet-set';
import { LINK_LOCAL, RFC1918, RFC6598 } from '../../net/special';
import type { Vpc } from '../../vpc/vpc';
import type { Obstacle } from '../blockers/obstacle';
import type { Repair } from '../blockers/repair';
import type { Ground } from '../ground';
import type { Search } from '../search';
import type { Check } from './judge';

export function notTo(
  search: Search,
  field: 'source' | 'destination',
  cidrs: readonly Cidr[],
  id: string,
  code: Obstacle['code'],
  vpc: Vpc,
): Check {
  return {
    refuses: search.within(field, cidrs),
    obstacle: () => ({ key: `${code} ${id}`, code, facts: { InternetGateway: id, Vpc: vpc.id } }),
  };
}

export function firstOf(packets: PacketSet, field: 'source' | 'destination'): string {
  const [first] = packets.project(field).flatMap(blocksOf);
  return first ? formatAddress(first.base) : '';
}

/** One setting both ways: an interface without a public address can neither be reached nor reach out. */
export function noPublicAddress(
  search: Search,
  id: string,
  vpc: Vpc,
  refused: PacketSet,
  field: 'source' | 'destination',
): Obstacle {
  const owner = ownerOf(search, vpc, refused, field);
  return {
    key: `public-address ${owner?.id ?? vpc.id}`,
    code: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
    facts: {
      InternetGateway: id,
      Address: firstOf(refused, field),
      Vpc: vpc.id,
      ...(owner && { NetworkInterface: owner.id }),
    },
    ...(owner && { repair: associate(owner.id) }),
  };
}

export function ownerOf(search: Search, vpc: Vpc, packets: PacketSet, field: 'source' | 'destination') {
  const [first] = packets.project(field);
  return first && search.network.privateAddresses.get(vpc.id)?.get(first.from as never);
}

export function associate(networkInterfaceId: string): Repair {
  return [
    { Service: 'ec2', Action: 'AllocateAddress', Domain: 'vpc', As: `address-${networkInterfaceId}` },
    {
      Service: 'ec2',
      Action: 'AssociateAddress',
      AllocationId: { Ref: `address-${networkInterfaceId}` },
      NetworkInterfaceId: networkInterfaceId,
    },
  ];
}

const NEVER_PUBLIC = [
  ...RFC1918,
  RFC6598,
  ...LINK_LOCAL,
  constantCidr('0.0.0.0/8'),
  constantCidr('127.0.0.0/8'),
  constantCidr('224.0.0.0/3'),
];

/** A public address that nobody has yet: what an association would bring. */
export function unknownPublic(
  { space, network, regionalNatGateways }: Ground,
  field: 'source' | 'destination',
): PacketSet {
  const owned = [...network.publicAddresses.keys(), ...regionalNatGateways.keys()];
  return space.everything.subtract(space.box({ [field]: [...NEVER_PUBLIC, ...owned] }));
}
