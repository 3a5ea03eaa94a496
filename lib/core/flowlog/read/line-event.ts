/**
 * What CloudWatch Logs keeps of an event beside its message, as far as a file tells it.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilteredLogEvent.html
 */

/** Times in milliseconds since 1970. */
export interface LineEvent {
  readonly logStreamName?: string;
  readonly timestamp?: number;
  readonly ingestionTime?: number;
}

/** The event with one time more, where the text is one. */
export function withNumber(
  event: LineEvent | undefined,
  key: 'timestamp' | 'ingestionTime',
  text: string,
): LineEvent | undefined {
  const number = Number(text);
  return Number.isSafeInteger(number) && number >= 0 ? { ...event, [key]: number } : event;
}

export function isTime(key: string): key is 'timestamp' | 'ingestionTime' {
  return key === 'timestamp' || key === 'ingestionTime';
}
