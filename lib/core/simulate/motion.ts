/** Between two hops: where a packet is about to be judged next, and what the walk has noted so far. */
import type { Packet } from '../net/packet';
import type { GroupMembers } from '../rules/group-members';
import type { PacketLaws } from '../rules/packet-laws';
import type { Rule } from '../rules/rule';
import type { NatGateway } from '../vpc/nat-gateway';
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';
import type { Route, RouteTable } from '../vpc/route-table';
import { type Subnet, zoneOf } from '../vpc/subnet';
import type { TransitGateway, TransitGatewayAttachment } from '../vpc/transit-gateway';
import type { Vpc } from '../vpc/vpc';
import type { VpcEndpoint } from '../vpc/vpc-endpoint';
import type { Hosts } from './host';
import type { Memory } from './memory';
import type { Disposition } from './outcome';
import type { Link } from './premises';
import type { Arrival, Bounce, Crossing, NatCrossing, Step } from './trace';

/** Where a route table is asked: in a subnet, or at a regional NAT gateway, which stands in none. */
export interface Place {
  readonly vpc: Vpc;
  readonly routeTable: RouteTable;
  readonly subnet: Subnet | undefined;
  /** Availability Zone. */
  readonly zone: string;
}

export type Motion =
  /** A packet that a host or a gateway hands to its own interface. */
  | { readonly to: 'interface-out'; readonly networkInterface: NetworkInterface; readonly packet: Packet }
  | {
      readonly to: 'interface-in';
      readonly networkInterface: NetworkInterface;
      readonly packet: Packet;
      readonly crossesBorder: boolean;
    }
  | { readonly to: 'router'; readonly place: Place; readonly packet: Packet }
  | { readonly to: 'target'; readonly route: Route; readonly place: Place; readonly packet: Packet }
  /** Inside a VPC, on the way to whoever owns the destination. */
  | { readonly to: 'vpc'; readonly vpc: Vpc; readonly packet: Packet; readonly from: Subnet | undefined }
  /** At a gateway of a VPC, on the way in: its own route table may lead elsewhere first. */
  | { readonly to: 'vpc-edge'; readonly gatewayId: string; readonly vpc: Vpc; readonly packet: Packet }
  | {
      readonly to: 'transit-gateway';
      readonly gateway: TransitGateway;
      readonly attachment: TransitGatewayAttachment;
      readonly zone: string;
      readonly packet: Packet;
    }
  /** On a VPN connection or virtual interface, towards the premises or towards AWS. */
  | { readonly to: 'premises' | 'aws'; readonly link: Link; readonly packet: Packet }
  | { readonly to: 'internet'; readonly packet: Packet };

export interface Ending {
  readonly to: 'end';
  readonly disposition: Disposition;
  readonly arrival?: Arrival;
}

/** What the whole walk shares: the map, the laws, and what is remembered from packet to packet. */
export interface Ground {
  readonly network: Network;
  readonly hosts: Hosts;
  readonly laws: PacketLaws;
  readonly members: GroupMembers;
  readonly memory: Memory;
  /** Interface id -> the NAT gateway it belongs to. */
  readonly natGateways: ReadonlyMap<string, NatGateway>;
  /** Public address -> the regional NAT gateway that writes it. */
  readonly regionalNatGateways: ReadonlyMap<Packet['source'], NatGateway>;
  /** Interface id -> the endpoint it belongs to. */
  readonly endpoints: ReadonlyMap<string, VpcEndpoint>;
  /** Whether walks keep their steps; without them a verdict costs less. */
  readonly keepsSteps: boolean;
}

/** One walk under way; hops write into it. */
export interface Walk extends Ground {
  /** Milliseconds since 1970. */
  now: number;
  readonly hops: { component: string; steps: Step[] }[];
  readonly crossings: WrittenCrossing[];
  readonly natCrossings: NatCrossing[];
  bounce: Bounce | undefined;
  /** The crossing that the packet has just left behind; undefined once it is past something that has no interface to show: the internet, another Region, the premises. */
  leftBy: WrittenCrossing | undefined;
  /** Why a reference to the sender's security group no longer matches; undefined while it does. */
  identityLost: Rule | undefined;
}

/** Written out field by field: spreading the ground took longer than the rest of the walk. */
export function newWalk(ground: Ground, at: number): Walk {
  return {
    network: ground.network,
    hosts: ground.hosts,
    laws: ground.laws,
    members: ground.members,
    memory: ground.memory,
    natGateways: ground.natGateways,
    regionalNatGateways: ground.regionalNatGateways,
    endpoints: ground.endpoints,
    keepsSteps: ground.keepsSteps,
    now: at,
    hops: [],
    crossings: [],
    natCrossings: [],
    bounce: undefined,
    leftBy: undefined,
    identityLost: undefined,
  };
}

/** A crossing whose fate becomes known only after the route has been looked up. */
export type WrittenCrossing = { -readonly [K in keyof Crossing]: Crossing[K] };

/** Where steps are written down, if they are kept at all. */
export type Notes = Pick<Walk, 'keepsSteps' | 'hops'>;

export function note({ keepsSteps, hops }: Notes, component: string, step: Step): void {
  if (!keepsSteps) return;
  const last = hops.at(-1);
  if (last?.component === component) last.steps.push(step);
  else hops.push({ component, steps: [step] });
}

export function end(disposition: Disposition, arrival?: Arrival): Ending {
  return arrival ? { to: 'end', disposition, arrival } : { to: 'end', disposition };
}

export function placeOf(subnet: Subnet): Place {
  return { vpc: subnet.vpc, routeTable: subnet.routeTable, subnet, zone: zoneOf(subnet) };
}
