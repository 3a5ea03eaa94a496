/** A diagnosis, judged by mending what it names: whatever mends there is right, whichever component was broken. */

import type { FaultCase } from '../../scenario/fault-case';
import { isFineAsItIs, mends } from '../../scenario/fault-proof';
import { repairsIn, stoppedIn } from '../../scenario/repairs-at';
import { subjectsOf } from '../../scenario/subjects';
import { applyChanges } from '../../simulate/change';
import type { Change } from '../../simulate/world';
import type { Direction } from '../../vpc/match';
import { NOTHING } from '../component-title';
import { type DiagnosisParts, diagnosisCredit } from '../score/answer-credit';
import { type Finding, findingOfStep, findingsOfChange, NONE } from './finding';
import type { Mechanism } from './mechanism';

/** Which component, which of its lists and rules, and why. What is left out is not known. */
export interface Diagnosis {
  /** An id, a host's name, or `nothing`. */
  readonly component: string;
  readonly direction?: Direction | undefined;
  /** A rule's number or `*`, a route's block, or `none`: none matches, or there is no list. */
  readonly part?: string | undefined;
  readonly mechanism?: Mechanism | undefined;
}

export interface JudgedDiagnosis extends DiagnosisParts {
  readonly diagnosis: Diagnosis;
  /** What mends at the component; undefined: nothing that can be done there does. */
  readonly mending: readonly Change[] | undefined;
  /** 0 to 1. */
  readonly credit: number;
}

type Judge = (diagnosis: Diagnosis) => JudgedDiagnosis;

/** A case is never changed: what was tried in it needs no second run. */
const JUDGES = new WeakMap<FaultCase, Judge>();

/** One case in which one thing is wrong, ready for any number of diagnoses. */
export function judgeOf(one: FaultCase): Judge {
  const known = JUDGES.get(one) ?? newJudge(one);
  JUDGES.set(one, known);
  return known;
}

function newJudge(one: FaultCase): Judge {
  const repairs = repairsIn(one);
  // Where whoever tries has to do something else, every change would seem to help.
  const nothingToChange = mends(one, []);
  const isMistaken = nothingToChange && isFineAsItIs(one);
  const tried = new Map<string, readonly Change[] | undefined>();
  const mendingAt = (component: string): readonly Change[] | undefined => {
    if (!tried.has(component)) tried.set(component, tryAt(component));
    return tried.get(component);
  };
  const tryAt = (component: string): readonly Change[] | undefined => {
    if (isMistaken) return component === NOTHING ? [] : undefined;
    return repairs(component).find((changes) =>
      nothingToChange ? changes.length === 0 : mends(one, changes),
    );
  };
  return (diagnosis) => {
    const { component } = diagnosis;
    const mending = mendingAt(component);
    const parts = partsOf(diagnosis, mending && findingsAt(one, component, mending));
    return { diagnosis, mending, ...parts, credit: diagnosisCredit(parts) };
  };
}

/** What may rightly be said of a component: what the step there says, and what the calls that mend it are made for. */
function findingsAt(one: FaultCase, component: string, mending: readonly Change[]): readonly Finding[] {
  if (component === NOTHING) return [{ direction: undefined, parts: [NONE], mechanisms: ['nothing-wrong'] }];
  const stop = stoppedIn(one)?.decidedBy;
  const bySteps = stop?.component === component ? [findingOfStep(stop.step)] : [];
  const { Snapshot } = one.broken;
  const own = mending.filter((change) => subjectsOf(change, Snapshot).includes(component));
  const byOwn = own.flatMap(findingsOfChange);
  const byChanges = byOwn.length > 0 ? byOwn : mending.flatMap(findingsOfChange);
  // It is used as nobody should use it: its time-out, its delay.
  const byUse =
    mending.length === 0
      ? [{ direction: undefined, parts: [NONE], mechanisms: ['not-carried', 'not-logged'] as const }]
      : [];
  return [...bySteps, ...byChanges, ...byUse].filter((finding) => finding !== undefined);
}

/** The finding that agrees most with what is said; a component is right in any case where something there mends. */
function partsOf(
  { direction, part, mechanism }: Diagnosis,
  findings: readonly Finding[] | undefined,
): DiagnosisParts {
  if (!findings) return { component: false, rule: false, mechanism: false };
  const agreed = findings.map((finding) => ({
    component: true,
    rule:
      part !== undefined &&
      finding.parts.includes(part) &&
      (finding.direction === undefined || finding.direction === direction),
    mechanism: mechanism !== undefined && finding.mechanisms.includes(mechanism),
  }));
  return agreed.reduce((best, next) => (diagnosisCredit(next) > diagnosisCredit(best) ? next : best), {
    component: true,
    rule: false,
    mechanism: false,
  });
}

/** The case in which only one of several things is still wrong: all other repairs are made. */
export function casesApart(one: FaultCase, repairs: readonly (readonly Change[])[]): readonly FaultCase[] {
  if (repairs.length < 2) return [one];
  return repairs.flatMap((_, i): readonly FaultCase[] => {
    const others = repairs.filter((_, j) => j !== i).flat();
    const mended = applyChanges(one.broken, others);
    return 'error' in mended ? [] : [{ ...one, broken: mended.world }];
  });
}
