/** Hints in three levels, worked out of what has been looked at: what is still possible, what would tell most, what decides. */
import { type Prose, plain, prose } from '../explain/prose';
import { stepSentence } from '../explain/step';
import { BELIEFS } from '../scenario/beliefs/catalogue';
import { asked } from '../scenario/intent-path';
import { type FaultLayer, LAYERS } from '../scenario/layer';
import { TRAPS } from '../scenario/traps/catalogue';
import { works } from '../simulate/outcome';
import type { Probe } from '../simulate/probe';
import { choicesOf, gradeChoice, picksOf } from './choices';
import type { Comparison } from './evidence/comparison';
import { comparisonOfQuestion } from './evidence/comparison-of';
import { mostTelling, remaining, TRUTH } from './evidence/information';
import { LAYER_TITLE } from './layer-title';
import { offerTitle } from './offer-title';
import type { Asked, Question } from './question';

export type HintStep = 1 | 2 | 3;

export interface Hint {
  readonly step: HintStep;
  readonly says: Prose;
  /** The piece of evidence that it points at. */
  readonly offer: string | undefined;
}

/**
 * `opened`: ids of what was looked at. `comparison`: the question's own, where it has been made already. The hint of a step is
 * whole by itself; when it may be taken is for the screen to say.
 */
export function hintOf(
  asking: Asked,
  step: HintStep,
  opened: readonly string[] = [],
  comparison = comparisonOfQuestion(asking.question),
): Hint {
  if (!comparison) return { step, says: byElimination(asking, step), offer: undefined };
  switch (step) {
    case 1:
      return { step, says: layersLeft(asking.question, comparison, opened), offer: undefined };
    case 2: {
      const [best] = mostTelling(comparison, opened);
      const left = remaining(comparison, opened).length;
      if (!best || best.value === 0)
        return {
          step,
          says: prose`Nothing that you have not seen would tell more: what fits is before you.`,
          offer: undefined,
        };
      return {
        step,
        says: prose`${offerTitle(best.offer)} tells most for its price: ${left} explanations still fit what you have seen.`,
        offer: best.offer.id,
      };
    }
    case 3:
      return { step, says: whatDecides(comparison), offer: undefined };
  }
}

/** Where something may be wrong at all. */
const TITLES: Readonly<Record<FaultLayer, string>> = {
  ...LAYER_TITLE,
  'flow-log': 'The flow log itself',
  permission: 'Permissions',
};

function layersLeft(question: Question, comparison: Comparison, opened: readonly string[]): Prose {
  const layerOf = (world: number): readonly FaultLayer[] =>
    world === TRUTH ? layersOf(question) : [comparison.candidates[world]?.fault.layer ?? 'upstream'];
  const left = new Set(remaining(comparison, opened).flatMap(layerOf));
  const all = new Set([...left, ...comparison.candidates.map(({ fault }) => fault.layer)]);
  const named = (layers: readonly FaultLayer[]): string =>
    ORDER.filter((layer) => layers.includes(layer))
      .map((layer) => TITLES[layer])
      .join('; ');
  const out = [...all].filter((layer) => !left.has(layer));
  const still = prose`What you have seen has not ruled out: ${named([...left])}.`;
  return out.length === 0 ? still : prose`${still} It has ruled out: ${named(out)}.`;
}

const ORDER: readonly FaultLayer[] = [...LAYERS, 'flow-log', 'permission'];

function layersOf(question: Question): readonly FaultLayer[] {
  switch (question.kind) {
    case 'which-layer':
      return [question.scenario.fault.layer];
    case 'diagnose':
      return [question.case.fault.layer, ...(question.second ? [question.second.fault.layer] : [])];
    case 'choose-two':
    case 'which-repair':
    case 'what-tools-show':
    case 'which-log-call':
      return [question.case.fault.layer];
    default:
      return [];
  }
}

/** The judgement that ends the packet's way in this very world, and the one before it. */
function whatDecides({ scene }: Comparison): Prose {
  const { world, network } = scene.now();
  const probed = asked(world, scene.intent);
  const { decidedBy, policy, unsent } = probed;
  if (unsent) return prose`The packet does not leave its host: ${unsent.says}`;
  if (policy && !policy.allowed)
    return prose`The packets arrive, and the call is refused: ${policy.rule.says}`;
  if (!decidedBy) return prose`No judgement ends the way of the packet.`;
  const steps = walked(probed);
  if (works(probed.connection)) {
    const letIn = steps.filter(({ step }) => step.kind === 'security-group' || step.kind === 'network-acl');
    const said = letIn.map(({ component, step }) => plain(stepSentence(component, step, network)));
    return prose`The packets pass, and nothing refuses them: what is wrong is that they do, or what is written of them. ${said.join(' ')}`;
  }
  const place = steps.findIndex(({ step }) => step === decidedBy.step);
  const before = steps[place - 1];
  const leg = decidedBy.leg === 'forward' ? 'On the way there' : 'On the way back';
  const sentence = stepSentence(decidedBy.component, decidedBy.step, network);
  return before
    ? prose`${leg}: ${stepSentence(before.component, before.step, network)} Then: ${sentence}`
    : prose`${leg}: ${sentence}`;
}

function walked(probed: Probe) {
  return (['forward', 'return'] as const).flatMap((leg) =>
    (probed[leg]?.hops ?? []).flatMap(({ component, steps }) => steps.map((step) => ({ component, step }))),
  );
}

/** Where nothing is compared: first one option less, then two, then what is so where people are wrong. */
function byElimination({ of, question }: Asked, step: HintStep): Prose {
  const wrong = choicesOf(question).filter(
    (_, i) => picksOf(question) === 1 && !gradeChoice(question, [i]).right,
  );
  const trap = TRAPS.find(({ id }) => of.kind === 'trap' && id === of.id);
  const truths = BELIEFS.filter(({ id }) => trap?.beliefs.includes(id)).map(({ truth }) => truth);
  const out = wrong.slice(0, Math.min(step, 2)).map(({ text }) => plain(text));
  const ruled = prose`It is not this: ${out.join('; nor: ')}.`;
  return step === 3 && truths.length > 0 ? prose`${ruled} ${truths.join(' ')}` : ruled;
}
