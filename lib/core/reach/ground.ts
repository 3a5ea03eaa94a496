/** What all walks over one network share: its map made ready, and every filter as a set, computed once. */
import type { Address } from '../net/address';
import type { Cidr } from '../net/cidr';
import type { Ipv4 } from '../net/ipv4';
import type { PacketSet } from '../net/packet-set';
import { PacketSpace } from '../net/packet-space';
import { type GroupMembers, groupMembers } from '../rules/group-members';
import type { NatGateway } from '../vpc/nat-gateway';
import type { Network } from '../vpc/network';
import type { NetworkAcl, NetworkAclEntry } from '../vpc/network-acl';
import type { RouteTable } from '../vpc/route-table';
import type { SecurityGroup } from '../vpc/security-group';
import type { Subnet } from '../vpc/subnet';
import type { TransitGatewayRouteTable } from '../vpc/transit-gateway';
import type { Vpc } from '../vpc/vpc';
import { type Link, linksIn } from './ends/links';
import { type Owned, ownersOf } from './ends/owners';
import { type Stations, stationsOf } from './ends/station';
import {
  answered,
  type FilterSet,
  type FilterSide,
  type GroupRule,
  namesGroups,
  networkAclSet,
  securityGroupSet,
} from './filters';
import { exemptSet, routerSet } from './hop/exempt';
import type { Leg } from './leg';
import type { Mode } from './limits';
import { type RouteSlices, routeShares, slicesOf, type TransitSlices, transitShares } from './routes';

export interface Ground {
  readonly network: Network;
  readonly mode: Mode;
  readonly space: PacketSpace;
  readonly stations: Stations;
  readonly members: GroupMembers;
  readonly links: readonly Link[];
  /** Public address -> the regional NAT gateway that writes it. */
  readonly regionalNatGateways: ReadonlyMap<Address, NatGateway>;
  /** VPC id -> private address and the public one paired with it. */
  readonly publicPairs: ReadonlyMap<string, readonly AddressPair[]>;
  networkAcl(acl: NetworkAcl, side: FilterSide): FilterSet<NetworkAclEntry>;
  /** `references`: whose groups are in sight. */
  securityGroups(
    groups: readonly SecurityGroup[],
    side: FilterSide,
    references: 'in-sight' | 'lost' | 'all',
  ): FilterSet<GroupRule>;
  routes(table: RouteTable, to: 'source' | 'destination'): RouteSlices;
  transitRoutes(table: TransitGatewayRouteTable, to: 'source' | 'destination'): TransitSlices;
  /** What no filter of the subnet judges, and what is for its router itself. */
  besideFilters(subnet: Subnet, leg: Leg): { readonly exempt: PacketSet; readonly router: PacketSet };
  /** The packets with one of these addresses, or one of these blocks; remembered by the list, so keep it. */
  within(field: 'source' | 'destination', addresses: readonly (Address | Cidr)[]): PacketSet;
  /** Who in a VPC has the addresses that packets are for. */
  ownersIn(vpcId: string, packets: PacketSet, to: 'source' | 'destination'): readonly Owned[];
  /** The packets that a host answers at all. */
  readonly answered: PacketSet;
}

export interface AddressPair {
  readonly privateAddress: Ipv4;
  readonly publicAddress: Ipv4;
}

interface GroundOptions {
  readonly mode?: Mode;
  /** Interfaces that must not be taken together with others. */
  readonly apart?: ReadonlySet<string> | 'all';
  readonly space?: PacketSpace;
}

export function groundOf(
  network: Network,
  { mode = 'complete', apart = new Set(), space = new PacketSpace() }: GroundOptions = {},
): Ground {
  const members = groupMembers(network);
  const everywhere = membersAnywhere(network);
  const stations = stationsOf(network, apart);
  const remember = memory();
  return {
    network,
    mode,
    space,
    members,
    stations,
    links: linksIn(network),
    regionalNatGateways: new Map(
      [...network.natGateways.values()]
        .filter(({ regional }) => regional)
        .flatMap((gateway) => gateway.addresses.map((address) => [address, gateway] as const)),
    ),
    publicPairs: publicPairs(network),
    networkAcl: (acl, side) =>
      remember(`acl ${acl.id} ${side.direction} ${side.leg}`, () => networkAclSet(space, acl, side)),
    securityGroups: (groups, side, references) => {
      const sight = namesGroups(groups, side.direction) ? references : 'in-sight';
      const key = `sg ${groups.map(({ id }) => id).join(' ')} ${side.direction} ${side.leg} ${sight}`;
      const seen = sight === 'lost' ? nobody : sight === 'all' ? everywhere : members;
      return remember(key, () => securityGroupSet(space, groups, side, seen));
    },
    routes: (table, to) =>
      remember(`rtb ${table.id} ${to}`, () => {
        const shares = remember(`rtb ${table.id}`, () => routeShares(table));
        return slicesOf(space, shares, to);
      }),
    transitRoutes: (table, to) =>
      remember(`tgw-rtb ${table.id} ${to}`, () => {
        const shares = remember(`tgw-rtb ${table.id}`, () => transitShares(table));
        return slicesOf(space, shares, to);
      }),
    besideFilters: (subnet, leg) =>
      remember(`beside ${subnet.id} ${leg}`, () => {
        const exempt = exemptSet(space, subnet, leg);
        return { exempt, router: routerSet(space, subnet, leg).subtract(exempt) };
      }),
    within: withinAddresses(space),
    ownersIn: ownersByPackets(space, stations),
    answered: answered(space),
  };
}

/** The blocks of a VPC or a subnet and the addresses of an interface are asked for again and again. */
function withinAddresses(space: PacketSpace): Ground['within'] {
  const known = { source: new Map<object, PacketSet>(), destination: new Map<object, PacketSet>() };
  return (field, addresses) => {
    const before = known[field].get(addresses);
    if (before) return before;
    const set = space.box({ [field]: addresses });
    known[field].set(addresses, set);
    return set;
  };
}

function ownersByPackets(space: PacketSpace, stations: Stations): Ground['ownersIn'] {
  const known = new Map<string, Map<PacketSet, readonly Owned[]>>();
  return (vpcId, packets, to) => {
    const key = `${vpcId} ${to}`;
    const own = known.get(key) ?? new Map<PacketSet, readonly Owned[]>();
    known.set(key, own);
    const before = own.get(packets);
    if (before) return before;
    const owners = ownersOf(space, stations.byAddress.get(vpcId) ?? [], packets, to);
    own.set(packets, owners);
    return owners;
  };
}

/** The sender's groups are out of sight: no reference matches. */
const nobody: GroupMembers = () => undefined;

/** As if every group could be seen from everywhere. */
function membersAnywhere(network: Network): GroupMembers {
  const vpcOf = (id: string): string => network.securityGroups.get(id)?.vpcId ?? '';
  const members = groupMembers(network);
  return (referenced, _fromVpcId, direction) => members(referenced, vpcOf(referenced), direction);
}

/** One answer per key; the caller's keys tell its kinds apart. */
function memory(): <T>(key: string, compute: () => T) => T {
  const known = new Map<string, unknown>();
  return <T>(key: string, compute: () => T): T => {
    if (known.has(key)) return known.get(key) as T;
    const value = compute();
    known.set(key, value);
    return value;
  };
}

function publicPairs({ networkInterfaces }: Network): Ground['publicPairs'] {
  const pairs = new Map<string, AddressPair[]>();
  for (const { subnet, privateAddresses } of networkInterfaces.values()) {
    for (const { address, publicAddress } of privateAddresses) {
      if (publicAddress === undefined) continue;
      const list = pairs.get(subnet.vpc.id) ?? [];
      pairs.set(subnet.vpc.id, list);
      list.push({ privateAddress: address, publicAddress });
    }
  }
  return pairs;
}

export function vpcOf({ network }: Ground, id: string): Vpc | undefined {
  return network.vpcs.get(id);
}
