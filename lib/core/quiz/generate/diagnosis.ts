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

/** Here the ticket itself says that it is the log, or that all works. */
const NAMED: readonly SymptomKind[] = ['log-silent', 'log-misleads', 'false-alarm'];

/** As much as could be plausible at most: what is too easy even so need not be counted. */
const MOST_PLAUSIBLE = WEIGHTS.plausible * Math.log2(1 + 40);

const TOO_HARD = 'it is too hard for this level';
const TOO_EASY = 'it is too easy for this level';
const NO_SECOND = 'no second fault stands on this path';
/** Nothing is wrong with such a draw: it is not what the level looks for. */
export const NOT_OF_THIS_LEVEL: readonly string[] = [TOO_HARD, TOO_EASY, NO_SECOND];

export function levelDrawer(level: Level, seed: string, ofSeed: Random): Drawer<DiagnoseQuestion> {
  const { from, below } = BANDS[level];
  const { decoys, layers } = recipeOf(level, ofSeed);
  const [first, second] = layers;
  const pool = FAULTS.filter(
    ({ symptom, layer }) => layer === first && (second ? symptom === 'timeout' : !NAMED.includes(symptom)),
  );
  return (random) => {
    const one = drawCase(random.fork('fault').pick(pool), seed, random.fork('case'), decoys);
    const more = second ? 1 : 0;
    const least = difficultyOf(radicalsBeforeRivals(one, more));
    if (least >= below) return TOO_HARD;
    if (least + MOST_PLAUSIBLE < from) return TOO_EASY;
    const both = second && withSecondFault(one, random.fork('second'), [second]);
    if (second && !both) return NO_SECOND;
    const made = both?.case ?? one;
    const difficulty = difficultyOf(radicalsOf(made, more));
    if (difficulty >= below) return TOO_HARD;
    if (difficulty < from) return TOO_EASY;
    const failure = undiagnosable(made) ?? failureOf(one);
    if (failure !== undefined) return failure;
    const question = askDiagnose(made, random.fork('question'), both?.second);
    return typeof question === 'string' ? question : { question, bites: true };
  };
}
