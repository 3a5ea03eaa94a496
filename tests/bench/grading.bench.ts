/** What it costs to judge and explain an answer, beside one explained verdict on the same world: the issue's bound is thirty. */

import { picksOf } from '@/lib/core/quiz/choices';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import { openCase } from '@/lib/core/quiz/generate/open-case';
import { issueReceipt } from '@/lib/core/quiz/receipt/issue';
import { chosenVerdict, taskOf, verdictOf } from '@/lib/core/quiz/verdict-of';
import { dialledIn } from '@/lib/core/scenario/blame';
import { asked } from '@/lib/core/scenario/intent-path';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { parseWorld } from '@/lib/core/simulate/parse-world';

const SEED = 'bench';
const KINDS = [...new Map(TRAPS.map((trap) => [trap.asks, trap])).values()];

const fault = openCase({ kind: 'fault', id: 'sg-in-missing' }, SEED);
if (fault?.question.kind !== 'diagnose') throw new Error('a fault is to be diagnosed');
const { question } = fault;
const task = taskOf(question, 'repair');
if ('problem' in task || task.kind !== 'repair') throw new Error('the fault is mended by calls');
const actions = question.case.site.repair(question.case.broken).filter((change) => change.Service === 'ec2');

/** A document is parsed once and kept: each time another one, as for somebody who comes anew. */
const anew = () => ({ ...question.case, broken: { ...question.case.broken } });

/** One explained verdict, from the document to its reasons. */
function explained(): void {
  const { broken } = anew();
  const door = parseWorld(broken);
  if ('issues' in door) throw new Error('a generated world passes the door');
  asked(door.world, dialledIn(question.case));
}

const ofTraps = Object.fromEntries(
  KINDS.map((trap) => {
    const { question: one } = generateQuestion(trap, SEED);
    return [`an answer to ${trap.asks}`, () => chosenVerdict(one, picksOf(one) === 2 ? [0, 1] : [0])];
  }),
);

export const groups = {
  grading: {
    'an explained verdict': explained,
    'a diagnosis': () => chosenVerdict({ ...question, case: anew() }, [0]),
    'a repair': () =>
      verdictOf(
        { ...task, task: { ...task.task, broken: anew().broken } },
        {
          kind: 'repair',
          actions,
        },
      ),
    ...ofTraps,
    'a receipt': () => {
      const answer = { kind: 'repair', actions } as const;
      const judged = verdictOf(task, answer);
      if ('verdict' in judged) issueReceipt({ ...fault, question: task, answer, verdict: judged.verdict });
    },
  },
};
