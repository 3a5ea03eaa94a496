/** The true world beside every other that fits the ticket: which piece of evidence tells which of them from it. */
import type { Candidate } from '../../scenario/candidates';
import { OUR_READING, READINGS, type Reading } from '../../scenario/readings';
import type { Crossing } from '../../simulate/trace';
import type { Offer } from './offer';
import { designedOffers } from './offers';
import { type OpenScene, openScene } from './scene';
import { type Flows, type Specimen, specimenOf } from './specimen';

export interface Comparison {
  readonly scene: OpenScene;
  readonly offers: readonly Offer[];
  readonly candidates: readonly Candidate[];
  /** Whether the candidate would show something else there, however AWS's text is read. `candidate`: its place. */
  separates(offer: Offer, candidate: number): boolean;
  /** What the candidate would show there by our reading, as a text: equal texts look alike. -1: the true world. */
  looks(offer: Offer, candidate: number): string;
}

/** `candidates`: worlds in which somebody would have written the same ticket, the scene's own left out. */
export function comparisonOf(scene: OpenScene, candidates: readonly Candidate[]): Comparison {
  const truth = specimenOf(scene);
  const specimens = candidates.map(({ world }) => specimenOf(openScene({ ...scene, world })));
  const known = new Map<string, boolean>();
  return {
    scene,
    offers: designedOffers(scene),
    candidates,
    separates(offer, candidate) {
      const key = `${candidate} ${offer.id}`;
      const other = specimens[candidate];
      const answer = known.get(key) ?? (other !== undefined && differ(truth, other, offer));
      known.set(key, answer);
      return answer;
    },
    looks(offer, candidate) {
      const specimen = candidate < 0 ? truth : specimens[candidate];
      if (!specimen) return '';
      if (offer.kind !== 'flow-log-query') return specimen.shown(offer)[0] ?? '';
      const passed = [...specimen.flowsAt(offer.component, OUR_READING.packetLaws).values()].flat();
      return specimen.lines(offer.component, OUR_READING, passed);
    },
  };
}

function differ(one: Specimen, other: Specimen, offer: Offer): boolean {
  if (offer.kind === 'flow-log-query')
    return READINGS.every((reading) => logsDiffer(one, other, offer, reading));
  const [mine, theirs] = [one.shown(offer), other.shown(offer)];
  return mine.every((text, i) => text !== theirs[i]);
}

/**
 * What passed alike is written alike by the same log: only the rest has to be written to be compared. Flows have records of their own,
 * so that a few that differ settle it.
 */
function logsDiffer(one: Specimen, other: Specimen, { component }: Offer, reading: Reading): boolean {
  const mine = one.flowsAt(component, reading.packetLaws);
  const theirs = other.flowsAt(component, reading.packetLaws);
  const isSameLog = logsIn(one) === logsIn(other);
  const keys = [...new Set([...mine.keys(), ...theirs.keys()])];
  const inOneAlone = keys.filter((key) => mine.has(key) !== theirs.has(key));
  const inBoth = keys.filter((key) => mine.has(key) === theirs.has(key));
  const otherwise = inBoth.filter(
    (key) => !isSameLog || passedText(mine.get(key)) !== passedText(theirs.get(key)),
  );
  const differing = [...inOneAlone, ...otherwise];
  const areWrittenOtherwise = (some: readonly string[]): boolean =>
    one.lines(component, reading, passed(mine, some)) !==
    other.lines(component, reading, passed(theirs, some));
  if (isSameLog && differing.length === 0) return false;
  return areWrittenOtherwise(differing.slice(0, FEW)) || areWrittenOtherwise(differing);
}

const FEW = 3;

function passed(flows: Flows, keys: readonly string[]): readonly Crossing[] {
  return keys.flatMap((key) => flows.get(key) ?? []).sort((a, b) => a.at - b.at);
}

function logsIn({ scene: { world } }: Specimen): string {
  return JSON.stringify([world.Snapshot.FlowLogs, world.LostRecords]);
}

function passedText(crossings: readonly Crossing[] = []): string {
  return crossings
    .map(({ at, packet, unrouted, rejectReason }) =>
      [at, packet.length, packet.tcpFlags, unrouted, rejectReason].join(),
    )
    .join(';');
}

/** Places of the candidates that fit all that lies on the table as well. */
export function openCandidates({ candidates, offers, separates }: Comparison): readonly number[] {
  const shown = offers.filter(({ price }) => price === 0);
  return candidates.flatMap((_, i) => (shown.some((offer) => separates(offer, i)) ? [] : [i]));
}

/** Places of the candidates that no piece of evidence tells from the truth. */
export function inseparable({ candidates, offers, separates }: Comparison): readonly number[] {
  // Pages are the quickest to open, and tell most apart.
  const quickest = [...offers].sort((a, b) => effort(a) - effort(b));
  return candidates.flatMap((_, i) => (quickest.some((offer) => separates(offer, i)) ? [] : [i]));
}

function effort({ kind }: Offer): number {
  if (kind === 'flow-log-query') return 2;
  if (kind === 'reachability-analyzer') return 3;
  return kind === 'connection-test' ? 1 : 0;
}
