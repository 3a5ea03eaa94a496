/** A receipt for an answer: what it rests on is run and written down with what came of it. */
import { plain } from '../../explain/prose';
import type { Rule } from '../../rules/rule';
import { GENERATOR_VERSION } from '../../scenario/scenario';
import type { Answer } from '../answer';
import { choicesOf, promptOf } from '../choices';
import type { RepairQuestion } from '../kinds/repair';
import type { Asked, Question } from '../question';
import type { VerdictView } from '../verdict-view';
import { planOf } from './ran';
import type { Receipt, StoredVerdict } from './receipt';
import { playRun, storedRule } from './run';

export interface Answered extends Pick<Asked, 'of' | 'seed'> {
  readonly question: Question | RepairQuestion;
  readonly answer: Answer;
  readonly verdict: VerdictView;
}

export function issueReceipt({ of, seed, question, answer, verdict }: Answered): Receipt {
  const { world, runs } = planOf(question, answer);
  const met = new Map<string, Rule>();
  const played = runs.map((run) => {
    const { outcome, rules } = playRun(world ?? { Snapshot: {} }, run);
    for (const [id, rule] of rules) met.set(id, rule);
    return { ...run, outcome };
  });
  const isRepair = question.kind === 'repair';
  return {
    of,
    seed,
    version: GENERATOR_VERSION,
    asked: question.kind,
    prompt: isRepair ? 'Repair it.' : promptOf(question),
    options: isRepair ? [] : choicesOf(question).map(({ id, text }) => ({ id, text: plain(text) })),
    answer,
    verdict: storedVerdict(verdict),
    ran: { world, runs: played },
    rules: [
      ...[...met.values()].map((rule) => storedRule(rule, 'run')),
      ...verdict.rules.filter(({ id }) => !met.has(id)).map((rule) => storedRule(rule, 'verdict')),
    ].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

export function storedVerdict({ right, credit, headline, options }: VerdictView): StoredVerdict {
  return { right, credit, headline, key: options.filter(({ isRight }) => isRight).map(({ id }) => id) };
}
