/**
 * When a record can be read: AWS delivers after the window has ended, by best effort.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
import type { Rule } from '../../rules/rule';
import type { Log } from '../scope';

export const LOG_DELIVERY_DELAY: Rule = {
  id: 'flowlog.delivery-delay',
  says: 'After its window a record takes about 5 minutes to CloudWatch Logs and about 10 minutes to Amazon S3.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html',
};

const MINUTE = 60_000;

/** Milliseconds. For Firehose AWS gives no figure: taken for as long as CloudWatch Logs. */
export const DELIVERY_DELAY: Readonly<Record<Log['destination']['type'], number>> = {
  'cloud-watch-logs': 5 * MINUTE,
  s3: 10 * MINUTE,
  'kinesis-data-firehose': 5 * MINUTE,
};

/** Milliseconds since 1970; infinity while delivery fails. */
export function deliveredAt({ destination, deliveryError }: Log, windowEnd: number): number {
  return deliveryError === undefined
    ? windowEnd + DELIVERY_DELAY[destination.type]
    : Number.POSITIVE_INFINITY;
}
