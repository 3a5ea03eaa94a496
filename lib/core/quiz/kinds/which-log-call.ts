/** "Which call makes the log show it?": a flow log cannot be edited, so each way out is another new one, and each is run. */
import type { FaultCase } from '../../scenario/fault-case';
import { mends } from '../../scenario/fault-proof';
import { created, type LogRow } from '../../scenario/faults/at-log';
import type { Random } from '../../scenario/random';
import type { Change } from '../../simulate/world';
import { singleChoiceCredit } from '../score/answer-credit';

export interface LogCallOption {
  readonly says: string;
  /** undefined: EC2 has no such call. */
  readonly changes: readonly Change[] | undefined;
}

export interface LogCallQuestion {
  readonly kind: 'which-log-call';
  readonly case: FaultCase;
  readonly options: readonly LogCallOption[];
}

export type NoLogCall = 'not exactly one of the calls helps';

/** What can be wrong with a log, and what each new one sets right while it keeps the rest. */
const PARTS = ['LogFormat', 'TrafficType', 'ResourceId'] as const;
type Part = (typeof PARTS)[number];

const NEW: Readonly<Record<Part, string>> = {
  LogFormat: 'Create another flow log like it, in a format with the fields in question',
  TrafficType: 'Create another flow log like it, for all traffic and not one action',
  ResourceId: 'Create another flow log like it, over the VPC and not a part of it',
};

const EDIT: Readonly<Record<Part, string>> = {
  LogFormat: 'Edit the flow log, and choose a format with the fields in question',
  TrafficType: 'Edit the flow log, and let it write all traffic and not one action',
  ResourceId: 'Edit the flow log, and let it cover the VPC and not a part of it',
};

export function askWhichLogCall(one: FaultCase, random: Random): LogCallQuestion | NoLogCall {
  const healthy = rowIn(one, 'healthy');
  const broken = rowIn(one, 'broken');
  if (!healthy || !broken) return 'not exactly one of the calls helps';
  const wrong = PARTS.filter((part) => healthy[part] !== broken[part]);
  const [part] = wrong;
  if (part === undefined) return 'not exactly one of the calls helps';
  const options: readonly LogCallOption[] = [
    ...PARTS.map((fixed) => ({ says: NEW[fixed], changes: [like(broken, fixed, healthy)] })),
    { says: EDIT[part], changes: undefined },
  ];
  const question: LogCallQuestion = {
    kind: 'which-log-call',
    case: one,
    options: random.fork('order').shuffle(options),
  };
  return helping(question).length === 1 ? question : 'not exactly one of the calls helps';
}

function rowIn(one: FaultCase, world: 'healthy' | 'broken'): LogRow | undefined {
  return one[world].Snapshot.FlowLogs?.find(({ FlowLogId }) => FlowLogId === one.site.at);
}

/** The broken log once more, with one part as it should be, to a group of its own. */
function like(broken: LogRow, fixed: Part, healthy: LogRow): Change {
  const row = { ...broken, [fixed]: healthy[fixed] };
  const isInterface = row.ResourceId.startsWith('eni-');
  return {
    ...created(row),
    LogGroupName: `${broken.LogGroupName ?? '/vpc/log'}-${fixed === 'LogFormat' ? 'fields' : fixed === 'TrafficType' ? 'all' : 'vpc'}`,
    ResourceType: isInterface ? 'NetworkInterface' : 'VPC',
    TrafficType: row.TrafficType ?? 'ALL',
  };
}

function helping({ case: one, options }: LogCallQuestion): readonly number[] {
  return options.flatMap(({ changes }, i) => (changes && mends(one, changes) ? [i] : []));
}

export function gradeWhichLogCall(question: LogCallQuestion, picked: number) {
  const key = helping(question);
  const credit = singleChoiceCredit(key, picked);
  return { right: credit === 1, credit, key };
}
