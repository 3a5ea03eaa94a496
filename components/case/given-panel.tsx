/** What lies on the table besides log and rules: facts, and a record with a hidden field. */
import type { Shown } from '@/lib/core/quiz/question-view';
import { Panel } from '../ui/panel';
import { ProseText } from '../ui/prose-text';

export function GivenPanel({
  shown: { facts, record },
}: {
  readonly shown: Pick<Shown, 'facts' | 'record'>;
}) {
  if (facts.length === 0 && !record) return null;
  return (
    <Panel title="What is known">
      {facts.length > 0 && (
        <dl className="grid gap-x-4 px-3.5 py-2.5 text-[13px] @md/panel:grid-cols-[auto_minmax(0,1fr)] @md/panel:gap-y-1">
          {facts.map(({ label, value }) => (
            <div key={label + JSON.stringify(value)} className="contents">
              <dt className="text-ink-3">{label}</dt>
              <dd className="break-words @max-md/panel:mb-1.5">
                <ProseText prose={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {record && (
        <div className="px-3.5 py-2.5">
          <h3 className="font-semibold text-[13px]">A record of {record.interfaceId}</h3>
          <dl className="mt-1.5 grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-1.5">
            {record.fields.map(({ name, value }) => (
              <div
                key={name}
                className={`rounded-node border px-2 py-1 ${name === record.hidden ? 'border-accent border-dashed bg-accent-soft' : 'border-line'}`}
              >
                <dt className="text-[11px] text-ink-3">{name}</dt>
                <dd className="break-all font-mono text-[12px]">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </Panel>
  );
}
