/** A prediction of the log, held against what the simulator writes of the case's one connection. */
import { invariant } from '@/lib/core/assert';
import { PREDICTED_FIELDS } from '@/lib/core/quiz/kinds/predict-records';
import { judgePrediction, predictionOf } from '@/lib/core/quiz/records/prediction-task';
import type { PredictedRecord } from '@/lib/core/quiz/score/record-credit';
import type { OpenedCase } from './opened-case';
import type { PredictionResult } from './protocol';

export function predictionBy({ asked }: OpenedCase, records: readonly PredictedRecord[]): PredictionResult {
  const task = predictionOf(asked.question, asked.seed);
  invariant(task, 'the log of this case can be predicted');
  const { credit, matches, written, open, believed } = judgePrediction(task, records);
  // Predictions that count neither way are left out before the others are paired.
  const counted = records.flatMap((record, place) => (open.includes(record) ? [] : [place]));
  const paired = new Set(
    matches.flatMap(({ predicted }) => (predicted === undefined ? [] : [counted[predicted]])),
  );
  return {
    credit,
    written: matches.map(({ written: i, predicted, rightFields }) => ({
      values: Object.fromEntries(
        PREDICTED_FIELDS.map((field) => [field, String(written[i]?.[field] ?? '-')]),
      ),
      predicted: predicted === undefined ? undefined : counted[predicted],
      rightFields,
    })),
    extra: counted
      .filter((place) => !paired.has(place))
      .map((place) => ({
        place,
        beliefs: believed
          .filter(({ record }) => record === records[place])
          .flatMap(({ beliefs }) => beliefs.map(({ says }) => says)),
      })),
    open: records.flatMap((record, place) => (open.includes(record) ? [place] : [])),
  };
}
