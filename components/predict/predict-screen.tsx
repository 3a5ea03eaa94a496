'use client';
/** Predict the log: a grid of records, one row each, held against what the simulator writes. */
import { useState } from 'react';
import type { CaseRef, PredictionResult } from '@/lib/browser/engine/protocol';
import { Icon } from '../ui/icon';
import { Panel } from '../ui/panel';
import { EMPTY, FIELDS, type Field, lackIn, type Row, recordOf } from './grid';
import { PredictVerdict } from './predict-verdict';

interface PredictScreenProps {
  readonly caseRef: CaseRef;
  readonly interfaces: readonly { readonly id: string; readonly name: string }[];
}

type Judged =
  | { readonly state: 'none' }
  | { readonly state: 'running' }
  | { readonly state: 'lacks'; readonly message: string }
  | { readonly state: 'judged'; readonly result: PredictionResult; readonly rows: readonly Row[] };

const CONTROL =
  'min-h-9 w-full rounded-control border border-edge bg-surface px-2 font-mono text-[12px] pointer-coarse:min-h-11';

export function PredictScreen({ caseRef, interfaces }: PredictScreenProps) {
  const first: Row = { ...EMPTY, 'interface-id': interfaces[0]?.id ?? '' };
  // Rows keep their place in the list: a row is known by the number under which it was added.
  const [rows, setRows] = useState<readonly { readonly key: number; readonly row: Row }[]>([
    { key: 0, row: first },
  ]);
  const [judged, setJudged] = useState<Judged>({ state: 'none' });
  const change = (key: number, field: Field, value: string): void =>
    setRows(rows.map((one) => (one.key === key ? { key, row: { ...one.row, [field]: value } } : one)));
  const add = (): void => {
    const last = rows.at(-1);
    setRows([...rows, { key: (last?.key ?? 0) + 1, row: last?.row ?? first }]);
  };
  const check = async (): Promise<void> => {
    const list = rows.map(({ row }) => row);
    const at = list.findIndex((row) => lackIn(row) !== undefined);
    const lacking = list[at];
    if (lacking) {
      setJudged({
        state: 'lacks',
        message: `Row ${at + 1} has no ${lackIn(lacking)} yet. Remove the row where nothing is written.`,
      });
      return;
    }
    setJudged({ state: 'running' });
    try {
      const { engine } = await import('@/lib/browser/engine/engine');
      const result = await engine.call('predict', { ...caseRef, records: list.map(recordOf) });
      setJudged({ state: 'judged', result, rows: list });
    } catch (error) {
      setJudged({ state: 'lacks', message: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <div className="space-y-3">
      <Panel
        title="Your records"
        note="one for each flow, interface and action; none where you expect silence"
      >
        <ol className="divide-y divide-line">
          {rows.map(({ key, row }, i) => (
            <li key={key}>
              <fieldset className="px-3.5 py-2">
                <legend className="sr-only">Record {i + 1}</legend>
                <div className="grid grid-cols-2 items-end gap-2 sm:grid-cols-4 lg:grid-cols-[2fr_1.4fr_0.8fr_1.4fr_0.8fr_0.8fr_1fr_auto]">
                  {FIELDS.map((field) => (
                    // biome-ignore lint/a11y/noLabelWithoutControl: its control stands in it
                    <label key={field} className="block min-w-0 text-xs">
                      <span className="text-ink-3">{field}</span>
                      <FieldControl
                        field={field}
                        value={row[field]}
                        interfaces={interfaces}
                        onChange={(value) => change(key, field, value)}
                      />
                    </label>
                  ))}
                  <button
                    type="button"
                    aria-label={`Remove record ${i + 1}`}
                    onClick={() => setRows(rows.filter((one) => one.key !== key))}
                    className="grid size-9 place-items-center rounded-control text-ink-2 hover:bg-sunken pointer-coarse:size-11"
                  >
                    <Icon name="close" size={14} />
                  </button>
                </div>
              </fieldset>
            </li>
          ))}
        </ol>
        <div className="flex flex-wrap items-center gap-3 border-line border-t px-3.5 py-2.5">
          <button
            type="button"
            onClick={add}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-control border border-edge border-dashed px-3 font-[550] text-[13px] hover:border-accent pointer-coarse:min-h-11"
          >
            <Icon name="plus" size={14} /> Add a record
          </button>
          <button
            type="button"
            onClick={check}
            className="min-h-11 rounded-control bg-accent px-5 font-semibold text-accent-ink"
          >
            {judged.state === 'running' ? 'Writing the log…' : 'Check the prediction'}
          </button>
          {judged.state === 'lacks' && <p role="alert">{judged.message}</p>}
        </div>
      </Panel>
      {judged.state === 'judged' && (
        <PredictVerdict result={judged.result} rows={judged.rows} interfaces={interfaces} />
      )}
    </div>
  );
}

interface FieldControlProps {
  readonly field: Field;
  readonly value: string;
  readonly interfaces: PredictScreenProps['interfaces'];
  onChange(value: string): void;
}

const CHOICES: Readonly<Partial<Record<Field, readonly (readonly [string, string])[]>>> = {
  action: [
    ['ACCEPT', 'ACCEPT'],
    ['REJECT', 'REJECT'],
  ],
  protocol: [
    ['6', '6 TCP'],
    ['17', '17 UDP'],
    ['1', '1 ICMP'],
  ],
};

function FieldControl({ field, value, interfaces, onChange }: FieldControlProps) {
  const choices =
    field === 'interface-id'
      ? interfaces.map(({ id, name }) => [id, name === id ? id : `${name} · ${id}`] as const)
      : CHOICES[field];
  if (!choices)
    return <input value={value} onChange={(event) => onChange(event.target.value)} className={CONTROL} />;
  return (
    <select value={value} onChange={(event) => onChange(event.target.value)} className={CONTROL}>
      {choices.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}
