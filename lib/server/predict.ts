/** From a link to a prediction: the same cases as everywhere, for those in which somebody connects and the log works. */
import { openCase, parseCaseOf } from '@/lib/core/quiz/generate/open-case';
import { type Editable, editableOf } from '@/lib/core/quiz/lab/editable';
import type { QuestionView } from '@/lib/core/quiz/question-view';
import { type PredictedConnection, predictionOf } from '@/lib/core/quiz/records/prediction-task';
import { viewOf } from '@/lib/core/quiz/view-of';
import { GENERATOR_VERSION } from '@/lib/core/scenario/scenario';
import { nextSeed, parseSlug, predictHref } from './slug';

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
  | { readonly kind: 'other-version'; readonly current: number; readonly href: string }
  | { readonly kind: 'unknown' };

export function loadPredict(text: string, version = ''): PredictPage {
  const slug = parseSlug(text);
  const of = slug && parseCaseOf(slug.id);
  if (!slug || !of) return { kind: 'unknown' };
  if (version !== '' && version !== String(GENERATOR_VERSION))
    return { kind: 'other-version', current: GENERATOR_VERSION, href: predictHref(slug) };
  const asked = openCase(of, slug.seed);
  if (!asked) return { kind: 'unknown' };
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
