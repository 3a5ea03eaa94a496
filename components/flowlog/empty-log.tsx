/** Silence as an exhibit: nothing came, and the log itself works. */
import type { InterfaceLogView } from '@/lib/core/quiz/view';
import { Mark } from '../ui/mark';

interface EmptyLogProps {
  readonly log: InterfaceLogView;
  readonly from: number;
  readonly to: number;
}

export function EmptyLog({ log, from, to }: EmptyLogProps) {
  const minutes = Math.round((to - from) / 60_000);
  const noData = log.records.length;
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-5 text-center">
      <svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true">
        <circle
          cx="20"
          cy="20"
          r="18"
          fill="none"
          stroke="var(--none)"
          strokeWidth="1.8"
          strokeDasharray="5 4"
        />
      </svg>
      <p className="font-semibold">No traffic in {minutes} minutes</p>
      <p className="max-w-60 text-ink-2 text-[13px]">
        The log itself works: for this interface it wrote NODATA in each of the {noData} windows.{' '}
        <span className="whitespace-nowrap text-infer">
          <Mark kind="infer" className="align-[-2px]" /> inferred
        </span>
      </p>
    </div>
  );
}
