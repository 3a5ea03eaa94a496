/** Whether a case has to be diagnosed: something else fits the ticket, and nothing that is seen at first sight settles it alone. */

import type { World } from '../simulate/world';
import { candidatesOfScenario } from './candidates';
import { evidenceIn } from './evidence';
import type { FaultCase } from './fault-case';
import { OUR_READING } from './readings';
import { evidenceOf, rivalsOf, triedOnce } from './rivals';
import type { Scenario } from './scenario';
import { runIntent } from './symptom';

export type Undiagnosable = 'nothing else fits the ticket' | 'a single clue settles it';

/** undefined: at least one other fault fits, whichever clue is read with the ticket. */
export function undiagnosable(one: FaultCase): Undiagnosable | undefined {
  const truth = evidenceOf(one, triedOnce(one)).first;
  return settledBy(
    truth,
    rivalsOf(one).map(({ evidence }) => evidence.first),
  );
}

/** The same for an SSH question. */
export function undiagnosableScenario(scenario: Scenario): Undiagnosable | undefined {
  const { world, design, fault, broken } = scenario;
  const seen = (there: World): string =>
    evidenceIn(runIntent(there), design.parts, broken.stretch, OUR_READING.logLaws)
      .records.map(({ line }) => line)
      .join('\n');
  const others = candidatesOfScenario(scenario).filter((other) => other.fault.id !== fault.id);
  return settledBy(
    seen(world),
    others.map((other) => seen(other.world)),
  );
}

function settledBy(truth: string, others: readonly string[]): Undiagnosable | undefined {
  if (others.length === 0) return 'nothing else fits the ticket';
  const settles = (clue: RegExp): boolean => others.every((log) => clue.test(log) !== clue.test(truth));
  return CLUES.some(settles) ? 'a single clue settles it' : undefined;
}

/** Each is one thing to notice in the log of the interface that the ticket is about; all of them together may well settle it. */
const CLUES: readonly RegExp[] = [/ ACCEPT /, / REJECT /, / (?:ACCEPT|REJECT) /];
