/**
 * How sure somebody was, scored apart from what they knew. Three levels, worth 1, 2, 3 when right and 0, -2, -6 when wrong:
 * whoever is right less often than in two of three cases does best with the first, above 80 % with the last
 * (https://docs.moodle.org/39/en/Using_certainty-based_marking).
 */
import { invariant } from '../../assert';

export type Confidence = 'low' | 'middle' | 'high';

interface Level {
  readonly right: number;
  readonly wrong: number;
  /** The chance of being right for which this level is best: its label. */
  readonly from: number;
  readonly to: number;
}

const LEVELS: Readonly<Record<Confidence, Level>> = {
  low: { right: 1, wrong: 0, from: 0, to: 2 / 3 },
  middle: { right: 2, wrong: -2, from: 2 / 3, to: 0.8 },
  high: { right: 3, wrong: -6, from: 0.8, to: 1 },
};

export const CONFIDENCES = Object.keys(LEVELS) as readonly Confidence[];

/** Two whole percentages: what the level claims. */
export function claimed(confidence: Confidence): readonly [from: number, to: number] {
  const { from, to } = LEVELS[confidence];
  return [Math.round(100 * from), Math.round(100 * to)];
}

export interface Judged {
  readonly confidence: Confidence;
  readonly right: boolean;
}

export function certaintyMark({ confidence, right }: Judged): number {
  const level = LEVELS[confidence];
  return right ? level.right : level.wrong;
}

export interface Calibration {
  readonly answers: number;
  /** Mean certainty mark, from -6 to 3. */
  readonly mark: number;
  /**
   * Mean squared distance between what was claimed (the middle of the level) and what came: 0 is perfect, 0.25 is what
   * always claiming one half gives. G. W. Brier, "Verification of forecasts expressed in terms of probability" (1950).
   */
  readonly brier: number;
  /** For a reliability plot: how often each level was right. */
  readonly byLevel: Readonly<Record<Confidence, { readonly answers: number; readonly right: number }>>;
}

/** undefined: nothing to judge yet. */
export function calibrationOf(answers: readonly Judged[]): Calibration | undefined {
  if (answers.length === 0) return undefined;
  const mean = (of: (one: Judged) => number): number =>
    answers.reduce((sum, one) => sum + of(one), 0) / answers.length;
  const count = (confidence: Confidence) => {
    const given = answers.filter((one) => one.confidence === confidence);
    return { answers: given.length, right: given.filter(({ right }) => right).length };
  };
  const brier = mean(({ confidence, right }) => (middleOf(confidence) - (right ? 1 : 0)) ** 2);
  invariant(brier >= 0 && brier <= 1, 'a Brier score lies between 0 and 1');
  return {
    answers: answers.length,
    mark: mean(certaintyMark),
    brier,
    byLevel: { low: count('low'), middle: count('middle'), high: count('high') },
  };
}

function middleOf(confidence: Confidence): number {
  const { from, to } = LEVELS[confidence];
  return (from + to) / 2;
}
