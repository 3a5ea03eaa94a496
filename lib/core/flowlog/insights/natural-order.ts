/**
 * The order of `sort`: what is no number comes before all numbers, and digits inside a text count as one number.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Sort.html
 */
import { toNumber, type Value } from './value';

/** What two values are ordered by: a text that reads as a number is a number. */
export function sortKey(value: Value): Value {
  return typeof value === 'string' ? (toNumber(value) ?? value) : value;
}

/** Ascending, over `sortKey`s. A missing value is no number and comes first; AWS does not say where. */
export function compareKeys(a: Value, b: Value): number {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : 1;
  if (typeof b === 'number') return -1;
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compareTexts(a, b);
}

function compareTexts(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (isDigit(a, i) && isDigit(b, j)) {
      const one = digitsFrom(a, i);
      const other = digitsFrom(b, j);
      // The longer number is the greater one, as AWS has it also for leading zeros.
      if (one.length !== other.length) return one.length - other.length;
      if (one !== other) return one < other ? -1 : 1;
      i += one.length;
      j += other.length;
    } else {
      const difference = a.charCodeAt(i++) - b.charCodeAt(j++);
      if (difference !== 0) return difference;
    }
  }
  return a.length - i - (b.length - j);
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function digitsFrom(text: string, from: number): string {
  let to = from;
  while (to < text.length && isDigit(text, to)) to++;
  return text.slice(from, to);
}
