/** The verdict on "which layer first?": every layer's repair is replayed, and the chosen one compared with what the runs say. */
import { invariant } from '../../assert';
import { prose } from '../../explain/prose';
import { TCP } from '../../net/protocol';
import { TRIED } from '../../scenario/attempt';
import type { Sign } from '../../scenario/belief';
import { MISREADINGS } from '../../scenario/beliefs/catalogue';
import type { Evidence } from '../../scenario/evidence';
import { LAYERS, type Layer } from '../../scenario/layer';
import { openWorld } from '../../scenario/open-world';
import { rightLayers } from '../../scenario/prove';
import { OUR_READING } from '../../scenario/readings';
import { works } from '../../simulate/outcome';
import { probe } from '../../simulate/probe';
import { runCounterfactual } from '../counterfactual-run';
import { decidingStepView } from '../deciding-step';
import { actualView } from '../drawing-view';
import type { WhichLayerQuestion } from '../kinds/which-layer';
import { LAYER_TITLE } from '../layer-title';
import { story } from '../story';
import type { LayerVerdict } from '../verdict-view';
import type { CounterfactualRun } from '../view';
import { beliefView } from './belief-view';
import { inferredRules, walkOf } from './walk';

export function layerVerdict({ scenario, evidence }: WhichLayerQuestion, chosen: Layer): LayerVerdict {
  const { design, world } = scenario;
  const opened = openWorld(world);
  const intent = world.Traffic?.[TRIED];
  invariant(intent, 'a scenario has an intent');
  const probed = probe(opened, {
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
  const runs = LAYERS.map((layer) => runCounterfactual(scenario, layer, evidence, { chosen, key }));
  const { network } = opened;
  const walk = walkOf(probed, network);
  const decided = decidingStepView(network, probed.decidedBy);
  return {
    kind: 'which-layer',
    chosen,
    right,
    credit: right ? 1 : 0,
    key,
    headline: right ? `Right: ${lowerTitle(chosen)}` : 'Not this layer',
    story: story(design.parts.targetName, evidence.signature, probed),
    why: whyOf(runs),
    options: LAYERS.map((layer) => ({
      id: layer,
      text: [LAYER_TITLE[layer]],
      isChosen: layer === chosen,
      isRight: key.includes(layer),
    })),
    beliefs: right ? [] : misread(chosen, evidence),
    decided,
    rules: [decided.rule],
    pages: [decided.awsPage],
    drawing: actualView(design, network),
    walk,
    records: evidence.records,
    runs: [...runs].sort((a, b) => rank(a) - rank(b)),
    inferred: inferredRules(walk, evidence.records),
  };
}

/** The chosen one first, the mending one last: the strip ends where the traffic passes. */
function rank({ isChosen, mends }: CounterfactualRun): number {
  return mends ? 2 : isChosen ? 0 : 1;
}

function lowerTitle(layer: Layer): string {
  const title = LAYER_TITLE[layer];
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

function whyOf(runs: readonly CounterfactualRun[]) {
  const mending = runs.filter(({ mends }) => mends).map(({ title }) => title);
  const others = runs.filter(({ isKey, mends }) => isKey && !mends).map(({ title }) => title);
  const why = prose`One layer after another was made to admit the attempts, and nothing else changed: they pass after a change of “${mending.join('” or “')}” alone.`;
  return others.length === 0
    ? why
    : prose`${why} What you were shown does not tell “${others.join('”, “')}” from it, so that is right too.`;
}

/** Who reads evidence of this kind so that this layer is to blame. */
function misread(chosen: Layer, { connection, signature }: Evidence) {
  const RECORDS: Partial<Readonly<Record<Evidence['signature'], Sign['records']>>> = {
    silent: 'none',
    'rejected-in': 'rejected',
    'answer-rejected': 'answer-rejected',
  };
  const sign: Sign = {
    ending: works(connection) ? 'works' : connection === 'refused' ? 'refused' : 'timeout',
    records: RECORDS[signature] ?? 'accepted',
  };
  return MISREADINGS.filter(({ blames, reads }) => blames === chosen && reads(sign)).map(beliefView);
}
