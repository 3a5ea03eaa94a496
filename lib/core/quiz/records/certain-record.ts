/** Records that are certain: written alike under every reading of what AWS leaves open, whose fields can be asked for. */
import type { WrittenRecord } from '../../flowlog/record';
import type { Stretch } from '../../flowlog/write';
import { HIDDEN_FIELDS, type HiddenField } from '../../scenario/hidden-field';
import { LOG_LAWS, PACKET_LAWS } from '../../scenario/readings';
import type { ParsedWorld } from '../../simulate/parse-world';
import { type Capture, simulate } from '../../simulate/simulate';
import { writtenOf } from './written-under';

/** Ours first, then every other reading of what becomes of packets. */
export function capturesOf(world: ParsedWorld): readonly Capture[] {
  return PACKET_LAWS.map((laws) => simulate(world, laws));
}

/** Written alike under every reading, flags and all. */
export function certainAt(
  world: ParsedWorld,
  captures: readonly Capture[],
  stretch: Stretch,
  interfaceId: string,
): readonly WrittenRecord[] {
  const logs = captures.flatMap((capture) =>
    LOG_LAWS.map((laws) => writtenOf(world, capture, stretch, laws, [interfaceId])),
  );
  const values = logs.map(valuesOf);
  // Ours is the first of all readings.
  const [ours = []] = logs;
  return ours.filter(
    (record) =>
      record.inferred.length === 0 &&
      values.every((log) => {
        const same = log.get(flowOf(record));
        return same !== undefined && HIDDEN_FIELDS.every((field) => same[field] === printed(record, field));
      }),
  );
}

type Values = Readonly<Record<HiddenField, string>>;

/** A flow of several windows counts where all of them say the same; else it has several answers. */
export function valuesOf(records: readonly WrittenRecord[]): ReadonlyMap<string, Values> {
  const seen = new Map<string, Values | undefined>();
  for (const record of records) {
    const key = flowOf(record);
    const values: Values = {
      srcaddr: printed(record, 'srcaddr'),
      dstaddr: printed(record, 'dstaddr'),
      'tcp-flags': printed(record, 'tcp-flags'),
    };
    const before = seen.has(key) ? seen.get(key) : values;
    const isSame = before && HIDDEN_FIELDS.every((field) => before[field] === values[field]);
    seen.set(key, isSame ? values : undefined);
  }
  return new Map([...seen].flatMap(([key, values]) => (values ? [[key, values] as const] : [])));
}

/** Which flow a record tells of, by what no belief about addresses and flags changes. */
export function flowOf({ interfaceId, record }: WrittenRecord): string {
  return [
    interfaceId,
    record['flow-direction'],
    record['pkt-srcaddr'],
    record['pkt-dstaddr'],
    record.srcport,
    record.dstport,
    record.protocol,
    record.action,
  ].join(' ');
}

export function printed({ record }: WrittenRecord, field: HiddenField): string {
  return String(record[field] ?? '-');
}
