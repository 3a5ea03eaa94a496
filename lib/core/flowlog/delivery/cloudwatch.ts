/**
 * Records as CloudWatch Logs keeps them: one stream for each interface in the log's group.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html
 */
import type { Rule } from '../../rules/rule';
import type { FlowLog } from '../../vpc/flow-log';
import type { WrittenRecord } from '../record';

export const LOG_STREAM_NAME: Rule = {
  id: 'flowlog.stream-name',
  says: 'The log stream of an interface is named by its id and by what the flow log writes: eni-…-all, -accept or -reject.',
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

/** Records of one flow log, in the order in which they come. */
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
