/** One record, field by field, each with its meaning; a hidden one opens when the reader asks for it. */
import type { FieldView } from '@/lib/core/lesson/part';
import { FRAME } from './prose';

interface RecordPartProps {
  readonly interfaceId: string;
  readonly line: string;
  readonly fields: readonly FieldView[];
}

export function RecordPart({ interfaceId, line, fields }: RecordPartProps) {
  const isAsked = fields.some(({ isHidden }) => isHidden);
  return (
    <figure aria-label={`A record of ${interfaceId}`} className={FRAME}>
      {!isAsked && <p className="break-all bg-sunken px-3.5 py-2 font-mono text-[12px]">{line}</p>}
      <dl className="grid gap-x-4 px-3.5 py-2 text-[13px] sm:grid-cols-[8rem_minmax(0,1fr)]">
        {fields.map(({ name, value, means, isHidden }) => (
          <div key={name} className="contents">
            <dt className="pt-1.5 text-ink-3">
              <a href={`/glossary#${name}`} className="underline decoration-dotted">
                {name}
              </a>
            </dt>
            <dd className="pb-1.5 sm:pt-1.5">
              {isHidden ? (
                <details>
                  <summary className="cursor-pointer font-[550] text-accent">
                    What stands here? Show it
                  </summary>
                  <Value value={value} means={means} />
                </details>
              ) : (
                <Value value={value} means={means} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}

function Value({ value, means }: Pick<FieldView, 'value' | 'means'>) {
  return (
    <>
      <span className="break-all font-mono font-semibold">{value}</span>{' '}
      <span className="text-ink-2">{means}</span>
    </>
  );
}
