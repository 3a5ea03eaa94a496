/** "Repair it": any calls, judged by what they do. The task follows from a case of a fault that calls can mend. */
import type { Action } from '../../ec2/actions/action';
import type { FaultCase } from '../../scenario/fault-case';
import { mends } from '../../scenario/fault-proof';
import { flowsOf } from '../lab/flows';
import { gradeRepair, type RepairVerdict } from '../lab/grade-repair';
import type { RepairTask } from '../lab/repair-task';

export interface RepairQuestion {
  readonly kind: 'repair';
  readonly case: FaultCase;
  readonly task: RepairTask;
}

export type NoRepair =
  | 'it is not mended by calls'
  | 'nothing shows whether a repair gives away too much'
  | 'its own repair fails one of the gates';

export function askRepair(one: FaultCase): RepairQuestion | NoRepair {
  const repair = one.site.repair(one.broken);
  if (repair.length === 0 || repair.some(({ Service }) => Service !== 'ec2'))
    return 'it is not mended by calls';
  const flows = flowsOf(one);
  if (flows.protectedFlows.length + flows.working.length === 0)
    return 'nothing shows whether a repair gives away too much';
  const task: RepairTask = {
    broken: one.broken,
    ...flows,
    designed: one.path.world.network,
    isMendedBy: (changes) => mends(one, changes),
    dialledAfter: (repaired, { id }) =>
      id === one.path.intent.id ? one.site.attemptAfter?.(repaired).To : undefined,
  };
  const own = gradeRepair(task, repair);
  return own.kind === 'judged' && own.mends
    ? { kind: 'repair', case: one, task }
    : 'its own repair fails one of the gates';
}

export function gradeActions({ task }: RepairQuestion, actions: readonly Action[]): RepairVerdict {
  return gradeRepair(task, actions);
}
