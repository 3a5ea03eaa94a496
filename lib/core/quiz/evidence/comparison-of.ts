/** The comparison that belongs to a question: where something is broken, with everything else that it might be. */
import { candidatesOf, candidatesOfScenario } from '../../scenario/candidates';
import type { Question } from '../question';
import { type Comparison, comparisonOf } from './comparison';
import { sceneOfQuestion } from './scene-of';

/** undefined: nothing that is broken has to be found, so that no evidence is the cheapest. */
export function comparisonOfQuestion(question: Question): Comparison | undefined {
  const scene = sceneOfQuestion(question);
  if (!scene) return undefined;
  switch (question.kind) {
    case 'which-layer':
      return comparisonOf(scene, candidatesOfScenario(question.scenario));
    case 'which-repair':
    case 'choose-two':
    case 'diagnose':
    case 'which-log-call':
    case 'what-tools-show':
      return comparisonOf(scene, candidatesOf(question.case));
    default:
      return undefined;
  }
}
