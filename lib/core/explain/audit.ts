/** The sentence that an auditor would write about a rule which opens something to the whole world. */

import type { Interval } from '../net/interval';
import { formatPortRange } from '../net/port';
import { formatProtocol } from '../net/protocol';
import { code, type Prose, prose, strong } from './prose';

export interface WorldOpening {
  readonly kind: 'security-group' | 'network-acl';
  readonly at: readonly string[];
  /** Protocols and ports that are open now, apart and sorted. */
  readonly protocols: readonly Interval[];
  readonly ports: readonly Interval[];
  /** A stranger who was tried, and whom he reached; undefined: nobody is reached from outside today. */
  readonly reached:
    | { readonly stranger: string; readonly address: string; readonly name: string }
    | undefined;
}

export function worldOpenSentence({ kind, at, protocols, ports, reached }: WorldOpening): Prose {
  const who = prose`${kind === 'security-group' ? 'Security group' : 'Network ACL'} ${code(at.join(', '))} admits ${openText(protocols, ports)} from every address in the world`;
  return reached
    ? prose`${who}: a stranger at ${code(reached.stranger)} dialled ${code(reached.address)} and reached ${strong(reached.name)}.`
    : prose`${who}. Nobody outside gets through today; one route or one public address is all that stands between.`;
}

const MOST_RANGES = 3;

function openText(protocols: readonly Interval[], ports: readonly Interval[]): string {
  const [first, ...others] = protocols;
  if (!first) return 'traffic';
  if (others.length > 0 || first.from !== first.to) return 'all kinds of traffic';
  const ranges = ports.slice(0, MOST_RANGES).map((range) => formatPortRange(range));
  const more = ports.length > MOST_RANGES ? ' and more' : '';
  return `${formatProtocol(first.from)} ${ranges.join(', ')}${more}`.trim();
}
