'use client';
/** What the last run said, or why there is none yet. */
import { Mark } from '../ui/mark';
import { RepairVerdict } from './repair-verdict';
import type { Run } from './store';

export function RunResult({ run, isStale }: { readonly run: Run; readonly isStale: boolean }) {
  switch (run.state) {
    case 'none':
      return (
        <p className="p-3.5 text-ink-2">
          Write your changes and run them: every flow is tried again on the changed network, and what you open
          is measured against what is needed.
        </p>
      );
    case 'running':
      return (
        <p role="status" className="p-3.5 text-ink-2">
          Making the calls, and trying every flow again…
        </p>
      );
    case 'wrong':
      return (
        <p role="alert" className="flex items-center gap-2 p-3.5">
          <Mark kind="none" /> Nothing was run: a line is no call. Its reason stands under your lines.
        </p>
      );
    case 'failed':
      return (
        <p role="alert" className="p-3.5">
          {run.message} Your lines are kept.
        </p>
      );
    case 'judged':
      return (
        <>
          {isStale && (
            <p className="px-3.5 pt-3 text-ink-3 text-xs">You have changed something since this run.</p>
          )}
          <RepairVerdict verdict={run.verdict} />
        </>
      );
  }
}
