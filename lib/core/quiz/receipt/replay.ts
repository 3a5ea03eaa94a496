/** A receipt run again, by whatever version: the verdict stands, or it is told what came out otherwise and which Rule has changed. */
import type { Rule } from '../../rules/rule';
import { GENERATOR_VERSION } from '../../scenario/scenario';
import { openCase } from '../generate/open-case';
import { taskOf, verdictOf } from '../verdict-of';
import type { VerdictView } from '../verdict-view';
import { storedVerdict } from './issue';
import type { Receipt, StoredVerdict } from './receipt';
import { playRun, storedRule } from './run';

export interface Replay {
  /** Every run came out as it is written, and so did the answer, where the generator still makes its question. */
  readonly stands: boolean;
  readonly verdict: StoredVerdict;
  /** What this version says of the answer; undefined: its generator makes another case of the seed. */
  readonly now: StoredVerdict | undefined;
  readonly differences: readonly RunDifference[];
  readonly rules: readonly RuleDifference[];
}

export interface RunDifference {
  readonly run: string;
  readonly was: string;
  readonly is: string;
}

export interface RuleDifference {
  readonly id: string;
  /** It says something else, or with another standing; nothing meets it any more; it was not met then. */
  readonly how: 'changed' | 'not met any more' | 'new';
  /** As it is now. */
  readonly says: string | undefined;
}

export function replayReceipt(receipt: Receipt): Replay {
  const { ran, verdict } = receipt;
  const met = new Map<string, Rule>();
  const differences = ran.runs.flatMap((run): readonly RunDifference[] => {
    const { outcome, rules } = playRun(ran.world ?? { Snapshot: {} }, run);
    for (const [id, rule] of rules) met.set(id, rule);
    return outcome === run.outcome ? [] : [{ run: run.id, was: run.outcome, is: outcome }];
  });
  const judged = receipt.version === GENERATOR_VERSION ? judgedNow(receipt) : undefined;
  const now = judged && storedVerdict(judged);
  const isSame = now === undefined || JSON.stringify(now) === JSON.stringify(verdict);
  return {
    stands: differences.length === 0 && isSame,
    verdict,
    now,
    differences,
    rules: changedRules(receipt, met, judged),
  };
}

/** The same generator makes the same question: it is asked and answered again. */
function judgedNow({ of, seed, asked, answer }: Receipt): VerdictView | undefined {
  const question = openCase(of, seed)?.question;
  const task = question && taskOf(question, asked === 'repair' ? 'repair' : 'as it is asked');
  if (!task || 'problem' in task || task.kind !== asked) return undefined;
  const judged = verdictOf(task, answer);
  return 'problem' in judged ? undefined : judged.verdict;
}

function changedRules(
  { rules }: Receipt,
  met: ReadonlyMap<string, Rule>,
  judged: VerdictView | undefined,
): readonly RuleDifference[] {
  const known = new Set(rules.map(({ id }) => id));
  const named = new Map(judged?.rules.map((rule) => [rule.id, rule]));
  const before = rules.flatMap(({ id, digest, by }): readonly RuleDifference[] => {
    const rule = met.get(id) ?? named.get(id);
    // What only the verdict named can be looked for only where it is spoken again.
    if (!rule) return by === 'run' || judged ? [{ id, how: 'not met any more', says: undefined }] : [];
    return storedRule(rule, by).digest === digest ? [] : [{ id, how: 'changed', says: rule.says }];
  });
  const later = [...met.values()].flatMap((rule): readonly RuleDifference[] =>
    known.has(rule.id) ? [] : [{ id: rule.id, how: 'new', says: rule.says }],
  );
  return [...before, ...later];
}
