/** The verdict on the record that is none of this network: the log was written anew under every reading, and it is in none. */
import { code, prose } from '../../explain/prose';
import { drawingOf } from '../drawing-of';
import { gradeImpossibleRecord, type ImpossibleRecordQuestion } from '../kinds/impossible-record';
import type { VerdictHead } from '../verdict-view';
import { beliefView } from './belief-view';
import { optionsOf } from './options';

type Head = VerdictHead & { readonly kind: 'impossible-record' };

export function impossibleRecordVerdict(question: ImpossibleRecordQuestion, picked: number): Head {
  const { right, credit, reproduced } = gradeImpossibleRecord(question, picked);
  const { shown, belief } = question;
  const wrong = shown.find((_, i) => !reproduced[i]);
  const { truth, pages } = beliefView(belief);
  return {
    kind: 'impossible-record',
    right,
    credit,
    headline: right ? 'Right: no way of writing the log writes it' : 'This one was written here',
    story: prose`The traffic of this network was played, and its log written in every way that AWS leaves open. Five of the six records stand in it; that of ${code(wrong?.interfaceId ?? '-')} does not.`,
    why: prose`Who expects the other one would have it written by other rules than AWS's. ${truth}`,
    options: optionsOf(question, [picked], (i) => !reproduced[i]),
    beliefs: right ? [] : [beliefView(belief)],
    decided: undefined,
    rules: belief.rules,
    pages,
    drawing: drawingOf(question),
    walk: [],
    records: shown.filter((_, i) => reproduced[i]),
    runs: [],
    inferred: [],
  };
}
