/** Who a record is about: a network interface, or a regional NAT gateway, which has none. */
import type { Crossing, NatCrossing } from '../simulate/trace';
import type { FlowLog } from '../vpc/flow-log';
import type { NatGateway } from '../vpc/nat-gateway';
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';

export type Subject =
  | { readonly kind: 'interface'; readonly networkInterface: NetworkInterface }
  | { readonly kind: 'regional-nat-gateway'; readonly natGateway: NatGateway };

/** One packet as one subject saw it. */
export type Seen = Crossing | NatCrossing;

export function isAtInterface(seen: Seen): seen is Crossing {
  return 'networkInterface' in seen;
}

export function subjectId(subject: Subject): string {
  return subject.kind === 'interface' ? subject.networkInterface.id : subject.natGateway.id;
}

/** Everything in a network that a flow log can cover, interfaces in the document's order. */
export function subjectsOf({ networkInterfaces, natGateways }: Network): readonly Subject[] {
  return [
    ...[...networkInterfaces.values()].map(
      (networkInterface): Subject => ({ kind: 'interface', networkInterface }),
    ),
    ...[...natGateways.values()]
      .filter(({ regional }) => regional)
      .map((natGateway): Subject => ({ kind: 'regional-nat-gateway', natGateway })),
  ];
}

/** What writes as it is from a moment on, and the network around it; milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly subject: Subject;
  readonly network: Network;
}

/** What writes, and while it is there: milliseconds since 1970. */
export interface Present {
  readonly id: string;
  /** In order of time, at least one; the first one from when it came. */
  readonly spans: readonly [Span, ...Span[]];
  readonly until: number;
}

/** Everything that ever writes; `timeline`: the network as later changes leave it. */
export function subjectsOver(
  network: Network,
  timeline: readonly { readonly at: number; readonly network: Network }[],
): readonly Present[] {
  const present = new Map<string, Present & { readonly spans: [Span, ...Span[]] }>();
  for (const { at, network: later } of [{ at: Number.NEGATIVE_INFINITY, network }, ...timeline]) {
    const ids = new Set<string>();
    for (const subject of subjectsOf(later)) {
      const id = subjectId(subject);
      const span: Span = { from: at, subject, network: later };
      ids.add(id);
      const known = present.get(id);
      if (known) known.spans.push(span);
      else present.set(id, { id, spans: [span], until: Number.POSITIVE_INFINITY });
    }
    for (const [id, one] of present)
      if (!ids.has(id) && one.until > at) present.set(id, { ...one, until: at });
  }
  return [...present.values()];
}

/** As it was at a moment: from before it came, as it came. */
export function spanAt({ spans: [first, ...later] }: Present, at: number): Span {
  return later.findLast(({ from }) => from <= at) ?? first;
}

/**
 * A log of a VPC or subnet covers every interface in it, also those that services made; a regional NAT gateway is logged by
 * a log of its own or of its VPC. https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-basics.html
 */
export function isCovered({ resourceId }: Pick<FlowLog, 'resourceId'>, subject: Subject): boolean {
  if (subject.kind === 'regional-nat-gateway')
    return resourceId === subject.natGateway.id || resourceId === subject.natGateway.vpcId;
  const { id, subnet } = subject.networkInterface;
  return resourceId === id || resourceId === subnet.id || resourceId === subnet.vpc.id;
}
