/** Records byte for byte, only the action coloured; a line wraps between fields only. */
import { Fragment } from 'react';
import type { WrittenRecord } from '@/lib/core/flowlog/record';

export function RawLines({ records }: { readonly records: readonly WrittenRecord[] }) {
  return (
    <ol className="space-y-1.5 font-mono text-[12px] leading-relaxed">
      {records.map(({ line }) => (
        <li key={line}>
          {line.split(' ').map((word, i) => (
            // Words of a line have no identity but their place.
            <Fragment key={`${i} ${word}`}>
              {i > 0 && ' '}
              <span className={`whitespace-nowrap ${COLOUR[word] ?? ''}`}>{word}</span>
            </Fragment>
          ))}
        </li>
      ))}
    </ol>
  );
}

const COLOUR: Readonly<Record<string, string>> = {
  ACCEPT: 'font-semibold text-accept',
  REJECT: 'font-semibold text-reject',
};
