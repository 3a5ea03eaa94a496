/** Records as a table; on a phone each record is two lines. NODATA rows stand as what they are. */
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

const HEAD = 'sticky top-0 bg-surface sm:px-2.5 sm:py-1.5 text-ink-3 text-xs whitespace-nowrap';
const CELL = 'whitespace-nowrap sm:border-line sm:border-t sm:px-2.5 sm:py-1';
/** On a phone: sender and receiver in the first line, the rest in the second. */
const ROW =
  'max-sm:grid max-sm:grid-cols-[max-content_1fr_max-content] max-sm:gap-x-3 max-sm:border-line max-sm:border-t max-sm:px-3.5 max-sm:py-1.5';

export function RecordTable({ records, scope, caption }: RecordTableProps) {
  return (
    <table className="w-full border-separate border-spacing-0 text-[13px] max-sm:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:block">
        <tr className="max-sm:flex max-sm:flex-wrap max-sm:gap-x-4 max-sm:px-3.5 max-sm:pb-1.5">
          <th scope="col" className={`${HEAD} text-left`}>
            <FieldHelp name="start" scope={scope} />
          </th>
          <th scope="col" className={`${HEAD} text-left`}>
            <FieldHelp name="srcaddr" scope={scope} /> : port
          </th>
          <th scope="col" className={`${HEAD} text-left`}>
            <FieldHelp name="dstaddr" scope={scope} /> : port
          </th>
          <th scope="col" className={`${HEAD} text-right`}>
            <FieldHelp name="packets" scope={scope} align="right" />
          </th>
          <th scope="col" className={`${HEAD} hidden text-right md:max-[1179px]:table-cell xl:table-cell`}>
            <FieldHelp name="bytes" scope={scope} align="right" />
          </th>
          <th scope="col" className={`${HEAD} text-left`}>
            <FieldHelp name="action" scope={scope} align="right" />
          </th>
        </tr>
      </thead>
      <tbody className="font-mono text-[12px] tabular-nums max-sm:block">
        {records.map((written) => (
          <RecordRow key={written.line} written={written} />
        ))}
      </tbody>
    </table>
  );
}

function RecordRow({ written: { record } }: { readonly written: WrittenRecord }) {
  const time = new Date(record.start * 1000).toISOString().slice(11, 19);
  if (record.action === null) {
    return (
      <tr className={`${ROW} text-none`}>
        <td className={CELL}>{time}</td>
        <td className={CELL} colSpan={5}>
          <span className="inline-flex items-center gap-1.5">
            <Mark kind="none" /> {record['log-status']}
          </span>
        </td>
      </tr>
    );
  }
  const rejected = record.action === 'REJECT';
  const bar = rejected ? 'sm:border-l-[3px] sm:border-l-reject' : '';
  return (
    <tr className={`${ROW} ${rejected ? 'bg-reject-soft max-sm:border-l-[3px] max-sm:border-l-reject' : ''}`}>
      <td className={`${CELL} ${bar} max-sm:row-start-2`}>{time}</td>
      <td className={CELL}>
        <End address={record.srcaddr} port={record.srcport} />
      </td>
      <td className={`${CELL} max-sm:col-span-2`}>
        <span aria-hidden="true" className="text-ink-3 sm:hidden">
          →{' '}
        </span>
        <End address={record.dstaddr} port={record.dstport} />
      </td>
      <td className={`${CELL} text-right max-sm:row-start-2 max-sm:text-left`}>
        {count(record.packets ?? 0)}
        <span className="text-ink-3 sm:hidden"> packets</span>
      </td>
      <td className={`${CELL} hidden text-right md:max-[1179px]:table-cell xl:table-cell`}>
        {count(record.bytes ?? 0)}
      </td>
      <td className={`${CELL} max-sm:row-start-2`}>
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
