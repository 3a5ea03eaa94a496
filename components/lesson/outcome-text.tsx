/** How a connection ended, in words and with a mark. */
import { isGood, outcomeText } from '@/lib/core/lesson/part';
import type { ConnectionOutcome } from '@/lib/core/simulate/outcome';
import { Mark } from '../ui/mark';

export function OutcomeText({ outcome }: { readonly outcome: ConnectionOutcome }) {
  const good = isGood(outcome);
  return (
    <span
      className={`inline-flex items-center gap-1.5 font-semibold text-[13px] ${good ? 'text-accept' : 'text-reject'}`}
    >
      <Mark kind={good ? 'accept' : 'reject'} /> {outcomeText(outcome)}
    </span>
  );
}
