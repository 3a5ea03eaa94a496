/** "Which two together mend it?": two faults, each repair run alone and every pair run together. */

import { plain } from '../../explain/prose';
import { repairSentence } from '../../explain/repair';
import { repairOfLayer } from '../../scenario/blame';
import type { FaultCase } from '../../scenario/fault-case';
import { mends, mendsUnder } from '../../scenario/fault-proof';
import { type FaultLayer, LAYERS, type Layer } from '../../scenario/layer';
import type { Random } from '../../scenario/random';
import { rivalsOf } from '../../scenario/rivals';
import { type TwoFaults, withSecondFault } from '../../scenario/two-faults';
import type { Change } from '../../simulate/world';
import { chooseDistractors } from '../distractor';
import { untoldFrom } from '../evidence/untold';
import { multipleChoiceCredit } from '../score/answer-credit';

export interface RepairChoice {
  readonly changes: readonly Change[];
  readonly layer: FaultLayer;
}

export interface ChooseTwoQuestion {
  readonly kind: 'choose-two';
  readonly case: FaultCase;
  /** What is wrong besides the case's own fault. */
  readonly second: TwoFaults['second'];
  /** Five; exactly one pair of them mends. */
  readonly options: readonly RepairChoice[];
}

export type NoPair =
  | 'no second fault stands on this path'
  | 'too few repairs to choose from'
  | 'more than one pair mends';

const DISTRACTORS = 3;
/** More than these are not tried beside each half of the answer. */
const MOST_TRIED = 9;

/** `layers`: where a half of the answer stands in some case. */
export function askChooseTwo(
  one: FaultCase,
  random: Random,
  layers: readonly FaultLayer[] = LAYERS,
): ChooseTwoQuestion | NoPair {
  const both = withSecondFault(one, random.fork('second'));
  if (!both) return 'no second fault stands on this path';
  const [first, second] = both.repairs;
  const keys: readonly RepairChoice[] = [
    { changes: first, layer: one.fault.layer },
    { changes: second, layer: both.second.fault.layer },
  ];
  // What no evidence tells from the truth is no wrong answer.
  const untold = new Set(untoldFrom(one).map(({ site }) => JSON.stringify(site.repair(both.case.broken))));
  const pool: readonly RepairChoice[] = [
    ...LAYERS.flatMap((layer: Layer): readonly RepairChoice[] => {
      const changes = repairOfLayer(both.case, layer);
      return changes ? [{ changes, layer }] : [];
    }),
    ...random
      .fork('rivals')
      .shuffle(rivalsOf(one))
      .map(({ fault, site }) => ({ changes: site.repair(both.case.broken), layer: fault.layer })),
  ];
  const said = new Set(keys.map(textOf));
  const wrong: RepairChoice[] = [];
  for (const choice of pool) {
    if (wrong.length === MOST_TRIED) break;
    const text = textOf(choice);
    if (choice.changes.length === 0 || said.has(text) || untold.has(text)) continue;
    said.add(text);
    // Neither half of the answer may stand twice.
    const stands = keys.some(
      (key) => mendsUnder(both.case, [...key.changes, ...choice.changes]) !== 'no reading',
    );
    if (!stands) wrong.push(choice);
  }
  const chosen = chooseDistractors(
    wrong.map(candidateOf),
    { keys: keys.map(candidateOf), count: DISTRACTORS, layers },
    random.fork('options'),
  );
  if (chosen.length < DISTRACTORS) return 'too few repairs to choose from';
  const options = random.fork('order').shuffle([...keys, ...chosen.map(({ choice }) => choice)]);
  const question: ChooseTwoQuestion = { kind: 'choose-two', case: both.case, second: both.second, options };
  return mendingPairs(question).length === 1 ? question : 'more than one pair mends';
}

function candidateOf(choice: RepairChoice) {
  return { choice, layer: choice.layer, length: plain(repairSentence(choice.changes)).length };
}

function textOf({ changes }: RepairChoice): string {
  return JSON.stringify(changes);
}

/** Places in the options: every pair that mends, by running it. */
export function mendingPairs({
  case: one,
  options,
}: ChooseTwoQuestion): readonly (readonly [number, number])[] {
  return options.flatMap((first, i) =>
    options.flatMap((second, j): readonly (readonly [number, number])[] =>
      i < j && mends(one, [...first.changes, ...second.changes]) ? [[i, j]] : [],
    ),
  );
}

export interface ChooseTwoVerdict {
  readonly right: boolean;
  /** 0 to 1; half for one of the two. */
  readonly credit: number;
  readonly key: readonly number[];
}

export function gradeChooseTwo(question: ChooseTwoQuestion, picked: readonly number[]): ChooseTwoVerdict {
  const [key = []] = mendingPairs(question);
  const credit = key.length === 0 ? 0 : multipleChoiceCredit(key, picked);
  return { right: credit === 1, credit, key };
}
