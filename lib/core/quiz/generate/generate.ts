/** From a trap and a seed to a proven question: the same text gives the same bytes in Node, a browser and a worker. */
import { assertNever, invariant } from '../../assert';
import { randomFrom } from '../../scenario/random';
import type { OtherWay, Trap } from '../../scenario/trap';
import type { Asked, Question } from '../question';
import type { Drawer, Drawn } from './drawer';
import { exposureDrawer } from './exposure';
import { fillInDrawer } from './fill-in';
import { missingRecordDrawer } from './missing-record';
import { otherDrawer } from './other-way';
import { logCallDrawer, pairDrawer, repairDrawer, toolsDrawer } from './over-faults';
import { sessionDrawer } from './session';
import { layerDrawer } from './which-layer';
import { whichToolDrawer } from './which-tool';

export interface Generated extends Drawn<Question>, Asked {
  /** Why earlier draws were discarded. */
  readonly discarded: readonly string[];
}

const MOST_DRAWS = 24;

/** One in so many questions of a trap is asked in another of its ways. */
const ELSE = 4;

export type Way = Trap['asks'] | OtherWay['asks'];

/** Which of its ways a trap is asked in: drawn by the seed alone. */
export function wayOf({ id, asks, also = [] }: Trap, seed: string): Way {
  const random = randomFrom(`${id}~${seed}/way`);
  return also.length > 0 && random.integer(1, ELSE) === 1 ? random.pick(also).asks : asks;
}

/** `way`: one of the trap's own. */
export function generateQuestion(trap: Trap, seed: string, way: Way = wayOf(trap, seed)): Generated {
  const text = `${trap.id}~${seed}`;
  return {
    ...drawn(text, drawerOf(trap, seed, text, way)),
    of: { kind: 'trap', id: trap.id },
    seed,
    tasks: trap.tasks,
  };
}

/** The first draw that holds, and why those before it do not. */
export function drawn(
  text: string,
  draw: Drawer<Question>,
  most = MOST_DRAWS,
): Drawn<Question> & Pick<Generated, 'discarded'> {
  const discarded: string[] = [];
  for (let i = 0; i < most; i++) {
    const made = draw(randomFrom(i === 0 ? text : `${text}#${i}`));
    if (typeof made !== 'string') return { ...made, discarded };
    discarded.push(made);
  }
  invariant(false, `${text} gives a proven question within ${most} draws: ${discarded.join(', ')}`);
}

function drawerOf(trap: Trap, seed: string, text: string, way: Way): Drawer<Question> {
  const ofSeed = randomFrom(`${text}/key`);
  const other = trap.also?.find(({ asks }) => asks === way);
  if (other) return otherDrawer(trap, other, seed, ofSeed);
  switch (trap.asks) {
    case 'which-layer':
      return layerDrawer(seed);
    case 'which-repair':
      return repairDrawer(trap, seed, ofSeed);
    case 'what-tools-show':
      return toolsDrawer(trap, seed, ofSeed);
    case 'choose-two':
      return pairDrawer(trap, seed, ofSeed);
    case 'which-log-call':
      return logCallDrawer(trap, seed, ofSeed);
    case 'missing-record':
      return missingRecordDrawer(trap, ofSeed);
    case 'what-becomes-of-it':
      return sessionDrawer(ofSeed);
    case 'fill-in':
      return fillInDrawer(trap, ofSeed);
    case 'which-tool':
      return whichToolDrawer(trap, ofSeed);
    case 'what-keeps-out':
      return exposureDrawer(ofSeed);
    default:
      return assertNever(trap);
  }
}
