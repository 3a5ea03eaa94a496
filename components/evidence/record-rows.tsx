/** Records of a log as a grid: AWS's own field names with their meaning, the action by shape and word. */
import { fieldNamed } from '@/lib/core/flowlog/fields';
import type { WrittenRecord } from '@/lib/core/flowlog/record';
import { ActionText } from '../flowlog/action-text';
import { FieldHelp } from '../flowlog/field-help';
import { Mark } from '../ui/mark';
import { count, seconds } from '../ui/time-text';
import { fieldOf } from './filter';
import { RecordGrid } from './record-grid';

interface RecordRowsProps {
  readonly caption: string;
  readonly fields: readonly string[];
  readonly records: readonly WrittenRecord[];
}

/** Said once, in the drawer's head: what every record of one log repeats is not repeated. */
const REPEATED = new Set(['version', 'account-id', 'interface-id', 'end']);
const ORDER = [
  'start',
  'srcaddr',
  'srcport',
  'dstaddr',
  'dstport',
  'protocol',
  'packets',
  'bytes',
  'action',
  'log-status',
];
const PROTOCOLS: Readonly<Record<number, string>> = { 1: 'ICMP', 6: 'TCP', 17: 'UDP', 58: 'ICMPv6' };

export function RecordRows({ caption, fields, records }: RecordRowsProps) {
  const shown = [
    ...ORDER.filter((name) => fields.includes(name)),
    ...fields.filter((name) => !ORDER.includes(name) && !REPEATED.has(name)),
  ];
  return (
    <RecordGrid
      caption={caption}
      count={records.length}
      columns={shown.map((name) => ({
        name,
        align: isNumber(name) ? 'right' : 'left',
        head: (
          <>
            <FieldHelp name={name} scope="drawer" align={isNumber(name) ? 'right' : 'left'} />
            {name === 'start' && ' (UTC)'}
          </>
        ),
      }))}
      cells={(row) => shown.map((name) => cell(records[row], name))}
      isMarked={(row) => records[row]?.record.action === 'REJECT'}
    />
  );
}

function isNumber(name: string): boolean {
  return fieldNamed(name)?.kind === 'number' && name !== 'start' && name !== 'protocol';
}

function cell(written: WrittenRecord | undefined, name: string) {
  if (!written) return null;
  const { record } = written;
  const value = fieldOf(record, name);
  if (value === null || value === undefined) return <span className="text-ink-3">-</span>;
  if (name === 'start') return seconds(record.start * 1000);
  if (name === 'action') return <ActionText action={value === 'ACCEPT' ? 'ACCEPT' : 'REJECT'} />;
  if (name === 'log-status') return <Status status={String(value)} />;
  if (name === 'protocol')
    return (
      <>
        {String(value)} <span className="text-ink-3">{PROTOCOLS[Number(value)]}</span>
      </>
    );
  return typeof value === 'number' && (name === 'packets' || name === 'bytes') ? count(value) : String(value);
}

function Status({ status }: { readonly status: string }) {
  if (status === 'OK') return <span className="text-ink-3">OK</span>;
  return (
    <span className="inline-flex items-center gap-1.5 text-none">
      <Mark kind="none" /> {status}
    </span>
  );
}
