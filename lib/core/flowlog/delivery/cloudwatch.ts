/**
 * Records as CloudWatch Logs keeps them: one stream for each interface in the log's group.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html
 */
import type { Rule } from '../../rules/rule';
import type { FlowLog } from '../../vpc/flow-log';
import { groupBy } from '../../vpc/index-by';
import type { WrittenRecord } from '../record';

export const LOG_STREAM_NAME: Rule = {
  id: 'flowlog.stream-name',
  says: 'The log stream of an interface is named by its id and by what the flow logs of the group write into it: eni-…-all, -accept or -reject.',
  standing: 'inferred',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html',
};

/** One log event, as `aws logs filter-log-events` prints it. Times in milliseconds since 1970. */
export interface LogEvent {
  readonly logStreamName: string;
  /** When the record starts, not when it came. */
  readonly timestamp: number;
  readonly message: string;
  readonly ingestionTime: number;
}

/**
 * All records that come to one log group, in their order: an interface has one stream there, however many flow logs write
 * into it, and the stream of one for ACCEPT and one for REJECT has all traffic.
 */
export function logStreams(
  records: readonly WrittenRecord[],
  trafficTypeOf: (record: WrittenRecord) => FlowLog['trafficType'],
): ReadonlyMap<string, readonly LogEvent[]> {
  const streams = new Map<string, readonly LogEvent[]>();
  for (const own of groupBy(records, ({ interfaceId }) => interfaceId).values()) {
    const [type = 'ALL', ...others] = new Set(own.map(trafficTypeOf));
    const events = logEvents(own, others.length === 0 ? type : 'ALL');
    streams.set(events[0]?.logStreamName ?? '', events);
  }
  return streams;
}

/** Records that come to one stream, or to those of several interfaces, in their order. */
export function logEvents(
  records: readonly WrittenRecord[],
  trafficType: FlowLog['trafficType'],
): readonly LogEvent[] {
  return records.map(({ interfaceId, record, line, deliveredAt }) => ({
    logStreamName: `${interfaceId}-${trafficType.toLowerCase()}`,
    timestamp: record.start * 1000,
    message: line,
    ingestionTime: deliveredAt,
  }));
}
