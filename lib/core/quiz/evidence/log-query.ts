/** A query over the flow log of one interface: what has been delivered of the stretch by the time somebody looks. */
import { code, type Prose, prose } from '../../explain/prose';
import { DEFAULT_FIELDS } from '../../flowlog/fields';
import { AWS_LOG_LAWS, type LogLaws } from '../../flowlog/log-laws';
import type { WrittenRecord } from '../../flowlog/record';
import { logsOver } from '../../flowlog/scope';
import { type Stretch, writeFlowLog } from '../../flowlog/write';
import type { ParsedWorld } from '../../simulate/parse-world';
import type { Capture } from '../../simulate/simulate';
import type { LogExhibit, LogStream } from './exhibit';

export interface PlayedWorld {
  readonly world: ParsedWorld;
  readonly capture: Capture;
}

/** Everything that can be read of these interfaces at the world's `Now`, in the order of delivery. */
export function readableRecords(
  { world, capture }: PlayedWorld,
  stretch: Stretch,
  interfaceIds: readonly string[],
  laws: LogLaws = AWS_LOG_LAWS,
): readonly WrittenRecord[] {
  const { network, timeline, lostRecords, now = Number.POSITIVE_INFINITY } = world;
  return writeFlowLog(network, capture.crossings, {
    from: stretch.from,
    to: stretch.to,
    interfaceIds,
    laws,
    natCrossings: capture.natCrossings,
    timeline,
    lost: lostRecords,
  }).filter(({ deliveredAt }) => deliveredAt <= now);
}

export function logQuery(played: PlayedWorld, stretch: Stretch, interfaceId: string): LogExhibit {
  const records = readableRecords(played, stretch, [interfaceId]).map((one) => ({ ...one, inferred: [] }));
  const { network, timeline } = played.world;
  const streams = logsOver(network, timeline, undefined).flatMap(({ id, fields }): readonly LogStream[] => {
    const own = records.filter(({ flowLogId }) => flowLogId === id);
    return id === undefined || own.length === 0
      ? []
      : [{ flowLogId: id, fields: fields.length > 0 ? fields : DEFAULT_FIELDS, records: own }];
  });
  return { kind: 'log', interfaceId, ...stretch, streams, notes: notesOn(records) };
}

function notesOn(records: readonly WrittenRecord[]): readonly Prose[] {
  const count = (status: string): number =>
    records.filter(({ record }) => record['log-status'] === status).length;
  const [idle, skipped] = [count('NODATA'), count('SKIPDATA')];
  if (records.length === 0)
    return [
      prose`No log stream has a record of this interface in this stretch. That says nothing of the traffic until the flow logs themselves have been looked at: what they cover and keep, since when, and whether they deliver.`,
    ];
  return [
    ...(idle > 0
      ? [
          prose`${idle} ${plural(idle, 'record')} of ${code('NODATA')}: nothing passed the interface in that window.`,
        ]
      : []),
    ...(skipped > 0
      ? [
          prose`${skipped} ${plural(skipped, 'record')} of ${code('SKIPDATA')}: AWS lost what passed in that window, whatever it was.`,
        ]
      : []),
    prose`Where a record is missing, the filter and the delivery of the flow log decide what that says.`,
  ];
}

const plural = (count: number, word: string): string => (count === 1 ? word : `${word}s`);
