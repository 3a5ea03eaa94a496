/**
 * IPv6 addresses as 128-bit bigints. Text is read as RFC 4291 2.2 allows it (`::`, an IPv4 tail), without zone ids,
 * and written as RFC 5952 recommends and flow logs print it: lower case, the longest run of zeros compressed.
 */
import { parseIpv4 } from './ipv4';

declare const ipv6: unique symbol;
export type Ipv6 = bigint & { readonly [ipv6]: true };

const GROUP = /^[0-9a-fA-F]{1,4}$/;

export function parseIpv6(text: string): Ipv6 | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = parseGroups(halves[0] ?? '', halves.length === 1);
  const tail = halves.length === 2 ? parseGroups(halves[1] ?? '', true) : [];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  // "::" stands for at least one group of zeros (RFC 5952, 4.2.2, lets readers accept exactly one).
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...new Array<number>(missing).fill(0), ...tail];
  return groups.reduce((value, group) => (value << 16n) | BigInt(group), 0n) as Ipv6;
}

/** Colon-separated groups; only the last part of an address may be written as dotted IPv4. */
function parseGroups(text: string, mayEndInIpv4: boolean): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (GROUP.test(part)) {
      groups.push(Number.parseInt(part, 16));
      continue;
    }
    const embedded = mayEndInIpv4 && index === parts.length - 1 ? parseIpv4(part) : undefined;
    if (embedded === undefined) return undefined;
    groups.push(embedded >>> 16, embedded & 0xffff);
  }
  return groups;
}

export function formatIpv6(address: Ipv6): string {
  const groups = Array.from({ length: 8 }, (_, i) => Number((address >> BigInt(112 - 16 * i)) & 0xffffn));
  const run = longestZeroRun(groups);
  const hex = groups.map((group) => group.toString(16));
  if (run.length < 2) return hex.join(':');
  return `${hex.slice(0, run.start).join(':')}::${hex.slice(run.start + run.length).join(':')}`;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (let i = 0; i <= groups.length; i++) {
    if (groups[i] === 0) continue;
    if (i - start > best.length) best = { start, length: i - start };
    start = i + 1;
  }
  return best;
}
