/** "One of these records cannot come from this VPC": five that its simulator wrote, and one that a belief would have written. */
import { invariant } from '../../assert';
import type { FieldName, WrittenRecord } from '../../flowlog/record';
import type { Stretch } from '../../flowlog/write';
import type { WrongLaw, WrongLog } from '../../scenario/belief';
import { LOG_BELIEFS, PACKET_BELIEFS } from '../../scenario/beliefs/catalogue';
import type { Random } from '../../scenario/random';
import type { ParsedWorld } from '../../simulate/parse-world';
import { certainRecords, certainText, readingOf, writtenUnder } from '../records/written-under';
import { singleChoiceCredit } from '../score/answer-credit';

export interface ImpossibleRecordQuestion {
  readonly kind: 'impossible-record';
  /** In the order of the log. */
  readonly shown: readonly WrittenRecord[];
  /** Place in `shown`. */
  readonly impossible: number;
  /** Whoever holds it would have this record written. */
  readonly belief: WrongLaw | WrongLog;
}

const TRUE_RECORDS = 5;

/** undefined: everything that anybody would have written is there, or too little is certain. */
export function askImpossibleRecord(
  world: ParsedWorld,
  stretch: Stretch,
  fields: readonly FieldName[],
  random: Random,
): ImpossibleRecordQuestion | undefined {
  const { certain, possible } = certainRecords(world, stretch, fields);
  const told = distinct(certain, fields);
  if (told.length < TRUE_RECORDS) return undefined;
  for (const belief of random.shuffle([...PACKET_BELIEFS, ...LOG_BELIEFS])) {
    const foreign = distinct(writtenUnder(world, stretch, readingOf(belief)), fields).filter(
      (one) => !possible.has(certainText(one, fields)),
    );
    if (foreign.length === 0) continue;
    const wrong = random.pick(foreign);
    // Records of the same interface stand beside it: it must not be told by its place.
    const near = random.shuffle(told.filter(({ interfaceId }) => interfaceId === wrong.interfaceId));
    const far = random.shuffle(told.filter(({ interfaceId }) => interfaceId !== wrong.interfaceId));
    const shown = [wrong, ...[...near, ...far].slice(0, TRUE_RECORDS)].sort(
      (a, b) => a.record.start - b.record.start || (a.line < b.line ? -1 : 1),
    );
    return { kind: 'impossible-record', shown, impossible: shown.indexOf(wrong), belief };
  }
  return undefined;
}

export interface ImpossibleRecordVerdict {
  readonly right: boolean;
  readonly credit: number;
  /** Whether each shown record is one that this VPC can have written, by writing its log anew. */
  readonly reproduced: readonly boolean[];
}

/** The log is written again under every reading: what was chosen is right if it is the one that no reading writes. */
export function gradeImpossibleRecord(
  { shown }: ImpossibleRecordQuestion,
  world: ParsedWorld,
  stretch: Stretch,
  fields: readonly FieldName[],
  chosen: number,
): ImpossibleRecordVerdict {
  const { possible } = certainRecords(world, stretch, fields);
  const reproduced = shown.map((one) => possible.has(certainText(one, fields)));
  const key = reproduced.flatMap((is, i) => (is ? [] : [i]));
  invariant(key.length === 1, 'one record is impossible, and without it all can be reproduced');
  const credit = singleChoiceCredit(key, chosen);
  return { right: credit === 1, credit, reproduced };
}

/** One of each that a reader can tell apart whatever is left open. */
function distinct(records: readonly WrittenRecord[], fields: readonly FieldName[]): readonly WrittenRecord[] {
  const seen = new Map(records.map((one) => [certainText(one, fields), one]));
  return [...seen.values()];
}
