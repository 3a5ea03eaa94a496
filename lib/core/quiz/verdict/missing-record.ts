/** The verdict on a record that is not there: the log itself was asked whether its absence says anything, and why not. */
import { prose } from '../../explain/prose';
import { CLAIMS, REASONS } from '../../scenario/missing-record';
import { awsPageOf } from '../aws-page';
import { drawingOf } from '../drawing-of';
import { gradeMissingRecord, type MissingRecordQuestion } from '../kinds/missing-record';
import type { VerdictHead } from '../verdict-view';
import { beliefView } from './belief-view';
import { optionsOf } from './options';

type Head = VerdictHead & { readonly kind: 'missing-record' };

const ABOUT_RECORDS = 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-limitations.html';

export function missingRecordVerdict(question: MissingRecordQuestion, picked: number): Head {
  const chosen = question.options[picked];
  const { right, credit, key } = gradeMissingRecord(question, chosen?.id ?? '');
  const reason = REASONS.find(({ id }) => id === key);
  const says = [...REASONS, ...CLAIMS].find(({ id }) => id === key)?.says ?? '';
  const { interfaceId, row } = question.case;
  return {
    kind: 'missing-record',
    right,
    credit,
    headline: right ? 'Right: that is all it says' : 'The silence does not say that',
    story: prose`A record of ${interfaceId} was looked for in ${row.FlowLogId} and not found. Whether that says anything depends on what the log covers, what it writes, and when it can be read.`,
    why: reason?.rule
      ? prose`The log was asked, and answers: “${says}”. ${reason.rule.says}`
      : prose`The log was asked, and answers: “${says}”. It covers the interface, writes both actions, was there in time and has delivered: what passes would stand in it.`,
    options: optionsOf(question, [picked], (i) => question.options[i]?.id === key),
    beliefs: right || !chosen?.belief ? [] : [beliefView(chosen.belief)],
    decided: undefined,
    rules: reason?.rule ? [reason.rule] : [],
    pages: [reason?.rule ? awsPageOf(reason.rule) : ABOUT_RECORDS],
    drawing: drawingOf(question),
    walk: [],
    records: [],
    runs: [],
    inferred: [],
  };
}
