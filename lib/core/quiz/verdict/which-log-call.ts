/** The verdict on calls about a flow log: each was made, and the log read again; what EC2 does not have cannot be made. */
import { prose } from '../../explain/prose';
import { LOG_IMMUTABLE } from '../../flowlog/rules';
import { awsPageOf } from '../aws-page';
import { choicesOf } from '../choices';
import { gradeWhichLogCall, type LogCallQuestion } from '../kinds/which-log-call';
import type { VerdictHead } from '../verdict-view';
import { ideaView } from './belief-view';
import { faultRun, inOrder } from './fault-run';
import { optionsOf } from './options';
import { sceneOf, toldBy } from './scene';

type Head = VerdictHead & { readonly kind: 'which-log-call' };

export function whichLogCallVerdict(question: LogCallQuestion, picked: number): Head {
  const { right, credit, key } = gradeWhichLogCall(question, picked);
  const scene = sceneOf(question.case);
  const ids = choicesOf(question).map(({ id }) => id);
  const runs = question.options.flatMap(({ changes }, i) =>
    changes
      ? [
          faultRun(scene, {
            id: ids[i] ?? '',
            title: `Option ${ids[i] ?? ''}`,
            changes,
            isChosen: i === picked,
            isKey: key.includes(i),
            mends: key.includes(i),
          }),
        ]
      : [],
  );
  const [first = -1] = key;
  const isEdit = question.options[picked]?.changes === undefined;
  return {
    kind: 'which-log-call',
    right,
    credit,
    headline: right
      ? 'Right: then the log shows it'
      : isEdit
        ? 'There is no such call'
        : 'The log still lacks it',
    ...toldBy(scene),
    why: prose`“${question.options[first]?.says ?? ''}” was done, and the log was read again: it shows what is looked for, under every way of writing it. ${LOG_IMMUTABLE.says}`,
    options: optionsOf(question, [picked], (i) => key.includes(i)),
    beliefs: isEdit ? [ideaView('flow-logs-can-be-edited')] : [],
    rules: [LOG_IMMUTABLE],
    pages: [awsPageOf(LOG_IMMUTABLE)],
    runs: inOrder(runs),
  };
}
