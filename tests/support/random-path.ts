/** Random filters of one direction of a path, as boxes of ranges that any kind of diagram can be built from. */
import type { Cidr } from '@/lib/core/net/cidr';
import { blockInterval, type Interval } from '@/lib/core/net/interval';
import type { Ipv4 } from '@/lib/core/net/ipv4';
import { TCP, UDP } from '@/lib/core/net/protocol';
import type { Random } from '@/lib/core/scenario/random';

export interface RuleBox {
  readonly protocol?: Interval;
  readonly source?: Interval;
  readonly destination?: Interval;
  readonly sourcePort?: Interval;
  readonly destinationPort?: Interval;
}

export interface DrawnEntry {
  readonly allow: boolean;
  readonly box: RuleBox;
}

export interface DrawnRoute {
  readonly block: Cidr;
  /** Whether it leads where the path goes on. */
  readonly wanted: boolean;
}

/** In the order in which a packet meets them. */
export interface DrawnPath {
  readonly egressRules: readonly RuleBox[];
  readonly egressEntries: readonly DrawnEntry[];
  readonly routes: readonly DrawnRoute[];
  readonly ingressEntries: readonly DrawnEntry[];
  readonly ingressRules: readonly RuleBox[];
}

export interface PathSizes {
  readonly rules: number;
  readonly entries: number;
  readonly routes: number;
}

export function drawPath(random: Random, { rules, entries, routes }: PathSizes): DrawnPath {
  const many = <T>(count: number, draw: () => T): readonly T[] => Array.from({ length: count }, draw);
  const list = (farEnd: 'source' | 'destination'): readonly DrawnEntry[] => [
    ...many(entries - 1, () => ({ allow: random.integer(0, 2) > 0, box: drawRule(random, farEnd, 8, 24) })),
    { allow: true, box: {} },
  ];
  return {
    egressRules: many(rules, () => drawRule(random, 'destination', 4, 32)),
    egressEntries: list('destination'),
    routes: many(routes, () => ({ block: drawBlock(random, 8, 28), wanted: random.integer(0, 2) > 0 })),
    ingressEntries: list('source'),
    ingressRules: many(rules, () => drawRule(random, 'source', 4, 32)),
  };
}

/** Mostly TCP, some UDP, now and then all traffic, which asks for no port. */
export function drawRule(
  random: Random,
  farEnd: 'source' | 'destination',
  shortest: number,
  longest: number,
): RuleBox {
  const block = { [farEnd]: blockInterval(drawBlock(random, shortest, longest)) };
  const draw = random.integer(0, 19);
  if (draw >= 18) return block;
  const protocol = draw < 14 ? TCP : UDP;
  return { ...block, protocol: { from: protocol, to: protocol }, destinationPort: drawPorts(random) };
}

/** Mostly somewhere in 10.0.0.0/8, so that blocks meet. */
function drawBlock(random: Random, shortest: number, longest: number): Cidr {
  const length = random.integer(shortest, longest);
  const size = 2 ** (32 - length);
  const first = random.integer(0, 3) === 0 ? random.integer(0, 255) : 10;
  const address = first * 2 ** 24 + random.integer(0, 2 ** 24 - 1);
  return { base: (address - (address % size)) as Ipv4, length };
}

const SERVICES = [22, 25, 53, 80, 443, 3306, 5432, 6379, 8080, 8443, 9200, 27017];

function drawPorts(random: Random): Interval {
  const draw = random.integer(0, 9);
  if (draw === 0) return { from: 0, to: 65535 };
  if (draw < 4) {
    const [a, b] = [random.integer(0, 65535), random.integer(0, 65535)];
    return { from: Math.min(a, b), to: Math.max(a, b) };
  }
  const port = random.pick(SERVICES);
  return { from: port, to: port };
}
