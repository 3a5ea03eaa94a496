import type { Metadata } from 'next';
import { loadCourse } from '@/lib/server/lesson/course';

export const metadata: Metadata = {
  title: 'Lessons',
  description:
    'Read VPC Flow Logs and Reachability Analyzer, lesson by lesson, on live worlds that prove every claim.',
};

export default async function Learn() {
  const course = await loadCourse();
  return (
    <div className="mx-auto max-w-[76ch] px-4 py-8">
      <h1 className="font-[660] text-[28px] leading-tight tracking-[-0.022em]">Lessons</h1>
      <p className="mt-2 text-[17px] text-ink-2">
        Each lesson takes about ten minutes. Its worlds were run when this page was built; a claim that a
        world does not bear out, or that has no source, would have stopped the build.
      </p>
      <ol className="mt-6 divide-y divide-line rounded-panel border border-line bg-surface">
        {course.map(({ id, number, title, summary, minutes }) => (
          <li key={id}>
            <a href={`/learn/${id}`} className="flex gap-3 px-4 py-3 hover:bg-sunken">
              <span className="w-6 shrink-0 text-right text-ink-3 tabular-nums">{number}</span>
              <span>
                <span className="block font-semibold">{title}</span>
                <span className="block text-[13px] text-ink-2">{summary}</span>
                <span className="text-ink-3 text-xs">{minutes} minutes</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
      <p className="mt-4 flex flex-wrap gap-x-4">
        <a href="/traps" className="inline-flex min-h-11 items-center text-accent underline">
          All exam traps
        </a>
      </p>
    </div>
  );
}
