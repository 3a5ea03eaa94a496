/** Values as the console shows them. */
import type { Kind, Value } from './value';

/** `2026-11-23 10:02:03.000`, in UTC; a number that is no date as it is. */
export function formatTimestamp(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime())
    ? String(milliseconds)
    : date.toISOString().replace('T', ' ').replace('Z', '');
}

/** A missing value is the empty text. */
export function formatValue(value: Value, kind: Kind): string {
  if (value === null) return '';
  return kind === 'timestamp' && typeof value === 'number' ? formatTimestamp(value) : String(value);
}
