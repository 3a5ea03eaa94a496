/** Cases to diagnose: of one fault that was asked for, or of whatever is as hard as a level wants it. */
import { undiagnosable } from '../../scenario/diagnosable';
import { difficultyOf, radicalsBeforeRivals, radicalsOf, WEIGHTS } from '../../scenario/difficulty';
import { NETWORK_LOGS, TROUBLESHOOTING, VPC_FAULTS } from '../../scenario/exam-task';
import type { Fault } from '../../scenario/fault';
import { failureOf } from '../../scenario/fault-proof';
import { FAULTS } from '../../scenario/faults/catalogue';
import { drawCase } from '../../scenario/generate-fault';
import { BANDS, type Level, recipeOf } from '../../scenario/level';
import type { Random } from '../../scenario/random';
import type { SymptomKind } from '../../scenario/symptom-kind';
import { withSecondFault } from '../../scenario/two-faults';
import { askDiagnose, type DiagnoseQuestion } from '../kinds/diagnose';
import type { Drawer } from './drawer';

/** What any level practises: which fault it is must not show in it. */
export const LEVEL_TASKS: readonly string[] = [VPC_FAULTS, NETWORK_LOGS, TROUBLESHOOTING];

/** The same draws as `generateFault` makes, so that its case is this one. */
export function faultDrawer(fault: Fault, seed: string): Drawer<DiagnoseQuestion> {
  return (random) => {
    const made = drawCase(fault, seed, random);
    const question = failureOf(made) ?? askDiagnose(made, random.fork('question'));
    return typeof question === 'string' ? question : { question, bites: true };
  };
}

/** Here the ticket itself says that it is the log. */
const NAMED: readonly SymptomKind[] = ['log-silent', 'log-misleads'];

/** As much as could be plausible at most: what is too easy even so need not be counted. */
const MOST_PLAUSIBLE = WEIGHTS.plausible * Math.log2(1 + 40);

export function levelDrawer(level: Level, seed: string, ofSeed: Random): Drawer<DiagnoseQuestion> {
  const { from, below } = BANDS[level];
  const { decoys, isTwofold } = recipeOf(level, ofSeed);
  const pool = FAULTS.filter(({ symptom }) => (isTwofold ? symptom === 'timeout' : !NAMED.includes(symptom)));
  return (random) => {
    const one = drawCase(random.fork('fault').pick(pool), seed, random.fork('case'), decoys);
    const more = isTwofold ? 1 : 0;
    const least = difficultyOf(radicalsBeforeRivals(one, more));
    if (least >= below) return 'it is too hard';
    if (least + MOST_PLAUSIBLE < from) return 'it is too easy';
    const both = isTwofold ? withSecondFault(one, random.fork('second')) : undefined;
    if (isTwofold && !both) return 'no second fault stands on this path';
    const made = both?.case ?? one;
    const difficulty = difficultyOf(radicalsOf(made, more));
    if (difficulty >= below) return 'it is too hard';
    if (difficulty < from) return 'it is too easy';
    const failure = undiagnosable(made) ?? failureOf(one);
    if (failure !== undefined) return failure;
    const question = askDiagnose(made, random.fork('question'), both?.second);
    return typeof question === 'string' ? question : { question, bites: true };
  };
}
