/**
 * Questions and answers in one line each: `web > db tcp 443` is `established via pcx-ab / pcx-ab`, or
 * `timeout: forward denied-in at acl-db by nacl.default-deny`.
 */

import { expect } from 'vitest';
import { invariant } from '@/lib/core/assert';
import { parseProtocol } from '@/lib/core/net/protocol';
import type { PacketLaws } from '@/lib/core/rules/packet-laws';
import { type Probe, type ProbeRequest, probe } from '@/lib/core/simulate/probe';
import type { World } from '@/lib/core/simulate/world';
import { parsed } from '../pair';
import { words } from './part';

/** `web > 10.2.1.10 tcp 443`, `web > db icmp`, `web > db icmp 3/4`, `web > db 47`. */
export function question(text: string): ProbeRequest {
  const [from = '', arrow, to = '', protocolText = '', detail] = words(text);
  const protocol = parseProtocol(protocolText);
  invariant(arrow === '>' && protocol !== undefined, `\`${text}\` is a question`);
  const [type, code] = (detail?.includes('/') ? detail : '8/0').split('/').map(Number);
  const echo = protocolText === 'icmpv6' ? 128 : (type ?? 8);
  return {
    from,
    to,
    protocol,
    port: detail && !detail.includes('/') ? Number(detail) : 0,
    sourcePort: undefined,
    icmp: protocolText.startsWith('icmp') ? { type: echo, code: code ?? 0 } : undefined,
  };
}

export function ask(world: World, text: string, laws?: PacketLaws): Probe {
  return probe(parsed(world), question(text), laws);
}

/** What became of it, and the step that decided. */
export function summary({ connection, decidedBy, forward, return: back }: Probe): string {
  if (!decidedBy) return connection;
  const { leg, component, step } = decidedBy;
  const disposition = (leg === 'forward' ? forward : back)?.disposition;
  return `${connection}: ${leg} ${disposition} at ${component} by ${step.rule.id}`;
}

/** Whether something came through; then the last step says nothing, and an answer may name the way instead. */
const THROUGH = ['established', 'replied', 'not-answered', 'never-sent'];

/** `expected`: an outcome that came through, with the components passed on the way and on the way back; or a whole summary. */
export function expectAnswer(world: World, text: string, expected: string): Probe {
  const made = ask(world, text);
  const [head = '', way] = expected.split(' via ');
  const isWhole = head.includes(':');
  invariant(isWhole || THROUGH.includes(head), `\`${expected}\` says what decided`);
  expect(isWhole ? summary(made) : told(made)).toBe(head);
  const [out = '', back = ''] = (way ?? '').split('/');
  expect(passing(made.forward, out)).toEqual(words(out));
  expect(passing(made.return, back)).toEqual(words(back));
  return made;
}

/** The outcome alone where it came through, and all that is known where it did not. */
function told(made: Probe): string {
  return THROUGH.includes(made.connection) ? made.connection : summary(made);
}

/** Those of the components that a leg passed, in its order; one that it meets twice in a row stands once. */
function passing(leg: Probe['forward'], components: string): readonly string[] {
  const wanted = words(components);
  return (leg?.hops ?? [])
    .map(({ component }) => component)
    .filter((one) => wanted.includes(one))
    .filter((one, i, all) => one !== all[i - 1]);
}
