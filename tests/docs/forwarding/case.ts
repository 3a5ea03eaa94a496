/** One line of a table: which row it claims, and its proof. */
import type { Change, World } from '@/lib/core/simulate/world';
import { expectAnswer } from '../../support/network/ask';
import type { RowId } from './rows';

export interface Case {
  readonly row: RowId;
  readonly name: string;
  /** The rule that its answer says decided. */
  readonly decidedBy?: string;
  prove(): void;
}

/** `asked` and `answer` in the notation of `support/network/ask`. */
export function asks(row: RowId, name: string, world: World, asked: string, answer: string): Case {
  const [, decidedBy] = answer.split(' by ');
  return {
    row,
    name: `${name}: ${asked}`,
    ...(decidedBy !== undefined && { decidedBy }),
    prove: () => void expectAnswer(world, asked, answer),
  };
}

export function proves(row: RowId, name: string, prove: () => void): Case {
  return { row, name, prove };
}

/** An API call without the word that all of them share. */
export function ec2(call: object): Change {
  return { Service: 'ec2', ...call } as Change;
}
