/** The story of one packet: the judgements it met, in order, and what became of it. */
import type { Address } from '../net/address';
import type { Packet } from '../net/packet';
import type { Rule } from '../rules/rule';
import type { Direction } from '../vpc/match';
import type { NetworkAclEntry } from '../vpc/network-acl';
import type { NetworkInterface } from '../vpc/network-interface';
import type { Route } from '../vpc/route-table';
import type { SecurityGroupRule } from '../vpc/security-group';
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
    | { readonly kind: 'vpc-peering-connection' }
    | { readonly kind: 'vpc' }
    | { readonly kind: 'internet' }
    | { readonly kind: 'host' }
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
}

export interface Arrival {
  readonly packet: Packet;
  /** The interface that received it; undefined for a host outside, or a service of AWS's. */
  readonly networkInterface: NetworkInterface | undefined;
  /** A service that answers beside every filter and log: the resolver, instance metadata, the time service. */
  readonly isExemptService: boolean;
}

/** One packet at one interface: what a flow log is made of. */
export interface Crossing {
  readonly at: number;
  readonly networkInterface: NetworkInterface;
  readonly direction: Direction;
  /** The header as it was at this interface. */
  readonly packet: Packet;
  readonly action: 'ACCEPT' | 'REJECT';
  /** 1-8 as flow logs print it, egress only; undefined where none applies. */
  readonly trafficPath: number | undefined;
  /** Left its interface, and then no route carried it: whether AWS records that is not documented. */
  readonly unrouted: boolean;
}

/** Both ends of a conversation: an interface with the address it uses, or an address outside. */
export type Endpoint =
  | { readonly kind: 'interface'; readonly networkInterfaceId: string; readonly address: Address }
  | { readonly kind: 'outside'; readonly address: Address };

/** The step that ended the walk. */
export function decidingStep(trace: Trace): { readonly component: string; readonly step: Step } | undefined {
  const hop = trace.hops.at(-1);
  const step = hop?.steps.at(-1);
  return hop && step ? { component: hop.component, step } : undefined;
}
