/** The verdict on a hidden field: the log was written anew under every reading, and the same value stands there each time. */
import { code, type Prose, prose } from '../../explain/prose';
import { LOG_FLAGS_ORED, LOG_PRIVATE_ADDRESS } from '../../flowlog/rules';
import type { Rule } from '../../rules/rule';
import type { HiddenField } from '../../scenario/hidden-field';
import { awsPageOf } from '../aws-page';
import { drawingOf } from '../drawing-of';
import { type FillInQuestion, gradeFillIn } from '../kinds/fill-in';
import type { ValueVerdict } from '../verdict-view';
import { beliefView } from './belief-view';
import { optionsOf } from './options';

const BECAUSE: Readonly<Record<HiddenField, Rule>> = {
  srcaddr: LOG_PRIVATE_ADDRESS,
  dstaddr: LOG_PRIVATE_ADDRESS,
  'tcp-flags': LOG_FLAGS_ORED,
};

export function fillInVerdict(question: FillInQuestion, picked: number): ValueVerdict {
  const { hidden, record, options } = question;
  const chosen = options[picked];
  const { right, credit, key } = gradeFillIn(question, chosen?.value ?? '');
  return {
    kind: 'fill-in',
    right,
    credit,
    value: key,
    headline: right ? `Right: ${key}` : `There stands ${key}`,
    story: storyOf(question),
    why: prose`The log was written anew under every reading of what AWS leaves open, and ${code(hidden)} is ${code(key)} in each. ${BECAUSE[hidden].says}`,
    options: optionsOf(question, [picked], (i) => options[i]?.value === key),
    beliefs: right || !chosen?.belief ? [] : [beliefView(chosen.belief)],
    decided: undefined,
    rules: [BECAUSE[hidden]],
    pages: [awsPageOf(BECAUSE[hidden])],
    drawing: drawingOf(question),
    walk: [],
    records: [record],
    runs: [],
    inferred: record.inferred,
  };
}

function storyOf({ record: { interfaceId, record } }: FillInQuestion): Prose {
  const way = record['flow-direction'] === 'ingress' ? 'came in at' : 'went out at';
  const ends = prose`${code(record['pkt-srcaddr'] ?? '-')} to ${code(record['pkt-dstaddr'] ?? '-')}`;
  return prose`${record.packets ?? 0} packets ${way} ${code(interfaceId)}, on their whole way from ${ends}, and were written as ${record.action ?? 'nothing'}.`;
}
