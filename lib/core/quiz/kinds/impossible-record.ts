/** "One of these records cannot come from this VPC": five that its simulator wrote, and one that a belief would have written. */
import { invariant } from '../../assert';
import type { FieldName, WrittenRecord } from '../../flowlog/record';
import type { Stretch } from '../../flowlog/write';
import type { WrongLaw, WrongLog } from '../../scenario/belief';
import type { HealthyDesign } from '../../scenario/blueprint';
import { openWorld } from '../../scenario/open-world';
import type { Random } from '../../scenario/random';
import type { World } from '../../simulate/world';
import { certainRecords, certainText, readingOf, writtenUnder } from '../records/written-under';
import { singleChoiceCredit } from '../score/answer-credit';

export interface ImpossibleRecordQuestion {
  readonly kind: 'impossible-record';
  readonly design: HealthyDesign;
  readonly world: World;
  readonly stretch: Stretch;
  /** What each record shows. */
  readonly fields: readonly FieldName[];
  /** In the order of the log. */
  readonly shown: readonly WrittenRecord[];
  /** Whoever holds it would have the other one written. */
  readonly belief: WrongLaw | WrongLog;
}

export type NoImpossibleRecord =
  'everything that anybody would have written is there, or too little is certain';

const TRUE_RECORDS = 5;

export interface ImpossibleAbout
  extends Pick<ImpossibleRecordQuestion, 'design' | 'world' | 'stretch' | 'fields'> {
  /** By which of them the other record is written: the first, in a drawn order, that writes any. */
  readonly beliefs: readonly (WrongLaw | WrongLog)[];
}

export function askImpossibleRecord(
  { beliefs, ...about }: ImpossibleAbout,
  random: Random,
): ImpossibleRecordQuestion | NoImpossibleRecord {
  const { stretch, fields } = about;
  const world = openWorld(about.world);
  const { certain, possible } = certainRecords(world, stretch, fields);
  const told = distinct(certain, fields);
  for (const belief of told.length < TRUE_RECORDS ? [] : random.shuffle(beliefs)) {
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
    return { kind: 'impossible-record', ...about, shown, belief };
  }
  return 'everything that anybody would have written is there, or too little is certain';
}

export interface ImpossibleRecordVerdict {
  readonly right: boolean;
  readonly credit: number;
  /** Whether each shown record is one that this network can have written, by writing its log anew. */
  readonly reproduced: readonly boolean[];
}

/** The log is written anew, once for a question however often it is graded. */
const WRITTEN = new WeakMap<ImpossibleRecordQuestion, readonly boolean[]>();

function reproducedIn(question: ImpossibleRecordQuestion): readonly boolean[] {
  const known = WRITTEN.get(question) ?? writeAnew(question);
  WRITTEN.set(question, known);
  return known;
}

function writeAnew({ world, stretch, fields, shown }: ImpossibleRecordQuestion): readonly boolean[] {
  const { possible } = certainRecords(openWorld(world), stretch, fields);
  return shown.map((one) => possible.has(certainText(one, fields)));
}

/** Under every reading: what was chosen is right if it is the one that no reading writes. */
export function gradeImpossibleRecord(
  question: ImpossibleRecordQuestion,
  chosen: number,
): ImpossibleRecordVerdict {
  const reproduced = reproducedIn(question);
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
