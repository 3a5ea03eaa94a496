/** The question "which layer do you investigate first?": asked of a scenario, graded by replay. */
import { invariant } from '../../assert';
import { code, type Prose, prose } from '../../explain/prose';
import { stepSentence } from '../../explain/step';
import { TCP } from '../../net/protocol';
import type { Rule } from '../../rules/rule';
import { TRIED } from '../../scenario/attempt';
import { type Evidence, evidenceOf } from '../../scenario/evidence';
import { LAYERS, type Layer } from '../../scenario/layer';
import { rightLayers } from '../../scenario/prove';
import { OUR_READING } from '../../scenario/readings';
import type { Scenario } from '../../scenario/scenario';
import { parseWorld } from '../../simulate/parse-world';
import { type Probe, probe } from '../../simulate/probe';
import type { Network } from '../../vpc/network';
import { runCounterfactual } from '../counterfactual-run';
import { decidingStepView } from '../deciding-step';
import { actualView } from '../drawing-view';
import { LAYER_TITLE } from '../layer-title';
import { singleChoiceCredit } from '../score/answer-credit';
import { story } from '../story';
import type { StepView, VerdictView } from '../view';

export interface WhichLayerQuestion {
  readonly kind: 'which-layer';
  readonly scenario: Scenario;
  readonly evidence: Evidence;
}

export function ask(scenario: Scenario): WhichLayerQuestion {
  const evidence = evidenceOf(scenario.world, scenario.design.parts, scenario, OUR_READING);
  return { kind: 'which-layer', scenario, evidence };
}

export function layerDetail(layer: Layer, { design: { parts } }: Scenario): Prose {
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

/** `picked`: the place of a layer in `LAYERS`. */
export function gradeWhichLayer({ scenario }: WhichLayerQuestion, picked: number) {
  const key = rightLayers(scenario.broken, OUR_READING);
  const credit = singleChoiceCredit(
    key.map((layer) => LAYERS.indexOf(layer)),
    picked,
  );
  return { right: credit === 1, credit, key };
}

/** Every layer's repair is replayed; the one that was chosen is compared with what the runs say. */
export function grade({ scenario, evidence }: WhichLayerQuestion, chosen: Layer): VerdictView {
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
