/**
 * What stands in front of a record when it comes from CloudWatch Logs: the event's time, as exports write it, and after
 * it the log stream's name, as `aws logs tail` prints it, with colours or without; its short format has no zone.
 * https://docs.aws.amazon.com/cli/latest/reference/logs/tail.html
 */
import type { LineEvent } from './line-event';
import { asciiText } from './strings';

const ESCAPE = 27;
const DASH = 45;
const T = 84;
const COLOUR = `(?:${String.fromCharCode(ESCAPE)}\\[[0-9;]*m)*`;
const TIME = '(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)(Z|[+-]\\d\\d:\\d\\d)?';
const STREAM = '(eni-[0-9A-Za-z-]+-(?:all|accept|reject))';
const STAMP = new RegExp(`^${COLOUR}${TIME}${COLOUR}[ \\t]+(?:${COLOUR}${STREAM}${COLOUR}[ \\t]+)?${COLOUR}`);
const LONGEST_STAMP = 160;

export interface Stamp {
  /** How many bytes of the line stand in front of the record. */
  readonly length: number;
  readonly event: LineEvent;
}

export function stampAt(bytes: Uint8Array, from: number): Stamp | undefined {
  if (bytes[from] !== ESCAPE && (bytes[from + 4] !== DASH || bytes[from + 10] !== T)) return undefined;
  const text = asciiText(bytes, from, Math.min(bytes.length, from + LONGEST_STAMP));
  const [whole, time, zone = 'Z', logStreamName] = STAMP.exec(text) ?? [];
  const timestamp = Date.parse(`${time}${zone}`);
  if (whole === undefined || Number.isNaN(timestamp)) return undefined;
  return { length: whole.length, event: { ...(logStreamName && { logStreamName }), timestamp } };
}
