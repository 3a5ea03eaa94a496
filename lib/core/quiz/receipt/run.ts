/** One run of a receipt: changes made on its world, the traffic played under every reading, and what came of it in one line. */
import { AWS_LOG_LAWS } from '../../flowlog/log-laws';
import type { Rule } from '../../rules/rule';
import { tryWorld } from '../../scenario/open-world';
import { PACKET_LAWS } from '../../scenario/readings';
import { linesOf, play, type Trial } from '../../scenario/trial';
import { applyChanges } from '../../simulate/change';
import type { World } from '../../simulate/world';
import { digestOf } from './digest';
import type { Run, StoredRule } from './receipt';

export interface Played {
  readonly outcome: string;
  readonly rules: ReadonlyMap<string, Rule>;
}

export function playRun(world: World, { changes, traffic, now }: Omit<Run, 'outcome' | 'id'>): Played {
  const nothing = new Map<string, Rule>();
  const changed = applyChanges(world, changes);
  if ('error' in changed) return { outcome: `refused: ${changed.error.Code}`, rules: nothing };
  const document: World = { ...changed.world, Traffic: traffic, Now: now };
  if (!tryWorld(document)) return { outcome: 'the world does not hold together', rules: nothing };
  const trials = PACKET_LAWS.map((laws) => play(document, laws));
  const [ours] = trials;
  const log = ours ? digestOf(logOf(ours)) : '';
  return {
    outcome: `${trials.map(cameOf).join(' | ')} | log ${log}`,
    rules: ours ? rulesMet(ours) : nothing,
  };
}

/** Every attempt by how it ended; all connections by what became of each, counted, with a digest of which was which. */
function cameOf({ endings, capture }: Trial): string {
  const all = capture.results.map(
    (result) => `${'call' in result ? result.call.traffic : result.traffic}:${result.outcome}`,
  );
  const ways = counted(capture.results.map(({ outcome }) => outcome));
  return `attempts: ${counted(endings.map(({ ending }) => ending))}; all: ${ways} (${digestOf(all.join()).slice(0, 8)})`;
}

function counted(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
}

function logOf(trial: Trial): string {
  const times = trial.capture.crossings.map(({ at }) => at);
  if (times.length === 0) return '';
  const from = times.reduce((a, b) => Math.min(a, b));
  const to = times.reduce((a, b) => Math.max(a, b));
  return linesOf(trial, { from: from - HOUR, to: to + HOUR }, AWS_LOG_LAWS)
    .map(({ line }) => line)
    .join('\n');
}

/** Whole windows, whatever their length. */
const HOUR = 3_600_000;

function rulesMet({ capture }: Trial): ReadonlyMap<string, Rule> {
  const met = new Map<string, Rule>();
  for (const result of capture.results) {
    if (!('call' in result)) continue;
    for (const trace of [result.forward, result.back])
      for (const { steps } of trace?.hops ?? []) for (const { rule } of steps) met.set(rule.id, rule);
  }
  return met;
}

export function storedRule({ id, standing, says, source }: Rule, by: StoredRule['by']): StoredRule {
  return { id, standing, by, digest: digestOf(`${standing}\n${says}\n${source}`).slice(0, 16) };
}
