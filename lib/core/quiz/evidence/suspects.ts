/** Explanations of a case that are named beside each other: the true one among others that fit what lies on the table. */
import { type Prose, prose } from '../../explain/prose';
import type { Candidate } from '../../scenario/candidates';
import type { FaultCase } from '../../scenario/fault-case';
import type { Random } from '../../scenario/random';
import { PACKET_LAWS, READINGS, type Reading } from '../../scenario/readings';
import type { Network } from '../../vpc/network';
import { componentTitle } from '../component-title';
import type { Fact } from '../question-view';
import type { Offer } from './offer';
import { type OpenScene, openScene } from './scene';
import { type Specimen, specimenOf } from './specimen';

export function truthOf({ fault, site, world }: FaultCase): Candidate {
  return { fault, site, world };
}

/** One of each fault, and as many layers as there are. */
export function others(
  candidates: readonly Candidate[],
  one: FaultCase,
  most: number,
  random: Random,
): readonly Candidate[] {
  const different = random.shuffle(candidates).filter(({ fault }) => fault.id !== one.fault.id);
  const byFault = [...new Map(different.map((other) => [other.fault.id, other])).values()];
  const byLayer = new Map(byFault.map((other) => [other.fault.layer, other]));
  const first = [...byLayer.values()];
  return [...first, ...byFault.filter((other) => !first.includes(other))].slice(0, most);
}

/** What would be wrong in each, and where: which of them is the true one is not said. */
export function explanations({ path }: FaultCase, suspects: readonly Candidate[]): readonly Fact[] {
  return suspects.map((one, i) => ({
    label: `Explanation ${i + 1}`,
    value: suspectText(one, path.world.network),
  }));
}

function suspectText({ fault, site }: Candidate, network: Network): Prose {
  const sentence = fault.says.replace(/\.$/, '');
  return site.at === '' ? [sentence] : prose`${sentence}: ${componentTitle(network, site.at)}`;
}

/** What each of some worlds shows there, under a reading. */
export function looksOf(
  scene: OpenScene,
  worlds: readonly Candidate[],
): (offer: Offer, reading: Reading) => readonly string[] {
  const specimens = worlds.map(({ world }) => specimenOf(openScene({ ...scene, world })));
  const known = new Map<string, string>();
  const look = (specimen: Specimen, i: number, offer: Offer, reading: Reading): string => {
    if (offer.kind !== 'flow-log-query')
      return specimen.shown(offer)[PACKET_LAWS.indexOf(reading.packetLaws)] ?? specimen.shown(offer)[0] ?? '';
    const key = `${i} ${offer.id} ${READINGS.indexOf(reading)}`;
    const passed = [...specimen.flowsAt(offer.component, reading.packetLaws).values()].flat();
    const lines = known.get(key) ?? specimen.lines(offer.component, reading, passed);
    known.set(key, lines);
    return lines;
  };
  return (offer, reading) => specimens.map((specimen, i) => look(specimen, i, offer, reading));
}
