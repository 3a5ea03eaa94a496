'use client';
/** How much evidence was opened, and what it has cost so far. */
import { useCase } from './case-context';

export function SpentLine() {
  const opened = useCase((state) => state.opened.length);
  const spent = useCase((state) => state.spent);
  return (
    <p className="ml-auto whitespace-nowrap text-ink-3 text-xs" role="status">
      <span className="max-sm:hidden">Evidence </span>opened{' '}
      <strong className="font-semibold text-ink tabular-nums">{opened}</strong> · cost{' '}
      <strong className="font-semibold text-ink tabular-nums">{spent}</strong>
    </p>
  );
}
