/** Records as a table; where it is narrow each record is two lines. NODATA rows stand as what they are. */
import type { WrittenRecord } from '@/lib/core/flowlog/record';
import { Mark } from '../ui/mark';
import { count, seconds } from '../ui/time-text';
import { ActionText } from './action-text';
import { FieldHelp } from './field-help';

interface RecordTableProps {
  readonly records: readonly WrittenRecord[];
  readonly scope: string;
  readonly caption: string;
}

const HEAD =
  'bg-surface text-ink-3 text-xs whitespace-nowrap font-[550] @lg/records:sticky @lg/records:top-0 focus-within:z-10 hover:z-10 @lg/records:px-2 @lg/records:py-1.5';
const CELL =
  'whitespace-nowrap @lg/records:border-line @lg/records:border-t @lg/records:px-2 @lg/records:py-1';
/** Sender and receiver in the first line, the rest in the second; where even that is too long, the receiver wraps. */
const ROW =
  '@max-lg/records:flex @max-lg/records:flex-wrap @max-lg/records:items-baseline @max-lg/records:gap-x-3 @max-lg/records:border-line @max-lg/records:border-t @max-lg/records:px-3.5 @max-lg/records:py-1.5 @max-lg/records:before:order-1 @max-lg/records:before:basis-full';
const SECOND_LINE = '@max-lg/records:order-2';
const WIDE_ONLY = 'hidden @min-[36.5rem]/records:table-cell';
/** The bar of a refused packet lies on the row and moves nothing. */
const BAR = 'bg-reject-soft @max-lg/records:shadow-[inset_3px_0_0_var(--reject)]';
const BAR_CELL = '@lg/records:shadow-[inset_3px_0_0_var(--reject)]';

export function RecordTable({ records, scope, caption }: RecordTableProps) {
  return (
    <table className="w-full border-separate border-spacing-0 text-[13px] @max-lg/records:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="@max-lg/records:block">
        <tr className="relative @max-lg/records:flex @max-lg/records:flex-wrap @max-lg/records:gap-x-3 @max-lg/records:px-3.5 @max-lg/records:pb-1">
          <th scope="col" className={`${HEAD} text-left @lg/records:pl-3.5`}>
            <FieldHelp name="start" scope={scope} />
          </th>
          <th scope="col" className={`${HEAD} text-left`}>
            <FieldHelp name="srcaddr" scope={scope} />
            <Port />
          </th>
          <th scope="col" className={`${HEAD} text-left`}>
            <FieldHelp name="dstaddr" scope={scope} />
            <Port />
          </th>
          <th scope="col" className={`${HEAD} text-right`}>
            <FieldHelp name="packets" scope={scope} align="right" />
          </th>
          <th scope="col" className={`${HEAD} ${WIDE_ONLY} text-right`}>
            <FieldHelp name="bytes" scope={scope} align="right" />
          </th>
          <th scope="col" className={`${HEAD} text-left`}>
            <FieldHelp name="action" scope={scope} align="right" />
          </th>
        </tr>
      </thead>
      <tbody className="font-mono text-[12px] tabular-nums @max-lg/records:block">
        {records.map((written) => (
          <RecordRow key={written.line} written={written} />
        ))}
      </tbody>
    </table>
  );
}

function Port() {
  return <span className="font-normal @max-lg/records:hidden"> : port</span>;
}

function RecordRow({ written: { record } }: { readonly written: WrittenRecord }) {
  const time = seconds(record.start * 1000);
  if (record.action === null) {
    return (
      <tr className={`${ROW} text-none`}>
        <td className={`${CELL} @lg/records:pl-3.5`}>{time}</td>
        <td className={CELL} colSpan={5}>
          <span className="inline-flex items-center gap-1.5">
            <Mark kind="none" /> {record['log-status']}
          </span>
        </td>
      </tr>
    );
  }
  const rejected = record.action === 'REJECT';
  return (
    <tr className={`${ROW} ${rejected ? BAR : ''}`}>
      <td className={`${CELL} ${SECOND_LINE} @lg/records:pl-3.5 ${rejected ? BAR_CELL : ''}`}>{time}</td>
      <td className={CELL}>
        <End address={record.srcaddr} port={record.srcport} />
      </td>
      <td className={CELL}>
        <span aria-hidden="true" className="text-ink-3 @lg/records:hidden">
          →{' '}
        </span>
        <End address={record.dstaddr} port={record.dstport} />
      </td>
      <td className={`${CELL} ${SECOND_LINE} text-right`}>
        {count(record.packets ?? 0)}
        <span className="text-ink-3 @lg/records:hidden"> packets</span>
      </td>
      <td className={`${CELL} ${WIDE_ONLY} text-right`}>{count(record.bytes ?? 0)}</td>
      <td className={`${CELL} ${SECOND_LINE} @max-lg/records:ml-auto`}>
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
