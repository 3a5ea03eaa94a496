'use client';
/** The verdict on a repair: what passes, what it opens and breaks, and how much more than needed it gives away. */
import type { RepairResult } from '@/lib/browser/engine/protocol';
import { plain } from '@/lib/core/explain/prose';
import { AnswerMark } from '../ui/answer-mark';
import { Mark } from '../ui/mark';
import { ProseText } from '../ui/prose-text';
import { PrivilegeScale } from './privilege-scale';

export function RepairVerdict({ verdict }: { readonly verdict: RepairResult }) {
  const {
    right,
    headline,
    refused,
    why,
    opened,
    broken,
    wanted,
    grants,
    openings,
    needless,
    leastPrivilege,
  } = verdict;
  const bits = Math.max(0, ...grants.map(({ excessBits }) => excessBits));
  const failing = [...wanted.filter(({ passes }) => !passes), ...broken];
  return (
    <div className="space-y-3 p-3.5">
      <div className="flex items-center gap-3" role="status">
        <AnswerMark right={right} />
        <p className="font-[640] text-[17px] leading-tight">{headline}</p>
      </div>
      {refused && (
        <p className="rounded-control bg-sunken px-3 py-2">
          Line {refused.place}: <code>{refused.code}</code> {refused.message}
        </p>
      )}
      {right ? (
        <p className="text-ink-2">
          <ProseText prose={why} />
        </p>
      ) : (
        <details>
          <summary className="font-[550] text-accent">Show why, and a repair that works</summary>
          <p className="mt-1 text-ink-2">
            <ProseText prose={why} />
          </p>
        </details>
      )}
      {failing.length > 0 && (
        <FlowList
          title="Does not pass"
          flows={failing.map(({ says, stop }) => ({ says, detail: stop && plain(stop) }))}
        />
      )}
      {opened.length > 0 && (
        <FlowList
          title="Open, and should stay shut"
          flows={opened.map(({ says }) => ({ says, detail: undefined }))}
        />
      )}
      {right && (
        <section>
          <div className="flex items-baseline justify-between">
            <h3 className="font-semibold">Least privilege</h3>
            <span className="font-[640] text-[28px] tabular-nums">{leastPrivilege.toFixed(2)}</span>
          </div>
          <PrivilegeScale bits={bits} />
          <p className={bits > 0 ? 'text-infer' : 'text-ink-2'}>
            {bits > 0
              ? `${bits.toFixed(1)} bits too wide: each bit doubles what is open.`
              : 'Exactly what is needed is open.'}
          </p>
          <ul className="mt-1.5 space-y-1 text-ink-2 text-[13px]">
            {grants.map(({ sentence }) => (
              <li key={plain(sentence)}>
                <ProseText prose={sentence} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {needless.length > 0 && (
        <section>
          <h3 className="font-semibold">Changes that nobody needs</h3>
          <ul className="mt-1 space-y-1 text-ink-2 text-[13px]">
            {needless.flat().map(({ sentence }) => (
              <li key={plain(sentence)}>
                <ProseText prose={sentence} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {openings.map((opening) => (
        <blockquote key={plain(opening)} className="border-infer border-l-2 bg-infer-soft px-3 py-2">
          <ProseText prose={opening} />
          <footer className="mt-1 text-ink-3 text-xs">
            What an auditor would write, from the simulator.
          </footer>
        </blockquote>
      ))}
    </div>
  );
}

interface FlowListProps {
  readonly title: string;
  readonly flows: readonly { readonly says: string; readonly detail: string | undefined }[];
}

function FlowList({ title, flows }: FlowListProps) {
  return (
    <section>
      <h3 className="font-semibold">{title}</h3>
      <ul className="mt-1 space-y-1.5">
        {flows.map(({ says, detail }) => (
          <li key={says} className="flex items-start gap-2">
            <Mark kind="reject" className="mt-1" />
            <span>
              {says}
              {detail && <span className="block text-ink-2 text-[13px]">{detail}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
