'use client';
/** What was written, field by field beside what was predicted, and who would expect what was not. */
import type { PredictionResult } from '@/lib/browser/engine/protocol';
import { AnswerMark } from '../ui/answer-mark';
import { IdText } from '../ui/id-text';
import { Mark } from '../ui/mark';
import { Panel } from '../ui/panel';
import { ScrollArea } from '../ui/scroll-area';
import { FIELDS, type Row } from './grid';

interface PredictVerdictProps {
  readonly result: PredictionResult;
  readonly rows: readonly Row[];
  readonly interfaces: readonly { readonly id: string; readonly name: string }[];
}

const CELL = 'border-line border-t px-2 py-1.5 whitespace-nowrap first:pl-3.5';

export function PredictVerdict({ result, rows, interfaces }: PredictVerdictProps) {
  const { credit, written, extra, open } = result;
  const nameOf = (id: string): string => interfaces.find((one) => one.id === id)?.name ?? id;
  return (
    <Panel title="What is written">
      <p className="flex items-center gap-3 px-3.5 py-3 font-[640] text-[17px]" role="status">
        <AnswerMark right={credit === 1} />
        {credit === 1
          ? 'Right: this is what the log says'
          : `${Math.round(100 * credit)} % of what is written`}
      </p>
      {written.length === 0 ? (
        <p className="flex items-center gap-2 px-3.5 pb-3 text-ink-2">
          <Mark kind="none" /> Nothing is written of this connection under every reading of AWS’s documents.
        </p>
      ) : (
        <ScrollArea label="Records that are written">
          <table className="w-full text-[12px]">
            <caption className="sr-only">Records that are written, field by field</caption>
            <thead>
              <tr>
                {FIELDS.map((field) => (
                  <th
                    key={field}
                    scope="col"
                    className="px-2 py-1 text-left font-[550] text-ink-3 text-xs first:pl-3.5"
                  >
                    {field}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="font-mono">
              {written.map(({ values, predicted, rightFields }) => (
                <tr key={FIELDS.map((field) => values[field]).join(' ')}>
                  {FIELDS.map((field) => {
                    const own = predicted === undefined ? undefined : rows[predicted]?.[field];
                    const isRight = rightFields.includes(field);
                    return (
                      <td key={field} className={CELL}>
                        <span className="inline-flex items-center gap-1.5">
                          <Mark kind={isRight ? 'accept' : 'none'} size={12} />
                          {field === 'interface-id' ? (
                            nameOf(values[field] ?? '')
                          ) : (
                            <IdText text={values[field] ?? '-'} />
                          )}
                        </span>
                        {!isRight && (
                          <span className="block font-sans text-ink-3 text-xs">
                            {own === undefined
                              ? 'not predicted'
                              : `you: ${field === 'interface-id' ? nameOf(own) : own}`}
                          </span>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
      {extra.length > 0 && (
        <ul className="space-y-1.5 border-line border-t px-3.5 py-2.5 text-[13px]">
          {extra.map(({ place, beliefs }) => (
            <li key={place}>
              Your record {place + 1} is not written.
              {beliefs.length > 0 && (
                <span className="text-ink-2"> It would be, if this were so: “{beliefs.join('” “')}”</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <p className="flex items-center gap-2 border-line border-t px-3.5 py-2.5 text-infer text-[13px]">
          <Mark kind="infer" /> {open.map((place) => `Record ${place + 1}`).join(', ')}: AWS does not document
          it, so it counts neither way.
        </p>
      )}
    </Panel>
  );
}
