/** One card of the counterfactual strip: the same traffic on the same world with one layer repaired. */
import { awsCliPieces } from '../ec2/aws-cli';
import { alreadySentence } from '../explain/already-so';
import { changeSentence } from '../explain/change';
import { code, type Prose, prose, strong } from '../explain/prose';
import { stepSentence } from '../explain/step';
import { type Counterfactual, counterfactual } from '../scenario/counterfactual';
import { type Evidence, evidenceOf } from '../scenario/evidence';
import type { Layer } from '../scenario/layer';
import { openWorld, tryWorld } from '../scenario/open-world';
import { OUR_READING } from '../scenario/readings';
import type { Scenario } from '../scenario/scenario';
import { type ConnectionOutcome, works } from '../simulate/outcome';
import type { ParsedWorld } from '../simulate/parse-world';
import { probe } from '../simulate/probe';
import type { Change, World } from '../simulate/world';
import { flowsOfFirstAttempt } from './flow-comparison';
import { LAYER_TITLE } from './layer-title';
import type { ChangeView, CounterfactualRun } from './view';

export function runCounterfactual(
  scenario: Scenario,
  layer: Layer,
  before: Evidence,
  { chosen, key }: { readonly chosen: Layer; readonly key: readonly Layer[] },
): CounterfactualRun {
  const { design, broken, world } = scenario;
  const repair = counterfactual(broken, layer, world);
  const after = evidenceOf(repair.world, design.parts, scenario, OUR_READING);
  const { connection } = after;
  return {
    id: layer,
    title: LAYER_TITLE[layer],
    isChosen: layer === chosen,
    isKey: key.includes(layer),
    changes: changesOf(repair, openWorld(world), before),
    dialled: repair.dialled,
    mends: works(connection),
    outcome: outcomeText(connection, before.connection),
    sentence: recordsSentence(design.parts.targetName, before, after),
    stop: stopIn(repair.world),
    flows: flowsOfFirstAttempt(before.records, after.records),
  };
}

/** The step that still ends the attempts; undefined: they get through. */
function stopIn(document: World): Prose | undefined {
  const world = tryWorld(document);
  const [row] = world?.traffic ?? [];
  if (!world || !row) return undefined;
  const { connection, decidedBy } = probe(world, row);
  return decidedBy && !works(connection)
    ? stepSentence(decidedBy.component, decidedBy.step, world.network)
    : undefined;
}

/** Calls in words and as lines; what is so already says so. */
export function changeViews(world: ParsedWorld, changes: readonly Change[]): readonly ChangeView[] {
  return changes.map((change): ChangeView => {
    const already = alreadySentence(world, change);
    if (already) return { sentence: already, isAlreadySo: true, command: undefined };
    return {
      sentence: changeSentence(change),
      isAlreadySo: false,
      command: change.Service === 'ec2' ? awsCliPieces(change) : undefined,
    };
  });
}

function changesOf(
  { changes, dialled }: Counterfactual,
  world: ParsedWorld,
  before: Evidence,
): readonly ChangeView[] {
  const views = changeViews(world, changes);
  if (dialled === undefined) return views;
  const sentence = prose`Dial ${code(dialled)}, the new address, and no longer ${code(before.dialled)}`;
  return [...views, { sentence, isAlreadySo: false, command: undefined }];
}

function outcomeText(after: ConnectionOutcome, before: ConnectionOutcome): string {
  const still = after === before ? 'Still' : 'Now';
  if (after === 'established') return 'Handshake completes';
  if (after === 'refused') return `${still} refused`;
  return after === 'timeout' ? `${still} times out` : `${still} no answer`;
}

/** Records "appear" only where there were none: a handshake that completes makes other flows longer. */
function recordsSentence(targetName: string, before: Evidence, after: Evidence): Prose {
  const at = strong(targetName);
  if (after.records.length === 0) return prose`Still no record at ${at}.`;
  const same = before.records.map(({ line }) => line).join() === after.records.map(({ line }) => line).join();
  if (same) return prose`The same records at ${at} as before:`;
  if (before.records.length === 0) return prose`These records appear at ${at}:`;
  return works(after.connection)
    ? prose`What the first attempt leaves at ${at}, before → now:`
    : prose`Other records at ${at}, and still no connection:`;
}
