/** Silence as an exhibit: nothing came, and the log itself works. */
import type { InterfaceLogView } from '@/lib/core/quiz/view';
import { Mark } from '../ui/mark';

interface EmptyLogProps {
  readonly log: InterfaceLogView;
  readonly from: number;
  readonly to: number;
}

/** Beside a busy log it stands upright, above one it lies: the busy one needs the room. */
export function EmptyLog({ log, from, to }: EmptyLogProps) {
  const minutes = Math.round((to - from) / 60_000);
  const noData = log.records.length;
  return (
    <div className="flex items-center gap-3 px-3.5 pt-1 pb-3 @3xl/panel:flex-col @3xl/panel:gap-2 @3xl/panel:px-5 @3xl/panel:py-6 @3xl/panel:text-center">
      <svg
        viewBox="0 0 40 40"
        className="size-8 shrink-0 self-start @3xl/panel:size-10 @3xl/panel:self-center"
        aria-hidden="true"
      >
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
      <div className="@3xl/panel:max-w-52">
        <p className="font-semibold">No traffic in {minutes} minutes</p>
        <p className="text-ink-2 text-[13px] @3xl/panel:mt-1.5">
          The log itself works: for this interface it wrote NODATA in each of the {noData} windows.{' '}
          <span className="whitespace-nowrap text-infer">
            <Mark kind="infer" className="align-[-2px]" /> inferred
          </span>
        </p>
      </div>
    </div>
  );
}
