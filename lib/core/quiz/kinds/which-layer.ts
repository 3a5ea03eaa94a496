/** The question "which layer do you investigate first?": asked of a scenario, shown without its key, graded by replay. */
import { invariant } from '../../assert';
import { code, type Prose, prose } from '../../explain/prose';
import { stepSentence } from '../../explain/step';
import { LOG_READINGS } from '../../flowlog/log-laws';
import type { WrittenRecord } from '../../flowlog/record';
import { writeFlowLog } from '../../flowlog/write';
import { TCP } from '../../net/protocol';
import type { Rule } from '../../rules/rule';
import { TRIED } from '../../scenario/attempt';
import { configurationShown, type Evidence, evidenceOf } from '../../scenario/evidence';
import { LAYERS, type Layer } from '../../scenario/layer';
import { rightLayers } from '../../scenario/prove';
import { OUR_READING } from '../../scenario/readings';
import { GENERATOR_VERSION, type Scenario } from '../../scenario/scenario';
import { runWorld } from '../../scenario/symptom';
import { parseWorld } from '../../simulate/parse-world';
import { type Probe, probe } from '../../simulate/probe';
import type { Network } from '../../vpc/network';
import { tablesOf } from '../configuration-table';
import { runCounterfactual } from '../counterfactual-run';
import { decidingStepView } from '../deciding-step';
import { actualView, designedView } from '../drawing-view';
import { LAYER_TITLE } from '../layer-title';
import { story } from '../story';
import type { FlowLogView, LayerOption, QuestionView, StepView, VerdictView } from '../view';

export interface Question {
  readonly scenario: Scenario;
  readonly evidence: Evidence;
}

export function ask(scenario: Scenario): Question {
  return { scenario, evidence: evidenceOf(scenario.world, scenario.design.parts, scenario, OUR_READING) };
}

export function viewOf({ scenario, evidence }: Question): QuestionView {
  const { trap, seed, ticket, design } = scenario;
  const run = runWorld(scenario.world);
  const { targetInterfaceId, neighbourInterfaceId } = design.parts;
  const shown = writeFlowLog(run.world.network, run.capture.crossings, {
    from: scenario.from,
    to: scenario.to,
    interfaceIds: [targetInterfaceId, neighbourInterfaceId],
  });
  return {
    trap,
    seed,
    version: GENERATOR_VERSION,
    ticket,
    drawing: designedView(design),
    log: flowLogView(scenario, shown),
    configuration: configurationShown(evidence.signature).flatMap((kind) =>
      tablesOf(run.world.network, kind, design.parts.targetInterfaceId),
    ),
    prompt: 'Which layer do you investigate first?',
    options: LAYERS.map(
      (layer): LayerOption => ({ layer, title: LAYER_TITLE[layer], detail: optionDetail(layer, scenario) }),
    ),
  };
}

function optionDetail(layer: Layer, { design: { parts } }: Scenario): Prose {
  switch (layer) {
    case 'security-group':
      return prose`${code(parts.targetSecurityGroupId)}, inbound and outbound rules`;
    case 'network-acl':
      return prose`${code(parts.targetNetworkAclId)}, inbound and outbound rules`;
    case 'upstream':
      return prose`route tables, gateways, peering, the address dialled`;
    case 'host':
      return prose`sshd on ${parts.targetName}, or its host firewall`;
  }
}

function flowLogView(
  { design, from, to, world }: Scenario,
  records: ReturnType<typeof writeFlowLog>,
): FlowLogView {
  const { parts } = design;
  const row = world.Snapshot.FlowLogs?.find(({ FlowLogId }) => FlowLogId === parts.flowLogId);
  invariant(row, 'the design has a flow log');
  const of = (interfaceId: string): readonly WrittenRecord[] =>
    records
      .filter((record) => record.interfaceId === interfaceId)
      .map((record) => ({ ...record, inferred: [] }));
  return {
    flowLogId: parts.flowLogId,
    resourceName: parts.vpcName,
    resourceId: parts.vpcId,
    trafficType: 'ALL',
    maxAggregationInterval: row.MaxAggregationInterval ?? 600,
    createdAt: Date.parse(row.CreationTime ?? ''),
    from,
    to,
    fields: (row.LogFormat ?? '').match(/[a-z-]+/g) ?? [],
    inferred: LOG_READINGS.map(({ rule }) => rule),
    interfaces: [
      {
        interfaceId: parts.targetInterfaceId,
        name: parts.targetName,
        relation: '',
        isTarget: true,
        records: of(parts.targetInterfaceId),
      },
      {
        interfaceId: parts.neighbourInterfaceId,
        name: parts.neighbourName,
        relation: 'same subnet',
        isTarget: false,
        records: of(parts.neighbourInterfaceId),
      },
    ],
  };
}

/** Every layer's repair is replayed; the one that was chosen is compared with what the runs say. */
export function grade({ scenario, evidence }: Question, chosen: Layer): VerdictView {
  const { design, world } = scenario;
  const door = parseWorld(world);
  invariant(!('issues' in door), 'a proven world passes the door');
  const intent = world.Traffic?.[TRIED];
  invariant(intent, 'a scenario has an intent');
  const probed = probe(door.world, {
    from: intent.From,
    to: intent.To,
    protocol: TCP,
    port: intent.Port ?? 0,
    sourcePort: undefined,
    icmp: undefined,
  });
  invariant(probed.decidedBy, 'a probe of the intent decides something');
  const key = rightLayers(scenario.broken, OUR_READING);
  const right = key.includes(chosen);
  const runs = LAYERS.map((layer) => runCounterfactual(scenario, layer, evidence, chosen));
  const { network } = door.world;
  const walk = walkOf(probed, network);
  return {
    chosen,
    right,
    key,
    headline: right ? `Right: ${lowerTitle(chosen)}` : 'Not this layer',
    story: story(design.parts.targetName, evidence.signature, probed),
    decided: decidingStepView(network, probed.decidedBy),
    drawing: actualView(design, network),
    walk,
    records: evidence.records,
    runs: [...runs].sort((a, b) => rank(a) - rank(b)),
    inferred: inferredRules(walk, evidence),
  };
}

/** The chosen one first, the mending one last: the strip ends where the traffic passes. */
function rank({ isChosen, mends }: VerdictView['runs'][number]): number {
  return mends ? 2 : isChosen ? 0 : 1;
}

function lowerTitle(layer: Layer): string {
  const title = LAYER_TITLE[layer];
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

function walkOf(probed: Probe, network: Network): readonly StepView[] {
  return (['forward', 'return'] as const).flatMap((leg) =>
    (probed[leg]?.hops ?? []).flatMap(({ component, steps }) =>
      steps.map(
        (step): StepView => ({
          leg,
          component,
          kind: step.kind,
          allowed: step.allowed,
          sentence: stepSentence(component, step, network),
          rule: step.rule,
        }),
      ),
    ),
  );
}

function inferredRules(walk: readonly StepView[], { records }: Evidence): readonly Rule[] {
  const met = [...walk.map(({ rule }) => rule), ...records.flatMap(({ inferred }) => inferred)];
  return [...new Set(met.filter(({ standing }) => standing === 'inferred'))];
}
