/** One card of the counterfactual strip: the same traffic on the same world with one layer repaired. */
import { invariant } from '../assert';
import { formatAwsCli } from '../ec2/aws-cli';
import { changeSentence } from '../explain/change';
import { type Prose, prose, strong } from '../explain/prose';
import { counterfactual } from '../scenario/counterfactual';
import { type Evidence, evidenceOf } from '../scenario/evidence';
import type { Layer } from '../scenario/layer';
import { works } from '../scenario/prove';
import { OUR_READING } from '../scenario/readings';
import type { Scenario } from '../scenario/scenario';
import { applyChanges } from '../simulate/change';
import type { ConnectionOutcome } from '../simulate/outcome';
import { LAYER_TITLE } from './layer-title';
import type { CounterfactualRun } from './view';

export function runCounterfactual(
  scenario: Scenario,
  layer: Layer,
  before: Evidence,
  chosen: Layer,
): CounterfactualRun {
  const { design, fault, world } = scenario;
  const changes = counterfactual(layer, world, design, fault);
  const repaired = applyChanges(world, changes);
  invariant(!('error' in repaired), `the ${layer} repair can be made`);
  const after = evidenceOf(repaired.world, design.parts, scenario, OUR_READING);
  const { connection } = after;
  return {
    layer,
    title: LAYER_TITLE[layer],
    isChosen: layer === chosen,
    changes: changes.map((change) => ({
      sentence: changeSentence(change),
      command: change.Service === 'ec2' ? formatAwsCli(change) : undefined,
    })),
    connection,
    mends: works(connection),
    outcome: outcomeText(connection, before.connection),
    sentence: recordsSentence(design.parts.targetName, before, after),
    records: after.records,
  };
}

function outcomeText(after: ConnectionOutcome, before: ConnectionOutcome): string {
  const still = after === before ? 'Still' : 'Now';
  if (after === 'established') return 'Handshake completes';
  if (after === 'refused') return `${still} refused`;
  return after === 'timeout' ? `${still} times out` : `${still} no answer`;
}

function recordsSentence(targetName: string, before: Evidence, after: Evidence): Prose {
  const at = strong(targetName);
  if (works(after.connection)) return prose`These records appear at ${at}:`;
  if (after.records.length === 0) return prose`Still no record at ${at}.`;
  const same = before.records.map(({ line }) => line).join() === after.records.map(({ line }) => line).join();
  return same
    ? prose`The same records at ${at} as before.`
    : prose`Other records at ${at}, and still no connection.`;
}
