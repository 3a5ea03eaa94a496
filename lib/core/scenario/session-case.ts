/**
 * Somebody is logged in when a rule goes: what becomes of the session, and what of whoever comes after. The simulator plays
 * both, and the change between them.
 */
import type { PacketLaws } from '../rules/packet-laws';
import { applyChanges } from '../simulate/change';
import { simulate } from '../simulate/simulate';
import type { Change, TrafficDocument, World } from '../simulate/world';
import { drawStart } from './attempt';
import { BLUEPRINTS } from './blueprints/catalogue';
import { stands } from './generate-fault';
import { ends, type IntentPath, met, pathOf } from './intent-path';
import { lifeOf } from './life';
import { openWorld } from './open-world';
import type { Random } from './random';
import { PACKET_LAWS } from './readings';
import { admittedTwice, changesFor, openToAll, type SessionCut } from './session-cut';

export interface SessionCase {
  readonly cut: SessionCut;
  readonly path: IntentPath;
  readonly world: World;
  /** When the rule goes, in milliseconds since 1970. */
  readonly moment: number;
  readonly changes: readonly Change[];
}

/** What the simulator says became of the two. */
export interface SessionEnd {
  readonly session: 'goes-on' | 'cut';
  readonly newcomer: 'admitted' | 'refused';
}

const MINUTE = 60_000;
/** The session: a request every 20 seconds, for ten minutes. */
const SESSION = 0;
const NEWCOMER = 1;
const PAUSE = 20;
const REQUESTS = 30;

/** undefined: this draw has no place for it. */
export function drawSession(cut: SessionCut, random: Random): SessionCase | undefined {
  const startsAt = drawStart(random.fork('time'));
  const blueprint = random.fork('blueprint').pick(BLUEPRINTS);
  const design = blueprint.draw(random.fork('design'), startsAt);
  const parsed = openWorld(design.world);
  const path = random
    .fork('intent')
    .shuffle(design.intents)
    .filter(({ protocol, to }) => protocol === 'tcp' && !to.includes(':'))
    .map((intent) => pathOf(design, intent, parsed))
    .find((one) => stands(one) && isDirect(one) && changesFor(cut, one) !== undefined);
  if (!path) return undefined;
  const changes = changesFor(cut, path);
  if (!changes) return undefined;
  const moment =
    startsAt + random.fork('moment').integer(4, 7) * MINUTE + random.fork('s').integer(1, 50) * 1000;
  const from = { From: path.intent.from, To: path.intent.to, Protocol: 'tcp', Port: path.intent.port };
  const traffic: readonly TrafficDocument[] = [
    { ...from, At: iso(startsAt + 65_000), Requests: REQUESTS, Pause: PAUSE, Bytes: 120, ReplyBytes: 300 },
    { ...from, At: iso(moment + 30_000) },
    ...lifeOf(design, random.fork('life')),
  ];
  const open =
    cut === 'untracked' ? openToAll(path) : cut === 'redundant' ? admittedTwice(path) : design.world;
  const world: World = {
    ...open,
    Traffic: traffic,
    Timeline: [{ At: iso(moment), Changes: changes }],
    Now: iso(startsAt + 30 * MINUTE),
  };
  return 'error' in applyChanges(open, changes) ? undefined : { cut, path, world, moment, changes };
}

const iso = (time: number): string => new Date(time).toISOString();

/** No translation on the way: the rule at the server names whoever asks. */
function isDirect(path: IntentPath): boolean {
  const { server } = ends(path);
  return server?.instance !== undefined && met(path, 'forward', 'nat-gateway').length === 0;
}

/** Under each reading; undefined where they differ. */
export function sessionEnd(one: SessionCase): SessionEnd | undefined {
  const [ours, ...others] = PACKET_LAWS.map((laws) => endUnder(one, laws));
  return ours && others.every((other) => JSON.stringify(other) === JSON.stringify(ours)) ? ours : undefined;
}

/** What a believer would expect to see, or AWS's own laws. */
export function endUnder({ world, path, moment }: SessionCase, laws: PacketLaws): SessionEnd {
  const parsed = openWorld(world);
  // What else goes on changes nothing for these two.
  const traffic = parsed.traffic.slice(SESSION, NEWCOMER + 1);
  const { crossings, results } = simulate({ ...parsed, traffic }, laws);
  const outcomeOf = (traffic: number) =>
    results.find((result) => ('call' in result ? result.call.traffic : result.traffic) === traffic);
  const session = outcomeOf(SESSION);
  const opening = session && 'call' in session ? session.call.opening : undefined;
  const { server } = ends(path);
  // Requests that reach the server well after the change: the session lives.
  const isAlive = crossings.some(
    ({ networkInterface, direction, action, packet, at }) =>
      networkInterface.id === server?.id &&
      direction === 'ingress' &&
      action === 'ACCEPT' &&
      packet.sourcePort === opening?.sourcePort &&
      at > moment + 2 * PAUSE * 1000,
  );
  const newcomer = outcomeOf(NEWCOMER);
  return {
    session: isAlive ? 'goes-on' : 'cut',
    newcomer: newcomer?.outcome === 'established' ? 'admitted' : 'refused',
  };
}
