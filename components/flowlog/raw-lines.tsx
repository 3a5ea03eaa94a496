/** Records byte for byte, only the action coloured; a line wraps between fields only. */
import { Fragment } from 'react';
import type { WrittenRecord } from '@/lib/core/flowlog/record';

export function RawLines({ records }: { readonly records: readonly WrittenRecord[] }) {
  return (
    <ol className="space-y-1.5 font-mono text-[12px] leading-relaxed">
      {records.map(({ line }) => (
        <li key={line}>
          {wordsOf(line).map(({ word, at }) => (
            <Fragment key={at}>
              {at > 0 && ' '}
              <span className={`whitespace-nowrap ${COLOUR[word] ?? ''}`}>{word}</span>
            </Fragment>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** The fields of a line, each with the place at which it begins. */
function wordsOf(line: string): readonly { readonly word: string; readonly at: number }[] {
  return [...line.matchAll(/\S+/g)].map((match) => ({ word: match[0], at: match.index }));
}

const COLOUR: Readonly<Record<string, string>> = {
  ACCEPT: 'font-semibold text-accept',
  REJECT: 'font-semibold text-reject',
};
