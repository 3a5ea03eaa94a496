/** Words of AWS with what they mean, each at an address of its own. */
import { SourceLink } from './source-link';

interface GlossaryListProps {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly {
    readonly id: string;
    readonly means: string;
    readonly note: string;
    readonly source: string;
  }[];
}

export function GlossaryList({ id, title, entries }: GlossaryListProps) {
  return (
    <section aria-labelledby={id} className="mt-6">
      <h2 id={id} className="font-[640] text-[19px]">
        {title}
      </h2>
      <dl className="mt-2 divide-y divide-line rounded-panel border border-line bg-surface">
        {entries.map(({ id: word, means, note, source }) => (
          <div key={word} id={word} className="scroll-mt-4 px-3.5 py-2 target:bg-accent-soft">
            <dt className="break-all font-mono font-semibold text-[13px]">
              {word} {note && <span className="font-normal font-sans text-ink-3 text-xs">{note}</span>}
            </dt>
            <dd className="text-[14px] text-ink-2">
              {means}
              <SourceLink source={source} isSure />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
