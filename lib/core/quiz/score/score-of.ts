/** What an answered case is worth, with each part that a screen shows beside it. */
import { type CaseResult, caseScore, HINT_COST, type HintLevel, shownEfficiency } from './case-score';
import { type Confidence, certaintyMark } from './confidence';

export interface Played {
  /** Of the verdict. */
  readonly right: boolean;
  /** Of the verdict, 0 to 1. */
  readonly credit: number;
  /** Prices: of what was opened, and of the cheapest evidence that leaves one world, one look at least. */
  readonly spent: number;
  readonly cheapest: number;
  readonly hint: HintLevel;
  /** "Show me" was asked for. */
  readonly gaveUp?: boolean;
  /** Left out: nobody was asked how sure they were. */
  readonly confidence?: Confidence | undefined;
}

export interface Score {
  /** 0 to 100. */
  readonly points: number;
  readonly parts: {
    /** 0 to 100: what the answer alone is worth. */
    readonly answer: number;
    /** Points lost to evidence that was not needed, and to hints; all of them to giving up. */
    readonly evidence: number;
    readonly hints: number;
    readonly gaveUp: number;
  };
  /** 0 to 1; undefined before the answer is wholly right: guessing early must not look like thrift. */
  readonly efficiency: number | undefined;
  /** -6 to 3, kept apart from the points; undefined: nobody was asked. */
  readonly certainty: number | undefined;
}

/** The parts add up: points = answer − evidence − hints − gaveUp. */
export function scoreOf({ right, confidence, ...played }: Played): Score {
  const result: CaseResult = played;
  const points = caseScore(result);
  const answer = 100 * played.credit;
  const withEvidence = caseScore({ ...result, hint: 0, gaveUp: false });
  const evidence = answer - withEvidence;
  const hints = withEvidence * HINT_COST[played.hint];
  return {
    points,
    parts: { answer, evidence, hints, gaveUp: played.gaveUp ? withEvidence - hints : 0 },
    efficiency: played.gaveUp ? undefined : shownEfficiency(result),
    certainty: confidence && certaintyMark({ confidence, right }),
  };
}
