/** From a seed to a proven case of the SSH question: the same text gives the same bytes in Node, a browser and a worker. */
import { invariant } from '../assert';
import { evidenceOf } from './evidence';
import { isProven } from './prove';
import { type Random, randomFrom } from './random';
import { OUR_READING } from './readings';
import type { Scenario } from './scenario';
import { drawReflectionSsh, REFLECTION_SSH } from './traps/reflection-ssh';
import { writeTicket } from './write-ticket';

/** How long after the shown stretch somebody reads the log: well past delivery, about five minutes to CloudWatch Logs. */
const READ_AFTER = 6 * 60_000;
const MOST_DRAWS = 24;

export function generate(seed: string): Scenario {
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const text = `${REFLECTION_SSH}~${seed}`;
    const scenario = drawScenario(seed, randomFrom(draw === 0 ? text : `${text}#${draw}`));
    if (scenario) return scenario;
  }
  invariant(false, `${REFLECTION_SSH}~${seed} gives a proven case within ${MOST_DRAWS} draws`);
}

/** undefined: what was drawn cannot be proven. */
export function drawScenario(seed: string, random: Random): Scenario | undefined {
  const broken = drawReflectionSsh(random);
  if (!isProven(broken)) return undefined;
  const { design, fault, stretch } = broken;
  const readAt = stretch.to + READ_AFTER;
  const world = { ...broken.world, Now: new Date(readAt).toISOString() };
  const evidence = evidenceOf(world, design.parts, stretch, OUR_READING);
  const ticket = writeTicket({ design, world, evidence, at: readAt }, random.fork('ticket'));
  return { trap: REFLECTION_SSH, seed, design, fault, world, ticket, broken, ...stretch };
}
