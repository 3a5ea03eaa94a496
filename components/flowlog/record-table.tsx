/** Records as a table, and on a phone two lines each. NODATA rows stand as what they are. */
import type { WrittenRecord } from '@/lib/core/flowlog/record';
import { Mark } from '../ui/mark';
import { count } from '../ui/time-text';
import { ActionText } from './action-text';
import { FieldHelp } from './field-help';

interface RecordTableProps {
  readonly records: readonly WrittenRecord[];
  readonly scope: string;
  readonly caption: string;
}

const HEAD = 'sticky top-0 bg-surface px-2.5 py-1.5 text-ink-3 text-xs whitespace-nowrap';
const CELL = 'border-line border-t px-2.5 py-1 whitespace-nowrap';

export function RecordTable({ records, scope, caption }: RecordTableProps) {
  return (
    <table className="w-full border-separate border-spacing-0 text-[13px]">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={`${HEAD} text-left`}>
            <FieldHelp name="start" scope={scope} />
          </th>
          <th scope="col" className={`${HEAD} text-left`}>
            <FieldHelp name="srcaddr" scope={scope} /> : port
          </th>
          <th scope="col" className={`${HEAD} text-left`}>
            <FieldHelp name="dstaddr" scope={scope} /> : port
          </th>
          <th scope="col" className={`${HEAD} hidden text-right sm:table-cell`}>
            <FieldHelp name="packets" scope={scope} align="right" />
          </th>
          <th scope="col" className={`${HEAD} hidden text-right md:table-cell`}>
            <FieldHelp name="bytes" scope={scope} align="right" />
          </th>
          <th scope="col" className={`${HEAD} text-left`}>
            <FieldHelp name="action" scope={scope} align="right" />
          </th>
        </tr>
      </thead>
      <tbody className="font-mono text-[12px] tabular-nums">
        {records.map((written) => (
          <RecordRow key={written.line} written={written} />
        ))}
      </tbody>
    </table>
  );
}

function RecordRow({ written: { record } }: { readonly written: WrittenRecord }) {
  const rejected = record.action === 'REJECT';
  const first = rejected ? 'border-l-[3px] border-l-reject' : '';
  const time = new Date(record.start * 1000).toISOString().slice(11, 19);
  if (record.action === null) {
    return (
      <tr className="text-none">
        <td className={CELL}>{time}</td>
        <td className={CELL} colSpan={5}>
          <span className="inline-flex items-center gap-1.5">
            <Mark kind="none" /> {record['log-status']}
          </span>
        </td>
      </tr>
    );
  }
  return (
    <tr className={rejected ? 'bg-reject-soft' : ''}>
      <td className={`${CELL} ${first}`}>{time}</td>
      <td className={CELL}>
        <End address={record.srcaddr} port={record.srcport} />
      </td>
      <td className={CELL}>
        <End address={record.dstaddr} port={record.dstport} />
      </td>
      <td className={`${CELL} hidden text-right sm:table-cell`}>{count(record.packets ?? 0)}</td>
      <td className={`${CELL} hidden text-right md:table-cell`}>{count(record.bytes ?? 0)}</td>
      <td className={CELL}>
        <ActionText action={record.action} />
      </td>
    </tr>
  );
}

function End({ address, port }: { readonly address: string | null; readonly port: number | null }) {
  return (
    <>
      {address?.includes(':') ? `[${address}]` : address}
      <span className="text-ink-3">:{port}</span>
    </>
  );
}
