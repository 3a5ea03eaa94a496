/** One trap explained: what people believe, what is true, and a case to try it on. */
import Link from 'next/link';
import type { ReactNode } from 'react';

interface TrapArticleProps {
  readonly title: string;
  readonly misconception: string;
  readonly children: ReactNode;
}

/** Prose from MDX comes without classes: its elements are set here. */
const PROSE =
  'space-y-3 text-[15px] text-ink-2 [&_h2]:pt-3 [&_h2]:font-[640] [&_h2]:text-[17px] [&_h2]:text-ink [&_li]:ml-5 [&_li]:list-disc [&_strong]:font-semibold [&_strong]:text-ink [&_ul]:space-y-1.5';

export function TrapArticle({ title, misconception, children }: TrapArticleProps) {
  return (
    <article className="mx-auto max-w-[72ch] px-4 py-8">
      <p className="text-ink-3 text-xs">Exam trap</p>
      <h1 className="font-[660] text-2xl tracking-[-0.022em]">{title}</h1>
      <p className="mt-3 rounded-control border border-line bg-surface px-4 py-3">
        <span className="text-ink-3">What people believe: </span>
        {misconception}
      </p>
      <div className={`mt-4 ${PROSE}`}>{children}</div>
      <Link
        href="/"
        className="mt-6 inline-flex min-h-11 items-center rounded-control bg-accent px-4 font-semibold text-accent-ink"
      >
        Try a case
      </Link>
    </article>
  );
}
