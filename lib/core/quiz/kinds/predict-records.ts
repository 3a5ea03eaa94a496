/** "Which records does each interface write?": typed field by field, held against what the simulator writes. */
import type { FieldName, FlowLogRecord } from '../../flowlog/record';
import type { Stretch } from '../../flowlog/write';
import type { WrongLaw, WrongLog } from '../../scenario/belief';
import { LOG_BELIEFS, PACKET_BELIEFS } from '../../scenario/beliefs/catalogue';
import type { ParsedWorld } from '../../simulate/parse-world';
import { certainRecords, certainText, readingOf, writtenUnder } from '../records/written-under';
import { type PredictedRecord, type Prediction, recordCredit } from '../score/record-credit';

/** What is asked of each record: what two people who know AWS's documents would write alike. */
export const PREDICTED_FIELDS: readonly FieldName[] = [
  'interface-id',
  'srcaddr',
  'dstaddr',
  'srcport',
  'dstport',
  'protocol',
  'action',
];

export interface PredictionVerdict extends Prediction {
  readonly written: readonly FlowLogRecord[];
  /** Predictions that come true only under a reading that AWS leaves open: they count neither way. */
  readonly open: readonly PredictedRecord[];
  /** Predicted records that were never written, with the beliefs under which they would have been. */
  readonly believed: readonly {
    readonly record: PredictedRecord;
    readonly beliefs: readonly (WrongLaw | WrongLog)[];
  }[];
}

/** Several windows of one flow are one record to predict; what hangs on a reading of AWS's text is not asked for. */
export function gradePrediction(
  world: ParsedWorld,
  stretch: Stretch,
  predicted: readonly PredictedRecord[],
): PredictionVerdict {
  const { certain, possible } = certainRecords(world, stretch, PREDICTED_FIELDS);
  const written = [
    ...new Map(certain.map((one) => [certainText(one, PREDICTED_FIELDS), one.record])).values(),
  ];
  const sure = new Set(certain.map((one) => certainText(one, PREDICTED_FIELDS)));
  const isOpen = (record: PredictedRecord): boolean =>
    possible.has(textOf(record)) && !sure.has(textOf(record));
  const counted = predicted.filter((record) => !isOpen(record));
  const prediction = recordCredit(written, counted, PREDICTED_FIELDS);
  const wrong = counted.filter((record) => !possible.has(textOf(record)));
  return {
    ...prediction,
    written,
    open: predicted.filter(isOpen),
    believed: wrong.length > 0 ? believersOf(world, stretch, wrong) : [],
  };
}

function believersOf(
  world: ParsedWorld,
  stretch: Stretch,
  wrong: readonly PredictedRecord[],
): PredictionVerdict['believed'] {
  const logs = [...PACKET_BELIEFS, ...LOG_BELIEFS].map((belief) => ({
    belief,
    texts: new Set(
      writtenUnder(world, stretch, readingOf(belief)).map((one) => certainText(one, PREDICTED_FIELDS)),
    ),
  }));
  return wrong.map((record) => ({
    record,
    beliefs: logs.filter(({ texts }) => texts.has(textOf(record))).map(({ belief }) => belief),
  }));
}

function textOf(record: PredictedRecord): string {
  return PREDICTED_FIELDS.map((field) => record[field] ?? '-').join(' ');
}
