/** The verdict in words: right or not, what happened, the step that decided, and the AWS page behind it. */
import type { VerdictView } from '@/lib/core/quiz/verdict-view';
import { RulesTable } from '../config/configuration-table';
import { InferredNote } from '../flowlog/inferred-note';
import { RawLines } from '../flowlog/raw-lines';
import { AnswerMark } from '../ui/answer-mark';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import { ProseText } from '../ui/prose-text';
import type { JudgedCase } from './case-links';
import { VerdictHeading } from './verdict-heading';
import { WaysOn } from './ways-on';

interface VerdictPanelProps {
  readonly page: JudgedCase;
  /** Whose records are shown; undefined: nobody's are. */
  readonly targetName: string | undefined;
}

/** More lines than this repeat themselves. */
const MOST_LINES = 4;

export function VerdictPanel({ page, targetName }: VerdictPanelProps) {
  const { verdict, gaveUp } = page;
  const { decided, records } = verdict;
  return (
    <section aria-label="Verdict" className="rounded-panel border border-line bg-surface p-4">
      <div className="flex items-center gap-3">
        <AnswerMark right={verdict.right && !gaveUp} />
        <VerdictHeading>{gaveUp ? 'The answer, as you asked' : verdict.headline}</VerdictHeading>
      </div>
      {gaveUp && (
        <p className="mt-2 font-[550]">
          You asked to be shown this. It scores nothing; a case like it comes again.
        </p>
      )}
      <p className="mt-3 text-ink-2">
        <ProseText prose={verdict.story} />
      </p>
      <p className="mt-2 text-ink-2">
        <ProseText prose={verdict.why} />
      </p>
      <Beliefs beliefs={verdict.beliefs} />
      {decided ? <DecidingStep decided={decided} /> : <Pages pages={verdict.pages} />}
      {targetName !== undefined && verdict.walk.length > 0 && <Written records={records} by={targetName} />}
      {verdict.inferred.length > 0 && (
        <div className="mt-3">
          <InferredNote rules={verdict.inferred} summary="Part of this is inferred" />
        </div>
      )}
      <WaysOn page={page} />
    </section>
  );
}

/** Records of the attempts, as raw as they are. */
function Written({ records, by }: { readonly records: VerdictView['records']; readonly by: string }) {
  return (
    <>
      <h3 className="mt-4 font-semibold">What {by} wrote</h3>
      {records.length === 0 ? (
        <p className="mt-1 flex items-center gap-2 text-ink-2">
          <Mark kind="none" /> No record of the attempts.
        </p>
      ) : (
        <div className="mt-1 rounded-control bg-sunken px-3 py-2">
          <RawLines records={records.slice(0, MOST_LINES)} />
          {records.length > MOST_LINES && (
            <p className="mt-1.5 text-ink-3 text-xs">and {records.length - MOST_LINES} more like these</p>
          )}
        </div>
      )}
    </>
  );
}

/** What somebody believes who answers like this, and what is so. */
function Beliefs({ beliefs }: Pick<VerdictView, 'beliefs'>) {
  if (beliefs.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 font-semibold">What may have led you there</h3>
      <ul className="mt-1 space-y-2 text-ink-2">
        {beliefs.map(({ says, truth }) => (
          <li key={says}>
            “{says}” {truth}
          </li>
        ))}
      </ul>
    </>
  );
}

function DecidingStep({ decided }: { readonly decided: NonNullable<VerdictView['decided']> }) {
  return (
    <>
      <h3 className="mt-4 font-semibold">The deciding step</h3>
      <p className="mt-1 text-ink-2">
        <ProseText prose={decided.sentence} />
      </p>
      {decided.table && (
        <div className="mt-2 rounded-control border border-line">
          <RulesTable table={decided.table} decidingRow={decided.table.decidingRow} />
        </div>
      )}
      <p className="mt-2 text-ink-2 text-[13px]">
        {decided.rule.says}{' '}
        <span className={decided.rule.standing === 'inferred' ? 'text-infer' : 'text-ink-3'}>
          ({decided.rule.standing})
        </span>
      </p>
      <Pages pages={[decided.awsPage, decided.rule.source]} />
    </>
  );
}

function Pages({ pages }: Pick<VerdictView, 'pages'>) {
  return (
    <p className="mt-1 flex flex-wrap gap-x-4">
      {[...new Set(pages)].map((source) => (
        <a
          key={source}
          href={source}
          className="inline-flex items-center gap-1.5 font-[550] text-accent underline"
        >
          <Icon name="book" /> {sourceName(source)}
        </a>
      ))}
    </p>
  );
}

/** Whose page it is: what a person wants to know before they follow a link. */
function sourceName(source: string): string {
  const { hostname } = new URL(source);
  if (hostname === 'www.rfc-editor.org') return 'The standard behind it (RFC)';
  if (hostname === 'repost.aws') return 'AWS re:Post on this rule';
  return 'AWS documentation on this rule';
}
