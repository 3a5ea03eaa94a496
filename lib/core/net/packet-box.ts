/** Boxes: sets of packets that ask for each field by itself. What people write, and what they can read. */
import type { Algebra } from './diagram/algebra';
import { EVERYTHING, type NodeTable } from './diagram/node-table';
import { type Way, waysThrough } from './diagram/reading';
import { type Field, type FieldLayout, type HeaderLayout, LEVELS } from './header-layout';
import { type Interval, intersectIntervals, intervalsOf, type Values } from './interval';

/** A field that is not named is not asked for; one without values is asked for in vain. */
export type PacketBox = { readonly [F in Field]?: readonly Interval[] };
/** A box as rules write it. */
export type HeaderValues = { readonly [F in Field]?: Values | undefined };

const ADDRESSES = ['source', 'destination'] as const;
const PORTS = ['sourcePort', 'destinationPort'] as const;
const ICMP = ['icmpType', 'icmpCode'] as const;

/** Whoever asks for a port asks for a protocol that has ports, and likewise with the type and code of ICMP. */
export function boxNode(algebra: Algebra, { fields }: HeaderLayout, values: HeaderValues): number {
  const { protocol, sourcePort, destinationPort, icmpType, icmpCode } = fields;
  let protocols =
    values.protocol === undefined ? protocol.bearers : intervalsOf(values.protocol, protocol.max);
  if (values.sourcePort !== undefined || values.destinationPort !== undefined)
    protocols = intersectIntervals(protocols, sourcePort.bearers);
  if (values.icmpType !== undefined || values.icmpCode !== undefined)
    protocols = intersectIntervals(protocols, icmpType.bearers);
  let node = EVERYTHING;
  node = asking(algebra, destinationPort, values.destinationPort, node);
  node = asking(algebra, icmpCode, values.icmpCode, node);
  node = asking(algebra, sourcePort, values.sourcePort, node);
  node = asking(algebra, icmpType, values.icmpType, node);
  node = asking(algebra, fields.destination, values.destination, node);
  node = asking(algebra, fields.source, values.source, node);
  return algebra.field(protocol.level, protocol.max, protocols, node);
}

function asking(
  algebra: Algebra,
  { level, max }: FieldLayout,
  asked: Values | undefined,
  child: number,
): number {
  return asked === undefined ? child : algebra.field(level, max, intervalsOf(asked, max), child);
}

/** Boxes that have no packet in common and together are the set. */
export function* boxesOf(table: NodeTable, layout: HeaderLayout, node: number): Generator<PacketBox> {
  const { protocol, sourcePort, icmpType, destinationPort } = layout.fields;
  for (const way of waysThrough(table, node, LEVELS)) {
    const asksDeeper = way[sourcePort.level] !== undefined || way[destinationPort.level] !== undefined;
    if (!asksDeeper) {
      yield named(layout, way, ['protocol', ...ADDRESSES]);
      continue;
    }
    // Ports and the type and code of ICMP share their places: the protocol tells which of them a way asks for.
    const protocols = clipped(way[protocol.level], protocol.max) ?? protocol.bearers;
    for (const [bearers, fields] of [
      [sourcePort.bearers, PORTS],
      [icmpType.bearers, ICMP],
    ] as const) {
      const common = intersectIntervals(protocols, bearers);
      if (common.length > 0) yield { protocol: common, ...named(layout, way, [...ADDRESSES, ...fields]) };
    }
  }
}

function named(layout: HeaderLayout, way: Way, fields: readonly Field[]): PacketBox {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const { level, max } = layout.fields[field];
      const intervals = clipped(way[level], max);
      return intervals ? [[field, intervals]] : [];
    }),
  );
}

/** The last interval of a node ends behind every field. */
function clipped(intervals: readonly Interval[] | undefined, max: number): readonly Interval[] | undefined {
  return intervals?.map(({ from, to }) => ({ from, to: Math.min(to, max) }));
}
