/** One trap explained: what people believe, what is true, and a case to try it on. */
import Link from 'next/link';
import type { ReactNode } from 'react';

interface TrapArticleProps {
  readonly title: string;
  readonly misconception: string;
  readonly truth: string;
  /** Addresses of pages. */
  readonly sources: readonly string[];
  /** A case of this very trap. */
  readonly caseHref: string;
  readonly children: ReactNode;
}

/** Prose from MDX comes without classes: its elements are set here. */
const PROSE =
  'space-y-3 text-[15px] text-ink-2 [&_h2]:pt-3 [&_h2]:font-[640] [&_h2]:text-[17px] [&_h2]:text-ink [&_li]:ml-5 [&_li]:list-disc [&_strong]:font-semibold [&_strong]:text-ink [&_ul]:space-y-1.5';

export function TrapArticle({ title, misconception, truth, sources, caseHref, children }: TrapArticleProps) {
  return (
    <article className="mx-auto max-w-[72ch] px-4 py-8">
      <p className="text-ink-3 text-xs">Exam trap</p>
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
      <Link
        href={caseHref}
        className="mt-6 inline-flex min-h-11 items-center rounded-control bg-accent px-4 font-semibold text-accent-ink"
      >
        Try a case
      </Link>
    </article>
  );
}

/** `…/userguide/flow-log-records.html` is called "flow log records". */
function pageName(source: string): string {
  const file =
    source
      .split('/')
      .at(-1)
      ?.replace(/\.html$/, '') ?? source;
  return file.replaceAll(/[-_]/g, ' ');
}
