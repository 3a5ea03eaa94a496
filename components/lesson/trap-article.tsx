/** One trap explained: what people believe, what is true, and a case to try it on. */
import type { ReactNode } from 'react';
import { PROSE } from './prose';
import { pageName } from './source-link';

interface TrapArticleProps {
  readonly title: string;
  readonly misconception: string;
  readonly truth: string;
  /** Addresses of pages. */
  readonly sources: readonly string[];
  /** Tasks of AWS's exams that ask for it. */
  readonly tasks: readonly string[];
  /** What those who fall into it hold, and what is so. */
  readonly beliefs: readonly { readonly id: string; readonly says: string; readonly truth: string }[];
  /** Cases of this very trap, the first one first. */
  readonly caseHrefs: readonly string[];
  /** Lessons that teach the way out. */
  readonly lessons: readonly { readonly id: string; readonly title: string }[];
  readonly children: ReactNode;
}

export function TrapArticle(props: TrapArticleProps) {
  const { title, misconception, truth, sources, tasks, beliefs, caseHrefs, lessons, children } = props;
  const [first = '', ...others] = caseHrefs;
  return (
    <article className="mx-auto max-w-[72ch] px-4 py-8">
      <p className="text-ink-3 text-xs">
        <a href="/traps" className="text-accent underline">
          Exam traps
        </a>{' '}
        · {tasks.join(', ')}
      </p>
      <h1 className="font-[660] text-2xl tracking-[-0.022em]">{title}</h1>
      <dl className="mt-3 space-y-2 rounded-control border border-line bg-surface px-4 py-3">
        <div>
          <dt className="text-ink-3 text-sm">What people believe</dt>
          <dd>{misconception}</dd>
        </div>
        <div>
          <dt className="text-ink-3 text-sm">What is so</dt>
          <dd className="font-[550]">{truth}</dd>
        </div>
      </dl>
      <div className={`mt-4 ${PROSE}`}>{children}</div>
      {beliefs.length > 0 && (
        <>
          <h2 className="mt-6 font-[640] text-[17px]">The belief behind it</h2>
          <ul className="mt-2 space-y-2">
            {beliefs.map(({ id, says, truth: so }) => (
              <li key={id}>
                “{says}” <span className="text-ink-2">{so}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="mt-6 font-[640] text-[17px]">AWS on it</h2>
      <ul className="mt-2 space-y-1.5">
        {sources.map((source) => (
          <li key={source} className="ml-5 list-disc break-words">
            <a href={source} className="text-accent underline">
              {pageName(source)}
            </a>
          </li>
        ))}
      </ul>
      {lessons.length > 0 && (
        <>
          <h2 className="mt-6 font-[640] text-[17px]">Learn it</h2>
          <ul className="mt-2 space-y-1.5">
            {lessons.map(({ id, title: name }) => (
              <li key={id}>
                <a href={`/learn/${id}`} className="text-accent underline">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <a
          href={first}
          className="inline-flex min-h-11 items-center rounded-control bg-accent px-4 font-semibold text-accent-ink"
        >
          Try a case
        </a>
        {others.map((href, i) => (
          <a key={href} href={href} className="inline-flex min-h-11 items-center text-accent underline">
            Case {i + 2}
          </a>
        ))}
      </p>
    </article>
  );
}
