/** What the person at the client sees: the outcome of the intent on a world, and what its interface wrote. */
import { invariant } from '../assert';
import { AWS_PACKET_LAWS, type PacketLaws } from '../rules/packet-laws';
import type { ConnectionOutcome } from '../simulate/outcome';
import type { ParsedWorld } from '../simulate/parse-world';
import { type Capture, simulate } from '../simulate/simulate';
import type { World } from '../simulate/world';
import { TRIED } from './attempt';
import { openWorld } from './open-world';

export interface Run {
  readonly world: ParsedWorld;
  readonly capture: Capture;
  /** Every attempt of the intent had this outcome. */
  readonly connection: ConnectionOutcome;
  readonly dialled: string;
}

/** Plays only the intent: the neighbours' traffic changes nothing about it. */
export function runIntent(document: World, laws: PacketLaws = AWS_PACKET_LAWS): Run {
  const [intent] = document.Traffic?.slice(TRIED, TRIED + 1) ?? [];
  invariant(intent, 'a scenario has an intent');
  return play({ ...document, Traffic: [intent] }, laws);
}

/** Plays everything. */
export function runWorld(document: World, laws: PacketLaws = AWS_PACKET_LAWS): Run {
  return play(document, laws);
}

function play(document: World, laws: PacketLaws): Run {
  const world = openWorld(document);
  const capture = simulate(world, laws);
  const attempts = capture.results.filter(
    (result) => ('call' in result ? result.call.traffic : result.traffic) === TRIED,
  );
  const outcomes = new Set(attempts.map(({ outcome }) => outcome));
  const [connection] = outcomes;
  invariant(connection !== undefined && outcomes.size === 1, 'every attempt of the intent ends alike');
  return { world, capture, connection, dialled: document.Traffic?.[TRIED]?.To ?? '' };
}
