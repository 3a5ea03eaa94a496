/** The key of a question as JSON: which options are right, what is wrong and what mends it, and the whole world. */
import { formatAwsCli } from '@/lib/core/ec2/aws-cli';
import { changeSentence } from '@/lib/core/explain/change';
import { plain } from '@/lib/core/explain/prose';
import { choicesOf, keyOf } from '@/lib/core/quiz/choices';
import type { Generated } from '@/lib/core/quiz/generate/generate';
import type { Question } from '@/lib/core/quiz/question';
import type { FaultCase } from '@/lib/core/scenario/fault-case';
import type { Change } from '@/lib/core/simulate/world';

export function keyJson({ question, bites, discarded }: Generated): object {
  const options = choicesOf(question);
  return {
    key: {
      options: keyOf(question).map((i) => options[i]?.id),
      ...faultsIn(question),
      bites,
    },
    world: worldOf(question),
    discarded,
  };
}

/** What is wrong, where something is. */
function faultsIn(question: Question): { readonly faults?: readonly object[] } {
  switch (question.kind) {
    case 'which-repair':
    case 'what-tools-show':
    case 'which-log-call':
    case 'which-evidence-next':
    case 'two-worlds':
      return { faults: [faultJson(question.case, question.case)] };
    case 'choose-two':
    case 'diagnose': {
      const { case: one, second } = question;
      return { faults: [one, ...(second ? [second] : [])].map((wrong) => faultJson(one, wrong)) };
    }
    case 'which-layer': {
      const { fault, broken, world } = question.scenario;
      const repair = broken.site.repair(world).map(changeJson);
      return { faults: [{ fault: fault.id, at: broken.site.at, layer: fault.layer, repair }] };
    }
    default:
      return {};
  }
}

function faultJson({ broken, watched, site: own }: FaultCase, { fault, site }: Wrong): object {
  return {
    fault: fault.id,
    at: site.at,
    layer: fault.layer,
    symptom: fault.symptom,
    says: fault.says,
    ...(watched && site === own && { beganAt: new Date(watched.moment).toISOString() }),
    ...(site.refused && { refused: site.refused.map(changeJson) }),
    repair: site.repair(broken).map(changeJson),
  };
}

type Wrong = Pick<FaultCase, 'fault' | 'site'>;

function changeJson(change: Change): object {
  return {
    says: plain(changeSentence(change)),
    ...(change.Service !== 'host' && { command: formatAwsCli(change) }),
    change,
  };
}

function worldOf(question: Question): object | undefined {
  switch (question.kind) {
    case 'which-tool':
      return undefined;
    case 'which-layer':
      return question.scenario.world;
    case 'fill-in':
    case 'impossible-record':
    case 'what-record-tells':
      return question.world;
    default:
      return question.case.world;
  }
}
