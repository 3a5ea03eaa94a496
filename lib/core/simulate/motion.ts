/** Between two hops: where a packet is about to be judged next, and what the walk has noted so far. */
import type { Packet } from '../net/packet';
import type { PacketLaws } from '../rules/packet-laws';
import type { GroupMembers } from '../rules/security-group';
import type { NatGateway } from '../vpc/nat-gateway';
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';
import type { Route } from '../vpc/route-table';
import type { Subnet } from '../vpc/subnet';
import type { Vpc } from '../vpc/vpc';
import type { Connections } from './connections';
import type { Hosts } from './host';
import type { NatSessions } from './nat-sessions';
import type { Disposition } from './outcome';
import type { Arrival, Crossing, Step } from './trace';

export type Motion =
  /** A packet that a host or a gateway hands to its own interface. */
  | { readonly to: 'interface-out'; readonly networkInterface: NetworkInterface; readonly packet: Packet }
  | {
      readonly to: 'interface-in';
      readonly networkInterface: NetworkInterface;
      readonly packet: Packet;
      readonly crossesBorder: boolean;
    }
  /** At the router of a subnet. */
  | { readonly to: 'router'; readonly subnet: Subnet; readonly packet: Packet }
  | { readonly to: 'target'; readonly route: Route; readonly subnet: Subnet; readonly packet: Packet }
  /** Inside a VPC, on the way to whoever owns the destination. */
  | { readonly to: 'vpc'; readonly vpc: Vpc; readonly packet: Packet; readonly from: Subnet | undefined }
  | { readonly to: 'internet'; readonly packet: Packet };

export interface Ending {
  readonly to: 'end';
  readonly disposition: Disposition;
  readonly arrival?: Arrival;
}

/** What the whole walk shares: the map, the laws, and what is remembered from packet to packet. */
export interface Ground {
  readonly network: Network;
  readonly members: GroupMembers;
  readonly laws: PacketLaws;
  readonly hosts: Hosts;
  readonly connections: Connections;
  readonly natSessions: NatSessions;
  /** Interface id -> the NAT gateway it belongs to. */
  readonly natGateways: ReadonlyMap<string, NatGateway>;
}

/** One walk under way; hops write into it. */
export interface Walk extends Ground {
  /** Milliseconds since 1970. */
  now: number;
  readonly hops: { component: string; steps: Step[] }[];
  readonly crossings: WrittenCrossing[];
}

/** A crossing whose traffic path becomes known only after the route has been looked up. */
export type WrittenCrossing = { -readonly [K in keyof Crossing]: Crossing[K] };

export function note(walk: Walk, component: string, step: Step): void {
  const last = walk.hops.at(-1);
  if (last?.component === component) last.steps.push(step);
  else walk.hops.push({ component, steps: [step] });
}

export function end(disposition: Disposition, arrival?: Arrival): Ending {
  return arrival ? { to: 'end', disposition, arrival } : { to: 'end', disposition };
}
