/** The verdict on a record that was read: the traffic was played, and what passed the interface first began it. */
import { code, prose } from '../../explain/prose';
import { drawingOf } from '../drawing-of';
import { gradeReadRecord, type ReadRecordQuestion, tellingText } from '../kinds/what-record-tells';
import type { VerdictHead } from '../verdict-view';
import { optionsOf } from './options';

type Head = VerdictHead & { readonly kind: 'what-record-tells' };

const RECORDS = 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html';

export function readRecordVerdict(question: ReadRecordQuestion, picked: number): Head {
  const { right, credit, key } = gradeReadRecord(question, picked);
  const { record, interfaceId } = question.record;
  const told = question.options[key];
  return {
    kind: 'what-record-tells',
    right,
    credit,
    headline: right ? 'Right: that is how it was' : 'It was otherwise',
    story: prose`${record.packets ?? 0} packets from ${code(`${record.srcaddr ?? '-'}:${record.srcport ?? '-'}`)} to ${code(`${record.dstaddr ?? '-'}:${record.dstport ?? '-'}`)} passed ${code(interfaceId)}, and were written as ${record.action ?? 'nothing'}.`,
    why: prose`${told ? tellingText(told) : 'Nothing is known'}: the traffic was played, and the first packet of the conversation says so. The interface's own address is the source of what goes out and the destination of what comes in; an answer comes from the port of the service, and goes to the port that the client chose.`,
    options: optionsOf(question, [picked], (i) => i === key),
    beliefs: [],
    decided: undefined,
    rules: [],
    pages: [RECORDS],
    drawing: drawingOf(question),
    walk: [],
    records: [question.record],
    runs: [],
    inferred: question.record.inferred,
  };
}
