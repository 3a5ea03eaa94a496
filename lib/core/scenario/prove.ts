/** Proof of a case by running it: healthy works, broken fails, the key alone mends, under every reading of AWS's text. */
import { invariant } from '../assert';
import type { LogLaws } from '../flowlog/log-laws';
import type { PacketLaws } from '../rules/packet-laws';
import { works } from '../simulate/outcome';
import type { World } from '../simulate/world';
import { type Broken, brokenBy } from './broken';
import { counterfactual } from './counterfactual';
import { evidenceIn, exhibitText } from './evidence';
import type { Fault } from './fault';
import { LAYERS, type Layer } from './layer';
import { LOG_LAWS, PACKET_LAWS, type Reading } from './readings';
import { withTraffic } from './ssh-design';
import { runIntent } from './symptom';

/** Layers that are right, by replay: those whose repair mends, and those that the exhibit cannot tell from them. */
export function rightLayers(broken: Broken, { packetLaws, logLaws }: Reading): readonly Layer[] {
  const [key] = keysUnder(broken, packetLaws, [logLaws]);
  invariant(key, 'one way to write the log gives one key');
  return key;
}

/** The key for each way of writing the log: what is played is played once. */
function keysUnder(
  broken: Broken,
  packetLaws: PacketLaws,
  logLaws: readonly LogLaws[],
): readonly (readonly Layer[])[] {
  const { design, world, stretch } = broken;
  const mending = LAYERS.filter((layer) => isMendedBy(broken, layer, packetLaws));
  const run = runIntent(world, packetLaws);
  const rivals = rivalsOf(broken)
    .map((rival) => ({ ...rival, run: runIntent(rival.world, packetLaws) }))
    // Told apart by what the terminal says, whatever the log holds.
    .filter((rival) => rival.run.connection === run.connection && rival.run.dialled === run.dialled);
  return logLaws.map((laws) => {
    const shown = exhibitText(world, design.parts, evidenceIn(run, design.parts, stretch, laws));
    const alike = rivals.filter(
      (rival) =>
        exhibitText(rival.world, design.parts, evidenceIn(rival.run, design.parts, stretch, laws)) === shown,
    );
    return LAYERS.filter(
      (layer) => mending.includes(layer) || alike.some((rival) => rival.fault.layer === layer),
    );
  });
}

function isMendedBy(broken: Broken, layer: Layer, packetLaws: PacketLaws): boolean {
  return works(runIntent(counterfactual(broken, layer, broken.world).world, packetLaws).connection);
}

/** Faults of other layers, injected in the same design: some may have shown the learner the very same exhibit. */
function rivalsOf({
  design,
  fault,
  random,
  candidates,
}: Broken): readonly { readonly fault: Fault; readonly world: World }[] {
  return candidates
    .filter((rival) => rival.fault.layer !== fault.layer)
    .map((rival) => ({ fault: rival.fault, world: brokenBy(rival, design, random) }));
}

/** Whether the case may be given to a learner; a case that fails is discarded, and the seed draws another. */
export function isProven(broken: Broken): boolean {
  const { design, fault, world } = broken;
  const keys = PACKET_LAWS.flatMap((packetLaws): readonly (readonly Layer[])[] => {
    if (!works(runIntent(withTraffic(design.world, design), packetLaws).connection)) return [[]];
    if (works(runIntent(world, packetLaws).connection)) return [[]];
    return keysUnder(broken, packetLaws, LOG_LAWS);
  });
  const [first = []] = keys;
  return first.some((layer) => layer === fault.layer) && keys.every((key) => key.join() === first.join());
}
