/** A connection test as its tool prints it, with what that means by shape and word. */
import type { TestExhibit } from '@/lib/core/quiz/evidence/exhibit';
import { Mark, type MarkKind } from '../ui/mark';

type Outcome = TestExhibit['outcome'];

const WORDS: Readonly<Record<Outcome, { readonly mark: MarkKind; readonly says: string }>> = {
  established: { mark: 'accept', says: 'The connection was made.' },
  replied: { mark: 'accept', says: 'An answer came.' },
  refused: { mark: 'reject', says: 'Refused: somebody answered, and said no.' },
  timeout: { mark: 'reject', says: 'Timed out: no answer came.' },
  'not-answered': { mark: 'reject', says: 'Timed out: no answer came.' },
  'never-sent': { mark: 'none', says: 'Nothing was sent: the host has no way to that address.' },
};

export function TestView({ test }: { readonly test: TestExhibit }) {
  const { mark, says } = WORDS[test.outcome];
  return (
    <div className="p-3.5">
      <p className="text-ink-3 text-xs">on {test.host}</p>
      <pre className="mt-1 whitespace-pre-wrap rounded-control bg-sunken px-3 py-2 font-mono text-[12.5px]">
        {[`$ ${test.command}`, ...test.printed].join('\n')}
      </pre>
      <p className="mt-2 flex items-center gap-2">
        <Mark kind={mark} /> {says}
        {test.seconds > 0 && <span className="text-ink-3">after {test.seconds} seconds</span>}
      </p>
    </div>
  );
}
