/** What the first attempt leaves at the target: who to whom, AWS's word, and how the flow has changed. */
import type { FlowComparison, FlowSize } from '@/lib/core/quiz/view';
import { Mark } from '../ui/mark';
import { count } from '../ui/time-text';

export function RunRecords({ flows }: { readonly flows: readonly FlowComparison[] }) {
  if (flows.length === 0) return null;
  return (
    <ul className="mt-1.5 space-y-1.5 font-mono text-[11.5px]">
      {flows.map(({ source, destination, action, before, after }) => (
        <li key={`${source} ${action}`} className="flex items-start gap-1.5">
          <Mark
            kind={!after ? 'none' : action === 'ACCEPT' ? 'accept' : 'reject'}
            size={12}
            className="mt-[3px]"
          />
          <span className="min-w-0">
            <span className={after ? '' : 'line-through'}>
              <span className="whitespace-nowrap">{source}</span> →{' '}
              <span className="whitespace-nowrap">{destination}</span> {action}
            </span>
            <span className="block font-sans text-ink-3 text-xs">{sizeText(before, after)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** "5 → 8 packets, 300 → 4,212 bytes"; one number where nothing changed. */
function sizeText(before: FlowSize | undefined, after: FlowSize | undefined): string {
  if (!after) return `${packets(before?.packets ?? 0)} before, gone now`;
  if (!before || before.packets === after.packets) return `${packets(after.packets)}, ${bytes(after.bytes)}`;
  return `${count(before.packets)} → ${packets(after.packets)}, ${count(before.bytes)} → ${bytes(after.bytes)}`;
}

function packets(value: number): string {
  return value === 1 ? '1 packet' : `${count(value)} packets`;
}

function bytes(value: number): string {
  return `${count(value)} bytes`;
}
