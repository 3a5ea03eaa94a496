/** An SSH question as a person is shown it. */
import type { WhichLayerQuestion } from '@/lib/core/quiz/kinds/which-layer';
import type { QuestionView } from '@/lib/core/quiz/question-view';
import { viewOf } from '@/lib/core/quiz/view-of';
import { reflectionSsh } from '@/lib/core/scenario/traps/reflection-ssh';

export function layerView(question: WhichLayerQuestion): QuestionView {
  const { id, tasks } = reflectionSsh;
  return viewOf({ of: { kind: 'trap', id }, seed: question.scenario.seed, tasks, question });
}
