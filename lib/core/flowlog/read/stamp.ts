/**
 * What stands in front of a record when it comes from CloudWatch Logs: the event's time, as exports write it, and after
 * it the log stream's name, as `aws logs tail` prints it. https://docs.aws.amazon.com/cli/latest/reference/logs/tail.html
 */
import { asciiText } from './strings';

const STAMP =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)[ \t]+(?:eni-[0-9A-Za-z]+-(?:all|accept|reject)[ \t]+)?/;
const LONGEST_STAMP = 120;
const DASH = 45;
const T = 84;

/** How many bytes of the line that begins there stand in front of the record. */
export function stampLength(bytes: Uint8Array, from: number): number {
  if (bytes[from + 4] !== DASH || bytes[from + 10] !== T) return 0;
  const text = asciiText(bytes, from, Math.min(bytes.length, from + LONGEST_STAMP));
  return STAMP.exec(text)?.[0].length ?? 0;
}
