/** From a link to a prediction: the same cases as everywhere, for those in which somebody connects and the log works. */
import { type Editable, editableOf } from '@/lib/core/quiz/lab/editable';
import type { QuestionView } from '@/lib/core/quiz/question-view';
import { type PredictedConnection, predictionOf } from '@/lib/core/quiz/records/prediction-task';
import { viewOf } from '@/lib/core/quiz/view-of';
import { type OtherVersion, openLink } from './open-link';
import { nextSeed, predictHref } from './slug';

export type PredictPage =
  | {
      readonly kind: 'predict';
      readonly view: QuestionView;
      readonly connection: PredictedConnection;
      readonly editable: Editable;
      readonly next: string;
    }
  /** `next`: a case of the same kind, which may be one. */
  | { readonly kind: 'no-prediction'; readonly next: string }
  | OtherVersion
  | { readonly kind: 'unknown' };

export function loadPredict(text: string, version = ''): PredictPage {
  const opened = openLink(text, version, predictHref);
  if (opened.kind !== 'open') return opened;
  const { asked, slug } = opened;
  const next = predictHref({ id: slug.id, seed: nextSeed(slug) });
  const task = predictionOf(asked.question, slug.seed);
  if (!task) return { kind: 'no-prediction', next };
  return {
    kind: 'predict',
    view: viewOf(asked),
    connection: task.connection,
    editable: editableOf(task.snapshot, task.world.network),
    next,
  };
}
