/** Predicted records as they are typed, and as the engine takes them. Pure. */
import type { PredictedRecord } from '@/lib/core/quiz/score/record-credit';

export const FIELDS = [
  'interface-id',
  'srcaddr',
  'srcport',
  'dstaddr',
  'dstport',
  'protocol',
  'action',
] as const;
export type Field = (typeof FIELDS)[number];

export type Row = Readonly<Record<Field, string>>;

export const EMPTY: Row = {
  'interface-id': '',
  srcaddr: '',
  srcport: '',
  dstaddr: '',
  dstport: '',
  protocol: '6',
  action: 'ACCEPT',
};

/** Ports and protocol are numbers; what is no number is none. */
export function recordOf(row: Row): PredictedRecord {
  const number = (text: string): number | null =>
    /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : null;
  return {
    'interface-id': row['interface-id'],
    srcaddr: row.srcaddr.trim(),
    dstaddr: row.dstaddr.trim(),
    srcport: number(row.srcport),
    dstport: number(row.dstport),
    protocol: number(row.protocol),
    action: row.action === 'REJECT' ? 'REJECT' : 'ACCEPT',
  };
}

/** The first field that is still empty; undefined: the row is whole. */
export function lackIn(row: Row): Field | undefined {
  return FIELDS.find((field) => row[field].trim() === '');
}
