/** A healthy design in which all is tried that should work and all that should not, so that its log shows every kind of record. */
import type { TrafficDocument, World } from '../simulate/world';
import { STRETCH } from './attempt';
import type { HealthyDesign } from './blueprint';
import { lifeOf } from './life';
import type { Random } from './random';

export function busyWorld(design: HealthyDesign, random: Random): World {
  const { startsAt, intents, forbidden, world } = design;
  const tried = [...intents, ...forbidden].map(
    ({ from, to, protocol, port }): TrafficDocument => ({
      From: from,
      To: to,
      Protocol: protocol,
      Port: port,
      // Well inside a minute, whose flows are then in one window under every reading but one.
      At: new Date(startsAt + random.integer(1, 12) * 60_000 + random.integer(2, 20) * 1000).toISOString(),
    }),
  );
  return {
    ...world,
    Traffic: [...tried, ...lifeOf(design, random.fork('life'))],
    Now: new Date(startsAt + 2 * STRETCH).toISOString(),
  };
}
