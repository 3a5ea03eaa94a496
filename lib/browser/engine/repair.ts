/** A repair by AWS CLI lines: read, made on the broken world, and judged by what it does. */
import { invariant } from '@/lib/core/assert';
import { readAwsCli } from '@/lib/core/ec2/read-aws-cli';
import { repairOf } from '@/lib/core/quiz/lab/repair-of';
import { repairVerdict } from '@/lib/core/quiz/verdict/repair';
import type { OpenedCase } from './opened-case';
import type { RepairAnswer } from './protocol';

export function repairBy({ asked }: OpenedCase, text: string): RepairAnswer {
  const door = readAwsCli(text);
  if ('issues' in door) return { issues: door.issues };
  const question = repairOf(asked.question);
  invariant(question, 'the case can be repaired by calls');
  const { drawing: _network, ...verdict } = repairVerdict(question, door.actions);
  return { verdict };
}
