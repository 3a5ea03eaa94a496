/** Questions to a large network: the same ones for everybody who answers, drawn without a die. */
import { spread } from '@/lib/core/net/spread';

export interface Question {
  readonly from: string;
  readonly to: string;
  readonly protocol: number;
  readonly port: number;
  readonly sourcePort: undefined;
  readonly icmp: undefined;
}

/** `count` pairs of `ids`, each with one of `ports`. */
export function questionsBetween(
  ids: readonly string[],
  ports: readonly number[],
  count: number,
): readonly Question[] {
  const pick = <T>(items: readonly T[], text: string): T => items[spread(text) % items.length] as T;
  return Array.from({ length: count * 2 }, (_, i) => ({
    from: pick(ids, `${i} from`),
    to: pick(ids, `${i} to`),
    protocol: 6,
    port: pick(ports, `${i} port`),
    sourcePort: undefined,
    icmp: undefined,
  }))
    .filter(({ from, to }) => from !== to)
    .slice(0, count);
}
