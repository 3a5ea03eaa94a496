/**
 * What a query computes with: numbers, text and "missing". Logs are text, so a text that reads as a number is one
 * wherever a number is asked for: AWS's own samples write `status="200"` and `statusCode in [300,400,500]` for the
 * same kind of field. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Filter.html
 */

/** `null` is a field that the event does not have; a condition is 1 or 0, as AWS shows it. */
export type Value = number | string | null;

/** A timestamp is a number of milliseconds since 1970 that is shown as a date. */
export type Kind = 'number' | 'text' | 'timestamp';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The number a value is or reads as; `null` for the rest. */
export function toNumber(value: Value): number | null {
  if (typeof value === 'number') return value;
  return value !== null && NUMBER.test(value) ? finite(Number(value)) : null;
}

/** Division by zero, the logarithm of nothing and overflow have no number to show. */
export function finite(number: number): number | null {
  return Number.isFinite(number) ? number : null;
}

/** Missing is the empty text. */
export function toText(value: Value): string {
  return value === null ? '' : String(value);
}

export function isTrue(value: Value): boolean {
  return value !== null && value !== 0 && value !== '';
}

/** Two texts are equal letter by letter; a number equals a text that reads as it. Nothing equals a missing field. */
export function isEqual(a: Value, b: Value): boolean {
  if (a === null || b === null) return false;
  if (typeof a === typeof b) return a === b;
  return toNumber(a) === toNumber(b);
}

/** Negative when `a` comes first: as numbers when both are, else as texts by code unit; `undefined` when one is missing. */
export function compare(a: Value, b: Value): number | undefined {
  if (a === null || b === null) return undefined;
  const left = toNumber(a);
  const right = toNumber(b);
  if (left !== null && right !== null) return left - right;
  const one = toText(a);
  const other = toText(b);
  return one < other ? -1 : one > other ? 1 : 0;
}
