/** Filter chips: what they let through, and the same as a CloudWatch Logs Insights query. Pure. */
import { insightsName } from '@/lib/core/flowlog/insights/field-names';
import type { WrittenRecord } from '@/lib/core/flowlog/record';

/** `port` and `address` stand for either side. */
export interface Chip {
  readonly field: string;
  readonly value: string;
}

const EITHER: Readonly<Record<string, readonly [string, string]>> = {
  port: ['srcport', 'dstport'],
  address: ['srcaddr', 'dstaddr'],
};

/** What a chip can be made of: what people look for in a log, by the names of its fields. */
export const CHIP_FIELDS = [
  'address',
  'port',
  'action',
  'protocol',
  'log-status',
  'srcaddr',
  'dstaddr',
  'srcport',
  'dstport',
] as const;

export function passes({ record }: WrittenRecord, chips: readonly Chip[]): boolean {
  return chips.every(({ field, value }) =>
    (EITHER[field] ?? [field]).some((name) => textOf(fieldOf(record, name)) === value),
  );
}

/** undefined: the record has no such field. */
export function fieldOf(record: WrittenRecord['record'], name: string): unknown {
  return Object.entries(record).find(([field]) => field === name)?.[1];
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '-' : String(value);
}

/** The values that a field has in these records, the most frequent first. */
export function valuesOf(records: readonly WrittenRecord[], field: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const { record } of records)
    for (const name of EITHER[field] ?? [field]) {
      const value = textOf(fieldOf(record, name));
      if (value !== '-') counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

const SHOWN = ['start', 'srcaddr', 'srcport', 'dstaddr', 'dstport', 'protocol', 'packets', 'bytes', 'action'];

export function queryOf(chips: readonly Chip[], fields: readonly string[]): string {
  const shown = SHOWN.filter((field) => fields.includes(field)).map(insightsName);
  const filters = chips.map(condition);
  return [
    `fields @timestamp, ${shown.filter((name) => name !== 'start').join(', ')}`,
    ...(filters.length > 0 ? [`| filter ${filters.join(' and ')}`] : []),
    '| sort @timestamp desc',
  ].join('\n');
}

function condition({ field, value }: Chip): string {
  const one = (name: string): string =>
    `${insightsName(name)} = ${/^\d+$/.test(value) ? value : `"${value}"`}`;
  const either = EITHER[field];
  return either ? `(${either.map(one).join(' or ')})` : one(field);
}
