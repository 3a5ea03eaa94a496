/** One way through the network, as far as some packets have come on it: immutable, so that a fork shares what lies behind. */
import type { PacketSet } from '../net/packet-set';
import type { Direction } from '../vpc/match';
import type { NetworkAclEntry } from '../vpc/network-acl';
import type { Route } from '../vpc/route-table';
import type { TransitGatewayRoute } from '../vpc/transit-gateway';
import { isSubset, type Obstacle } from './blockers/obstacle';
import type { Chain } from './chain';
import type { Station } from './ends/station';
import type { GroupRule, RuleSet } from './filters';
import { type Flow, pruned } from './flow';
import type { Leg } from './leg';

/** What judges packets; the words are those of the simulator's steps. */
export type StopKind =
  | 'network-interface'
  | 'security-group'
  | 'network-acl'
  | 'route-table'
  | 'subnet'
  | 'instance'
  | 'internet-gateway'
  | 'nat-gateway'
  | 'vpc-peering-connection'
  | 'transit-gateway'
  | 'transit-gateway-route-table'
  | 'vpn-gateway'
  | 'vpn-connection'
  | 'virtual-interface'
  | 'premises'
  | 'vpc-endpoint'
  | 'block-public-access'
  | 'vpc'
  | 'internet'
  /** What the question itself asks of headers. */
  | 'filter';

/** One judgement about a set of packets. */
export interface Stop {
  readonly before: Stop | undefined;
  readonly leg: Leg;
  readonly component: string;
  readonly kind: StopKind;
  readonly direction?: Direction | undefined;
  /** What came, and what of it went on, as it was before any translation here. */
  readonly judged: Flow;
  readonly passed: Flow;
  /** What left, where something was translated. */
  readonly translated?: Flow | undefined;
  readonly decidedBy?: DecidedBy | undefined;
  /** The place where it was judged, for an answer to name. */
  readonly at?: StopPlace | undefined;
  /** What was refused here, and its obstacle waived. */
  readonly waived: readonly WaivedObstacle[];
}

export interface WaivedObstacle {
  readonly bit: bigint;
  readonly obstacle: Obstacle;
}

export interface StopPlace {
  readonly subnetId?: string;
  readonly vpcId?: string;
  readonly attachedTo?: string;
  readonly sourceVpcId?: string;
  readonly destinationVpcId?: string;
  readonly transitGatewayId?: string;
  readonly serviceName?: string;
}

/** The rows of the list that decided, each with its packets. */
export type DecidedBy =
  | { readonly kind: 'network-acl'; readonly rules: readonly RuleSet<NetworkAclEntry>[] }
  | {
      readonly kind: 'security-group';
      readonly rules: readonly RuleSet<GroupRule>[];
      readonly tracked: PacketSet;
    }
  | { readonly kind: 'route-table'; readonly rules: readonly RuleSet<Route>[] }
  | { readonly kind: 'transit-gateway-route-table'; readonly rules: readonly RuleSet<TransitGatewayRoute>[] };

/** Packets at an interface, which its security groups remember. */
export interface Crossing {
  readonly leg: Leg;
  readonly station: Station;
  readonly direction: Direction;
  readonly flow: Flow;
}

/** What a translator did to the packets of the forward leg, and how an answer finds back. */
export interface Session {
  /** A NAT gateway's or an internet gateway's id; an interface's, where its address was waived. */
  readonly translator: string;
  readonly vpcId: string;
  readonly kind: 'nat-gateway' | 'internet-gateway' | 'into-vpc' | 'address';
  /** What came to the translator, and what left it. */
  readonly inside: Flow;
  readonly outside: Flow;
  /** Of what left it, everything that it may have been before. */
  readonly undo: (packets: PacketSet) => PacketSet;
}

/** What these packets were before the translation. */
export function restore({ inside, undo }: Session, flow: Flow): Flow {
  return pruned(
    flow.flatMap(({ waived, packets }) => {
      const before = undo(packets);
      return inside
        .filter((part) => isSubset(part.waived, waived))
        .map((part) => ({ waived, packets: before.intersect(part.packets) }))
        .filter((part) => !part.packets.isEmpty);
    }),
  );
}

export interface Way {
  readonly leg: Leg;
  readonly flow: Flow;
  /** The last judgement of this leg; those before it hang on it. */
  readonly last: Stop | undefined;
  /** Of an answer: the last judgement of what it answers. */
  readonly turnedAt: Stop | undefined;
  /** Of both legs, the latest first. */
  readonly crossings: Chain<Crossing> | undefined;
  /** What must still be undone for an answer, the latest first. */
  readonly sessions: Chain<Session> | undefined;
  /** The interface that the packets have just left; undefined once they are past something without one. */
  readonly leftBy: Station | undefined;
  /** Whether they met a regional NAT gateway, which has none, on this leg. */
  readonly metRegionalNat: boolean;
  /** Translated on the way back for somebody else: whoever gets it has not asked for it. */
  readonly isStray: boolean;
  /** The component behind which a reference to the sender's security group matches nobody. */
  readonly identityLostAt: string | undefined;
  /** Attachment in appliance mode -> the zone it chose for the flow. */
  readonly zones: ReadonlyMap<string, string>;
  /** NAT gateway interface -> what it sent over peering, whose answers come straight back to it. */
  readonly returnsToSender: ReadonlyMap<string, { readonly peeringId: string; readonly sent: Flow }>;
}

/** The stops of a leg in the order of the packets. */
export function stopsOf({ last }: Pick<Way, 'last'>): readonly Stop[] {
  const stops: Stop[] = [];
  for (let stop = last; stop; stop = stop.before) stops.push(stop);
  return stops.reverse();
}

export function newWay(leg: Leg, flow: Flow): Way {
  return {
    leg,
    flow,
    last: undefined,
    turnedAt: undefined,
    crossings: undefined,
    sessions: undefined,
    leftBy: undefined,
    metRegionalNat: false,
    isStray: false,
    identityLostAt: undefined,
    zones: new Map(),
    returnsToSender: new Map(),
  };
}

/** Round and back: what the answers start with. */
export function turned(way: Way, flow: Flow): Way {
  return {
    ...way,
    leg: 'return',
    flow,
    last: undefined,
    turnedAt: way.last,
    leftBy: undefined,
    metRegionalNat: false,
    identityLostAt: undefined,
  };
}

/** No longer the answer to anything that was sent: no tracked connection, no session knows it. */
export function strayed(way: Way): Way {
  return {
    ...way,
    isStray: true,
    crossings: undefined,
    sessions: undefined,
    returnsToSender: new Map(),
  };
}
