/** The flows of one attempt at an interface, as they were and as they are: the same line may stand for fewer packets. */
import type { FlowLogRecord, WrittenRecord } from '../flowlog/record';
import type { FlowComparison, FlowSize } from './view';

/** A flow in all its windows. */
interface Flow {
  readonly record: FlowLogRecord;
  readonly size: FlowSize;
}

/** Both ways, in order of time; what is gone stands last. */
export function flowsOfFirstAttempt(
  before: readonly WrittenRecord[],
  after: readonly WrittenRecord[],
): readonly FlowComparison[] {
  const [was, is] = [flowsOf(before), flowsOf(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key): readonly FlowComparison[] => {
    const record = (is.get(key) ?? was.get(key))?.record;
    if (!record?.action) return [];
    return [
      {
        source: endOf(record.srcaddr, record.srcport),
        destination: endOf(record.dstaddr, record.dstport),
        action: record.action,
        before: was.get(key)?.size,
        after: is.get(key)?.size,
      },
    ];
  });
}

function flowsOf(records: readonly WrittenRecord[]): ReadonlyMap<string, Flow> {
  const flows = new Map<string, Flow>();
  const attempt = records[0] && attemptOf(records[0].record);
  for (const { record } of records) {
    if (attemptOf(record) !== attempt) continue;
    const key = `${record['flow-direction']} ${record.action}`;
    const { packets, bytes } = flows.get(key)?.size ?? { packets: 0, bytes: 0 };
    const size = { packets: packets + (record.packets ?? 0), bytes: bytes + (record.bytes ?? 0) };
    flows.set(key, { record, size });
  }
  return flows;
}

/** The client's end, whichever way the record looks: each attempt has a port of its own. */
function attemptOf(record: FlowLogRecord): string {
  return record['flow-direction'] === 'ingress'
    ? endOf(record.srcaddr, record.srcport)
    : endOf(record.dstaddr, record.dstport);
}

function endOf(address: string | null, port: number | null): string {
  return `${address ?? ''}:${port ?? ''}`;
}
