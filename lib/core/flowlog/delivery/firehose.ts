/**
 * Records as Amazon Data Firehose carries them: the line inside a JSON object, one object after the other.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-firehose.html
 */
import type { WrittenRecord } from '../record';

/** Firehose puts nothing between the objects; whoever reads them must find where each ends. */
export function firehoseText(records: readonly WrittenRecord[]): string {
  return records.map(({ line }) => JSON.stringify({ message: line })).join('');
}
