/** From a fault and a seed to a proven case: the same text gives the same bytes in Node, a browser and a worker. */
import { invariant } from '../assert';
import { ALTERNATIVE_PACKET_LAWS } from '../rules/packet-laws';
import type { TrafficDocument, World } from '../simulate/world';
import { attempts, drawMoment, drawRhythm, drawStart, type Rhythm, STRETCH } from './attempt';
import type { HealthyDesign } from './blueprint';
import { BLUEPRINTS } from './blueprints/catalogue';
import { withDecoys } from './decoy';
import type { Attempt, Fault, Site } from './fault';
import type { FaultCase } from './fault-case';
import { type Failure, failureOf } from './fault-proof';
import { asked, type IntentPath, met, pathOf } from './intent-path';
import { lifeOf } from './life';
import { openWorld } from './open-world';
import { type Random, randomFrom } from './random';

/** How long after the stretch somebody reads the log: well past delivery, about ten minutes to Amazon S3. */
const READ_AFTER = 12 * 60_000;
/** How much later a log is read that had to be made anew. */
const LATER = 60 * 60_000;
const MOST_DRAWS = 24;

export interface Generated {
  readonly made: FaultCase;
  /** Why earlier draws were discarded. */
  readonly discarded: readonly Failure[];
}

export function generateFault(fault: Fault, seed: string): Generated {
  const discarded: Failure[] = [];
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const random = randomFrom(`${fault.id}~${seed}${draw === 0 ? '' : `#${draw}`}`);
    const made = drawCase(fault, seed, random);
    const failure = failureOf(made);
    if (failure === undefined) return { made, discarded };
    discarded.push(failure);
  }
  invariant(
    false,
    `${fault.id}~${seed} gives a proven case within ${MOST_DRAWS} draws: ${discarded.join(', ')}`,
  );
}

/** `decoys`: how many oddities stand in the design; else none, one or two. */
export function drawCase(fault: Fault, seed: string, random: Random, decoys?: number): FaultCase {
  const startsAt = drawStart(random.fork('time'));
  const { path, site } = drawSite(fault, random, startsAt, decoys);
  return dress({ fault, seed, path, site }, random);
}

interface Place {
  readonly path: IntentPath;
  readonly site: Site;
}

/** In the first design of a drawn order in which the fault can bite at all. */
function drawSite(fault: Fault, random: Random, startsAt: number, decoys: number | undefined): Place {
  for (let round = 0; round < MOST_DRAWS; round++) {
    for (const blueprint of random.fork(`order ${round}`).shuffle(BLUEPRINTS)) {
      const drawn = blueprint.draw(random.fork(`${blueprint.id} ${round}`), startsAt);
      const places = placesIn(fault, withDecoys(drawn, random.fork(`decoys ${round}`), decoys));
      if (places.length > 0) return random.fork('place').pick(places);
    }
  }
  invariant(false, `${fault.id} bites somewhere`);
}

function placesIn(fault: Fault, design: HealthyDesign): readonly Place[] {
  const world = openWorld(design.world);
  return design.intents.flatMap((intent) => {
    const path = pathOf(design, intent, world);
    return stands(path) ? fault.sites(path).map((site) => ({ path, site })) : [];
  });
}

/** Whether it works under every reading; only who comes in by an internet gateway has to be asked twice. */
export function stands(path: IntentPath): boolean {
  const entersByGateway = met(path, 'forward', 'internet-gateway').some(
    ({ step }) => step.direction === 'ingress',
  );
  return (
    !entersByGateway ||
    ALTERNATIVE_PACKET_LAWS.every((laws) => asked(path.world, path.intent, laws).connection === 'established')
  );
}

function dress(place: Place & Pick<FaultCase, 'fault' | 'seed'>, random: Random): FaultCase {
  const { path, site } = place;
  const { design } = path;
  const { startsAt } = design;
  const rhythm = drawRhythm(random.fork('attempts'), startsAt);
  const stretch = { from: startsAt, to: startsAt + STRETCH };
  const now = stretch.to + READ_AFTER;
  const isLog = place.fault.symptom === 'log-silent' || place.fault.symptom === 'log-misleads';
  const later = isLog ? LATER : 0;
  const tried = (other: Attempt | undefined, by = 0): readonly TrafficDocument[] => [
    attempts(path.intent, { ...rhythm, firstAt: rhythm.firstAt + by }, { ...site.tries, ...other }),
    ...(site.extras?.(startsAt + by) ?? []),
  ];
  const withTraffic = (world: World, Traffic: readonly TrafficDocument[], at: number): World => ({
    ...world,
    Traffic,
    Now: new Date(at).toISOString(),
  });
  const lookedAt = stretch.to + (site.looksAfter ?? READ_AFTER);
  const broken = withTraffic(site.inject(random.fork('fault')), tried(site.attempt), lookedAt);
  const watched = watchedIn(place, rhythm, random.fork('moment'));
  const healthy = withTraffic(design.world, tried(undefined), now);
  const life = lifeOf(design, random.fork('life'));
  const shown = watched
    ? {
        ...design.world,
        Timeline: [{ At: new Date(watched.moment).toISOString(), Changes: site.begins ?? [] }],
      }
    : broken;
  return {
    ...place,
    stretch,
    healthy,
    broken,
    stretchAfter: { from: stretch.from + later, to: stretch.to + later },
    dressedAfter: (mended) => withTraffic(mended, tried(site.attemptAfter?.(mended), later), now + later),
    watched: watched && {
      moment: watched.moment,
      world: withTraffic(shown, tried(site.attempt), lookedAt),
    },
    world: withTraffic(shown, [...tried(site.attempt), ...life], lookedAt),
  };
}

/** Every other fault that calls brought about happens while somebody watches, where that is to be seen in the attempts. */
function watchedIn({ site }: Place, rhythm: Rhythm, random: Random): { readonly moment: number } | undefined {
  // Who dials something else by then has noticed already.
  if (!site.begins || site.attempt) return undefined;
  const isWatched = site.isWatched ?? random.chance();
  return isWatched ? { moment: drawMoment(random, rhythm) } : undefined;
}
