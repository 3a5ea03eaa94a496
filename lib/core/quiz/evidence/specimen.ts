/** What one world shows, offer by offer, as texts that can be compared; what hangs on AWS's unwritten rules under each reading. */
import { flowKey } from '../../net/packet';
import { PACKET_LAWS, type Reading } from '../../scenario/readings';
import { simulate } from '../../simulate/simulate';
import type { Crossing } from '../../simulate/trace';
import { testOutcome } from './connection-test';
import { type PlayedWorld, readableRecords } from './log-query';
import type { Offer } from './offer';
import { exhibitOf } from './open';
import type { OpenScene } from './scene';

/** Flow by flow what passed an interface, in order of time. */
export type Flows = ReadonlyMap<string, readonly Crossing[]>;

export interface Specimen {
  readonly scene: OpenScene;
  /** A page, a connection test, a run of the analyzer; of a test one text for each reading of what becomes of packets. */
  shown(offer: Offer): readonly string[];
  flowsAt(interfaceId: string, laws: Reading['packetLaws']): Flows;
  /** The log of an interface on which nothing else passed than this. */
  lines(interfaceId: string, reading: Reading, crossings: readonly Crossing[]): string;
}

export function specimenOf(scene: OpenScene): Specimen {
  const texts = new Map<string, readonly string[]>();
  const plays = new Map<Reading['packetLaws'], PlayedWorld>();
  const flows = new Map<Reading['packetLaws'], ReadonlyMap<string, Flows>>();
  const playedUnder = (laws: Reading['packetLaws']): PlayedWorld => {
    if (laws === PACKET_LAWS[0]) return scene.played();
    const { world } = scene.played();
    const played = plays.get(laws) ?? { world, capture: simulate(world, laws) };
    plays.set(laws, played);
    return played;
  };
  return {
    scene,
    shown(offer) {
      const known = texts.get(offer.id) ?? textsOf(scene, offer);
      texts.set(offer.id, known);
      return known;
    },
    flowsAt(interfaceId, laws) {
      const known = flows.get(laws) ?? byInterface(playedUnder(laws).capture.crossings);
      flows.set(laws, known);
      return known.get(interfaceId) ?? new Map();
    },
    lines(interfaceId, { packetLaws, logLaws }, crossings) {
      const { world, capture } = playedUnder(packetLaws);
      const own = { world, capture: { ...capture, crossings } };
      return readableRecords(own, scene.stretch, [interfaceId], logLaws)
        .map(({ line, flowLogId }) => `${flowLogId} ${line}`)
        .join('\n');
    },
  };
}

function textsOf(scene: OpenScene, offer: Offer): readonly string[] {
  if (offer.kind === 'connection-test')
    return PACKET_LAWS.map((laws) => testOutcome(scene.now(), scene.intent, offer.component, laws));
  return [JSON.stringify(exhibitOf(scene, offer))];
}

function byInterface(crossings: readonly Crossing[]): ReadonlyMap<string, Flows> {
  const interfaces = new Map<string, Map<string, Crossing[]>>();
  for (const one of crossings) {
    const flows = interfaces.get(one.networkInterface.id) ?? new Map<string, Crossing[]>();
    interfaces.set(one.networkInterface.id, flows);
    const key = `${one.direction} ${one.action} ${flowKey(one.packet)}`;
    const flow = flows.get(key);
    if (flow) flow.push(one);
    else flows.set(key, [one]);
  }
  return interfaces;
}
