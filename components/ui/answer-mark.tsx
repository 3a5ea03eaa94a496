/** The learner's answer: the check where it is right, else a plain ring. Never a mark that belongs to packets. */
import { Mark } from './mark';

const SIZE = 34;

export function AnswerMark({ right }: { readonly right: boolean }) {
  if (right) return <Mark kind="accept" size={SIZE} />;
  return (
    <svg width={SIZE} height={SIZE} viewBox="0 0 34 34" className="shrink-0 text-ink" aria-hidden="true">
      <circle cx="17" cy="17" r="14.5" fill="none" stroke="currentColor" strokeWidth="3" />
    </svg>
  );
}
