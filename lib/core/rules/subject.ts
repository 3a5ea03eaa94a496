/** What a filter asks of a packet besides its address, as one number: the protocol, and the port or the ICMP type and code. */
import type { Packet } from '../net/packet';
import { hasPorts, isIcmp } from '../net/protocol';
import type { Filter } from './filter';

/** -1: an ICMP packet that does not say its type. */
export function subjectOf({ protocol, destinationPort, icmp }: Packet): number {
  if (hasPorts(protocol)) return subject(protocol, destinationPort);
  if (!isIcmp(protocol)) return subject(protocol, 0);
  return icmp ? subject(protocol, icmp.type * 256 + icmp.code) : -1;
}

function subject(protocol: number, detail: number): number {
  return protocol * 0x10000 + detail;
}

/** What a packet of this subject looks like to a filter. */
export function likenessOf(number: number): Pick<Packet, 'protocol' | 'destinationPort' | 'icmp'> {
  const protocol = number >>> 16;
  const detail = number & 0xffff;
  if (isIcmp(protocol))
    return { protocol, destinationPort: 0, icmp: { type: detail >>> 8, code: detail & 255 } };
  return { protocol, destinationPort: hasPorts(protocol) ? detail : 0 };
}

/** The lowest subject and the highest, which lies below the lowest where there is none. */
export type SubjectRange = readonly [lowest: number, highest: number];

/** Protocol 255. */
const HIGHEST = 0xffffff;
const EVERYTHING: SubjectRange = [0, HIGHEST];
const NOTHING: SubjectRange = [0, -1];

/** Which subjects a filter fits: what `filterMismatch` says, as numbers. */
export function subjectsOf({ protocol, ports, icmp }: Filter): SubjectRange {
  if (protocol === 'all') return EVERYTHING;
  const range = (lowest: number, highest: number): SubjectRange => [
    subject(protocol, lowest),
    subject(protocol, highest),
  ];
  if (hasPorts(protocol)) return ports === 'all' ? range(0, 0xffff) : range(ports.from, ports.to);
  if (!isIcmp(protocol) || icmp === 'all') return range(0, 0xffff);
  const { type, code } = icmp;
  if (type > 255 || (code !== 'all' && code > 255)) return NOTHING;
  return code === 'all' ? range(type * 256, type * 256 + 255) : range(type * 256 + code, type * 256 + code);
}

/** Some subjects, as the stretches in which they lie. */
export class SubjectSet {
  /** First and last subject of each stretch, in order. */
  readonly #edges: Int32Array;

  /** `filters`: between their edges `has` never changes its answer, and so is asked once. */
  constructor(filters: readonly Filter[], has: (subject: number) => boolean) {
    const edges = filters.flatMap((filter) => {
      const [lowest, highest] = subjectsOf(filter);
      return highest < lowest ? [] : [lowest, highest + 1];
    });
    const starts = [...new Set([0, ...edges])].sort((a, b) => a - b);
    const stretches = starts.flatMap((start, i) => {
      const end = (starts[i + 1] ?? HIGHEST + 1) - 1;
      return start <= end && has(start) ? [start, end] : [];
    });
    this.#edges = Int32Array.from(stretches);
  }

  /** Equal sets have equal texts. */
  get text(): string {
    return this.#edges.join(' ');
  }

  has(subject: number): boolean {
    const edges = this.#edges;
    for (let i = 0; i < edges.length && subject >= (edges[i] as number); i += 2) {
      if (subject <= (edges[i + 1] as number)) return true;
    }
    return false;
  }
}
