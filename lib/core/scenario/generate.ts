/** From a seed to a proven case: the same text gives the same bytes in Node, a browser and a worker. */
import { invariant } from '../assert';
import { evidenceOf } from './evidence';
import { isProven } from './prove';
import { randomFrom } from './random';
import { OUR_READING } from './readings';
import type { Scenario } from './scenario';
import { drawReflectionSsh, REFLECTION_SSH } from './traps/reflection-ssh';
import { writeTicket } from './write-ticket';

/** Traps that can be generated, each with its drawing. */
const DRAWINGS = { [REFLECTION_SSH]: drawReflectionSsh } as const;
export type TrapId = keyof typeof DRAWINGS;
export const TRAP_IDS = Object.keys(DRAWINGS) as readonly TrapId[];

export function isTrapId(text: string): text is TrapId {
  return Object.hasOwn(DRAWINGS, text);
}

/** How long after the shown stretch somebody reads the log: well past delivery, about five minutes to CloudWatch Logs. */
const READ_AFTER = 6 * 60_000;
const MOST_DRAWS = 20;

export function generate(trap: TrapId, seed: string): Scenario {
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const random = randomFrom(`${trap}~${seed}${draw === 0 ? '' : `#${draw}`}`);
    const broken = DRAWINGS[trap](random);
    if (!isProven(broken)) continue;
    const { design, fault, stretch } = broken;
    const readAt = stretch.to + READ_AFTER;
    const world = { ...broken.world, Now: new Date(readAt).toISOString() };
    const evidence = evidenceOf(world, design.parts, stretch, OUR_READING);
    const ticket = writeTicket({ design, world, evidence, at: readAt }, random.fork('ticket'));
    return { trap, seed, design, fault, world, ticket, broken, ...stretch };
  }
  invariant(false, `${trap}~${seed} gives a proven case within ${MOST_DRAWS} draws`);
}
