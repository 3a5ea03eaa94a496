/** Where a verdict leads on to: the same again, a harder one, the repair, the trap's page, and a report. */
import Link from 'next/link';
import { Icon } from '../ui/icon';
import type { JudgedCase } from './case-links';

const LINK = 'inline-flex min-h-9 items-center font-[550] text-accent underline pointer-coarse:min-h-11';

export function WaysOn({ page: { view, next, harder, lab, predict } }: { readonly page: JudgedCase }) {
  const { of, seed, version } = view;
  return (
    <div className="mt-4 border-line border-t pt-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Link
          prefetch={false}
          href={next}
          data-key="n"
          aria-keyshortcuts="n"
          className="inline-flex min-h-11 items-center gap-2 rounded-control bg-accent px-4 font-semibold text-accent-ink"
        >
          <Icon name="again" size={18} /> Same {of.kind}, new VPC
        </Link>
        {harder && (
          <Link
            prefetch={false}
            href={harder}
            className="inline-flex min-h-11 items-center rounded-control border border-edge px-4 font-semibold hover:border-accent"
          >
            Harder
          </Link>
        )}
        {lab && (
          <Link prefetch={false} href={lab} className={LINK}>
            Repair it yourself
          </Link>
        )}
        {predict && (
          <Link prefetch={false} href={predict} className={LINK}>
            Predict its log
          </Link>
        )}
        {of.kind === 'trap' && (
          <Link prefetch={false} href={`/traps/${of.id}`} className={LINK}>
            About this trap
          </Link>
        )}
      </div>
      <details className="mt-2 text-[13px]">
        <summary className="text-ink-2">Report this case</summary>
        <p className="mt-1 text-ink-2">
          Name this link with what you think is wrong; it makes the very same case again, seed{' '}
          <code>{seed}</code>, generator version {version}:
        </p>
        <p className="mt-1 break-all rounded-control bg-sunken px-3 py-2 font-mono text-[12px]">
          /case/{of.id}~{seed}?v={version}
        </p>
      </details>
    </div>
  );
}
