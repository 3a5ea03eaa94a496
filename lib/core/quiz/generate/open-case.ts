/** From what a link names to its question: every trap, every fault and every level, each by its id and a seed. */
import { FAULTS } from '../../scenario/faults/catalogue';
import { isLevel } from '../../scenario/level';
import { randomFrom } from '../../scenario/random';
import { TRAPS } from '../../scenario/traps/catalogue';
import type { CaseOf } from '../case-of';
import { faultDrawer, LEVEL_TASKS, levelDrawer } from './diagnosis';
import { drawn, type Generated, generateQuestion } from './generate';

/** A fault's and a trap's id never are the same; `level-3`. undefined: there is nothing by that id. */
export function parseCaseOf(id: string): CaseOf | undefined {
  if (TRAPS.some((trap) => trap.id === id)) return { kind: 'trap', id };
  if (FAULTS.some((fault) => fault.id === id)) return { kind: 'fault', id };
  return levelOf(id) === undefined ? undefined : { kind: 'level', id };
}

function levelOf(id: string) {
  const level = Number(/^level-(\d)$/.exec(id)?.[1]);
  return isLevel(level) ? level : undefined;
}

/** undefined: there is nothing by that id. */
export function openCase({ kind, id }: CaseOf, seed: string): Generated | undefined {
  switch (kind) {
    case 'trap': {
      const trap = TRAPS.find((one) => one.id === id);
      return trap && generateQuestion(trap, seed);
    }
    case 'fault': {
      const fault = FAULTS.find((one) => one.id === id);
      return (
        fault && {
          ...drawn(`${id}~${seed}`, faultDrawer(fault, seed)),
          of: { kind, id },
          seed,
          tasks: fault.tasks,
        }
      );
    }
    case 'level': {
      const level = levelOf(id);
      if (level === undefined) return undefined;
      const text = `${id}~${seed}`;
      const draw = levelDrawer(level, seed, randomFrom(`${text}/key`));
      return { ...drawn(text, draw, MOST_LEVEL_DRAWS), of: { kind, id }, seed, tasks: LEVEL_TASKS };
    }
  }
}

/** Most draws of a level are too hard or too easy for it, which is soon seen. */
const MOST_LEVEL_DRAWS = 200;
