/** The story of one packet: the judgements it met, in order, and what became of it. */
import type { Packet } from '../net/packet';
import type { Rule } from '../rules/rule';
import type { Direction } from '../vpc/match';
import type { NatGateway } from '../vpc/nat-gateway';
import type { NetworkAclEntry } from '../vpc/network-acl';
import type { NetworkInterface } from '../vpc/network-interface';
import type { Route } from '../vpc/route-table';
import type { SecurityGroupRule } from '../vpc/security-group';
import type { TransitGatewayRoute } from '../vpc/transit-gateway';
import type { Endpoint } from './endpoint';
import type { Disposition } from './outcome';

interface StepBase {
  readonly allowed: boolean;
  readonly rule: Rule;
  /** The packet as it was judged, before any translation. */
  readonly packet: Packet;
}

/** One judgement. `by` is the row that decided, where a list decided. */
export type Step = StepBase &
  (
    | { readonly kind: 'network-interface'; readonly direction: Direction }
    | {
        readonly kind: 'security-group';
        readonly direction: Direction;
        readonly by: SecurityGroupRule | 'no-rule' | 'tracked-connection';
      }
    | { readonly kind: 'network-acl'; readonly direction: Direction; readonly by: NetworkAclEntry }
    | { readonly kind: 'route-table'; readonly by: Route | 'no-route' }
    | { readonly kind: 'subnet' }
    | { readonly kind: 'internet-gateway'; readonly direction: Direction; readonly translated?: Packet }
    | { readonly kind: 'nat-gateway'; readonly translated?: Packet }
    | { readonly kind: 'egress-only-internet-gateway'; readonly direction: Direction }
    | { readonly kind: 'vpc-peering-connection' }
    | { readonly kind: 'transit-gateway' }
    | { readonly kind: 'transit-gateway-route-table'; readonly by: TransitGatewayRoute | 'no-route' }
    | { readonly kind: 'vpn-gateway'; readonly direction: Direction }
    | { readonly kind: 'vpn-connection' | 'virtual-interface'; readonly direction: Direction }
    | { readonly kind: 'premises' }
    | { readonly kind: 'vpc-endpoint' }
    | { readonly kind: 'block-public-access'; readonly direction: Direction }
    | { readonly kind: 'vpc' }
    | { readonly kind: 'internet' }
    | { readonly kind: 'loop' }
    | { readonly kind: 'host'; readonly translated?: Packet }
  );

/** The steps at one component, named by its AWS id, by a host's name, or `internet`. */
export interface Hop {
  readonly component: string;
  readonly steps: readonly Step[];
}

export interface Trace {
  readonly hops: readonly Hop[];
  readonly disposition: Disposition;
  /** Where the packet ended up, if somebody received it. */
  readonly arrival: Arrival | undefined;
  /** Milliseconds since 1970 when the last step happened. */
  readonly endedAt: number;
  /** What passed, or was refused at, each interface on the way. */
  readonly crossings: readonly Crossing[];
  /** What passed a regional NAT gateway, which has no interface. */
  readonly natCrossings: readonly NatCrossing[];
  /** A packet that a gateway or an appliance sends back on its own account; whoever follows the conversation sends it. */
  readonly bounce: Bounce | undefined;
}

/** The answer of whoever stood in the way. */
export interface Bounce {
  readonly from: Endpoint;
  readonly packet: Packet;
}

export interface Arrival {
  readonly packet: Packet;
  /** Who has it; `exempt-service`: the resolver, instance metadata, the time service, which answer beside every filter and log. */
  readonly receiver: Endpoint | 'exempt-service';
}

/** One packet at a place that flow logs watch. */
export interface Passage {
  readonly at: number;
  readonly direction: Direction;
  /** The header as it was there. */
  readonly packet: Packet;
  readonly action: 'ACCEPT' | 'REJECT';
  /** 1-8 as flow logs print it, egress only; undefined where none applies. */
  readonly trafficPath: number | undefined;
  /** Left its interface, and then no route carried it: whether AWS records that is not documented. */
  readonly unrouted: boolean;
  /** Refused by Block Public Access; by security groups and network ACLs when undefined. */
  readonly rejectReason: 'BPA' | undefined;
  /** Rules on which this record would rest and that AWS does not document. */
  readonly inferred: readonly Rule[];
  /** The interface that got what left here, or that sent what came in; undefined where none can be named. */
  readonly nextHop: NetworkInterface | undefined;
}

/** At an interface: what a flow log is made of. */
export interface Crossing extends Passage {
  readonly networkInterface: NetworkInterface;
}

/** At a regional NAT gateway, which has no interface and a flow log of its own. */
export interface NatCrossing extends Passage {
  readonly natGateway: NatGateway;
}

/** The step that ended the walk. */
export function decidingStep(
  trace: Pick<Trace, 'hops'>,
): { readonly component: string; readonly step: Step } | undefined {
  const hop = trace.hops.at(-1);
  const step = hop?.steps.at(-1);
  return hop && step ? { component: hop.component, step } : undefined;
}
