/** A flow log as its reader sees it: the lines that can be read at a moment, each by the fields of its own format. */
import { DEFAULT_FIELDS } from '../flowlog/fields';
import type { LogLaws } from '../flowlog/log-laws';
import type { FieldName } from '../flowlog/record';
import { logsOver } from '../flowlog/scope';
import { type Stretch, writeFlowLog } from '../flowlog/write';
import type { ParsedWorld } from '../simulate/parse-world';
import type { Capture } from '../simulate/simulate';

export interface LogLine {
  readonly interfaceId: string;
  readonly line: string;
  /** By the name of a field; undefined where the format does not have it. */
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
}

export function readableLines(
  { network, timeline, lostRecords, now = Number.POSITIVE_INFINITY }: ParsedWorld,
  { crossings, natCrossings }: Capture,
  stretch: Stretch & { readonly interfaceIds?: readonly string[] },
  laws: LogLaws,
): readonly LogLine[] {
  const formats = new Map(logsOver(network, timeline, undefined).map(({ id, fields }) => [id, fields]));
  const written = writeFlowLog(network, crossings, {
    ...stretch,
    laws,
    natCrossings,
    timeline,
    lost: lostRecords,
  });
  return written
    .filter(({ deliveredAt }) => deliveredAt <= now)
    .map(({ interfaceId, line, flowLogId }) => {
      const names = formats.get(flowLogId) ?? DEFAULT_FIELDS;
      const words = line.split(' ');
      return { interfaceId, line, fields: Object.fromEntries(names.map((name, i) => [name, words[i]])) };
    });
}
