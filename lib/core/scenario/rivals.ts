/** Other ways in which the same design could have failed for the same person: what the evidence has to tell from the truth. */
import { AWS_LOG_LAWS } from '../flowlog/log-laws';
import type { World } from '../simulate/world';
import { TRIED } from './attempt';
import type { Fault, Site } from './fault';
import type { FaultCase } from './fault-case';
import { FAULTS } from './faults/catalogue';
import { ends } from './intent-path';
import { randomFrom } from './random';
import { OUR_READING } from './readings';
import type { Ending } from './symptom-kind';
import { linesOf, play } from './trial';

/** What is seen of a broken world before anything is opened, and what can be seen of it at all. */
export interface Evidence {
  readonly ending: Ending | undefined;
  /** Log lines at the interface that the ticket is about. */
  readonly first: string;
  /** All log lines, and the whole configuration. */
  readonly all: string;
}

export interface Rival {
  readonly fault: Fault;
  readonly site: Site;
  readonly evidence: Evidence;
}

/** One attempt is as good as six: they all end alike. */
export function evidenceOf(one: FaultCase, world: World): Evidence {
  const trial = play(world, OUR_READING.packetLaws);
  const { client, server } = ends(one.path);
  const at = (server ?? client)?.id;
  const lines = linesOf(trial, one.stretch, AWS_LOG_LAWS);
  return {
    ending: trial.endings[0]?.ending,
    first: JSON.stringify(lines.filter(({ interfaceId }) => interfaceId === at).map(({ line }) => line)),
    all: JSON.stringify([lines.map(({ line }) => line), world.Snapshot]),
  };
}

/** The broken world with one attempt, as `evidenceOf` wants it. */
export function triedOnce(one: FaultCase, site: Site = one.site): World {
  const broken = site === one.site ? one.broken : site.inject(randomFrom(`${one.seed} ${site.at}`));
  const [own] = one.healthy.Traffic?.slice(TRIED, TRIED + 1) ?? [];
  const row = own && { ...own, ...site.attempt, Repeat: undefined };
  return {
    ...broken,
    Traffic: row ? [row, ...(site.extras?.(one.stretch.from) ?? [])] : [],
    Now: one.broken.Now,
  };
}

/** Many ask for them, and each has to be played. */
const FOUND = new WeakMap<FaultCase, readonly Rival[]>();

/** Faults anywhere on this path that end the attempts in the same way, the true one left out. */
export function rivalsOf(one: FaultCase): readonly Rival[] {
  const found = FOUND.get(one) ?? findRivals(one);
  FOUND.set(one, found);
  return found;
}

function findRivals(one: FaultCase): readonly Rival[] {
  const truth = evidenceOf(one, triedOnce(one)).ending;
  return FAULTS.filter(({ id, symptom }) => id !== one.fault.id && symptom === one.fault.symptom).flatMap(
    (fault) =>
      fault.sites(one.path).flatMap((site): readonly Rival[] => {
        const evidence = evidenceOf(one, triedOnce(one, site));
        return evidence.ending === truth ? [{ fault, site, evidence }] : [];
      }),
  );
}
