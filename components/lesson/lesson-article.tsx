/** One lesson: what it is for, its prose with live worlds in it, and where it leads on to. */
import type { ReactNode } from 'react';
import { PROSE } from './prose';

interface LessonArticleProps {
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly tasks: readonly string[];
  /** Traps that it teaches the way out of, each with a case to try. */
  readonly traps: readonly { readonly id: string; readonly title: string; readonly caseHref: string }[];
  readonly next: { readonly id: string; readonly title: string } | undefined;
  readonly children: ReactNode;
}

export function LessonArticle(props: LessonArticleProps) {
  const { number, title, summary, minutes, tasks, traps, next, children } = props;
  return (
    <article className="mx-auto max-w-[76ch] px-4 py-8">
      <p className="text-ink-3 text-xs">
        <a href="/learn" className="text-accent underline">
          Lessons
        </a>{' '}
        · {number} · {minutes} minutes · {tasks.join(', ')}
      </p>
      <h1 className="mt-1 font-[660] text-[28px] leading-tight tracking-[-0.022em]">{title}</h1>
      <p className="mt-2 text-[17px] text-ink-2">{summary}</p>
      <div className={`mt-6 ${PROSE}`}>{children}</div>
      <h2 className="mt-8 font-[640] text-[19px]">Cases of this lesson</h2>
      <ul className="mt-2 divide-y divide-line rounded-panel border border-line bg-surface">
        {traps.map(({ id, title: name, caseHref }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 px-3.5 py-1">
            <a href={`/traps/${id}`} className="mr-auto inline-flex min-h-11 items-center font-[550]">
              {name}
            </a>
            <a href={caseHref} className="inline-flex min-h-11 items-center text-accent underline">
              Try a case<span className="sr-only">: {name}</span>
            </a>
          </li>
        ))}
      </ul>
      {next && (
        <p className="mt-6">
          <a
            href={`/learn/${next.id}`}
            className="inline-flex min-h-11 items-center rounded-control border border-edge px-4 font-semibold hover:border-accent"
          >
            Next lesson: {next.title}
          </a>
        </p>
      )}
    </article>
  );
}
