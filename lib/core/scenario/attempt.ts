/** The traffic of a case: somebody tries again and again, and whatever belongs to the story besides. */
import type { TrafficDocument } from '../simulate/world';
import type { Attempt } from './fault';
import type { Intent } from './intent';
import type { Random } from './random';

/** How long the shown stretch of log is, in milliseconds. */
export const STRETCH = 15 * 60_000;
/** How often somebody tries; the last time with time to give up inside the stretch. */
export const ATTEMPTS = 6;
/** The first Traffic row of a case's world. */
export const TRIED = 0;

/** A working hour of a working day in 2026, on the quarter. */
export function drawStart(random: Random): number {
  const day =
    Date.UTC(2026, 0, 5) + random.integer(0, 50) * 7 * 86_400_000 + random.integer(0, 4) * 86_400_000;
  return day + random.integer(7, 16) * 3_600_000 + random.pick([0, 15, 30, 45]) * 60_000;
}

/** When the attempts are made, the same in the healthy world, the broken one and the mended one. */
export interface Rhythm {
  /** Milliseconds since 1970. */
  readonly firstAt: number;
  /** Seconds. */
  readonly every: number;
}

export function drawRhythm(random: Random, startsAt: number): Rhythm {
  return { firstAt: startsAt + random.integer(62, 100) * 1000, every: random.integer(134, 140) };
}

/** A moment between two attempts, in the middle of them. */
export function drawMoment(random: Random, { firstAt, every }: Rhythm): number {
  return firstAt + (random.integer(1, 3) + 0.5) * every * 1000;
}

export function attempts(intent: Intent, { firstAt, every }: Rhythm, other: Attempt = {}): TrafficDocument {
  return {
    From: intent.from,
    To: intent.to,
    Protocol: intent.protocol,
    Port: intent.port,
    Bytes: 900,
    ReplyBytes: 2400,
    ...(intent.call && { Call: intent.call }),
    ...other,
    At: new Date(firstAt).toISOString(),
    Repeat: { Every: every, Times: ATTEMPTS },
  };
}
