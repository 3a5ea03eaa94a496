/** The first records that a run left, in short: who to whom, and AWS's word. */
import type { WrittenRecord } from '@/lib/core/flowlog/record';
import { Mark } from '../ui/mark';

const MOST = 2;

export function RunRecords({ records }: { readonly records: readonly WrittenRecord[] }) {
  if (records.length === 0) return null;
  return (
    <ul className="mt-1.5 space-y-1 font-mono text-[11.5px]">
      {records.slice(0, MOST).map(({ line, record }) => (
        <li key={line} className="flex items-start gap-1.5">
          <Mark kind={record.action === 'ACCEPT' ? 'accept' : 'reject'} size={12} className="mt-0.5" />
          <span className="min-w-0">
            <span className="whitespace-nowrap">
              {record.srcaddr}:{record.srcport}
            </span>{' '}
            →{' '}
            <span className="whitespace-nowrap">
              {record.dstaddr}:{record.dstport}
            </span>{' '}
            {record.action}
          </span>
        </li>
      ))}
    </ul>
  );
}
