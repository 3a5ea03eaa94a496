/** Writes the flow logs of a network: what a Capture leaves behind, record by record, in the order of delivery. */
import { TCP } from '../net/protocol';
import type { Rule } from '../rules/rule';
import type { Crossing, NatCrossing, Passage } from '../simulate/trace';
import type { Network } from '../vpc/network';
import { aggregate, type Flow, stampedPerWindow, type Windows, windowOf } from './aggregate';
import { deliveredAt } from './delivery/delivery-time';
import { emptyRecord, flowRecord } from './flow-record';
import { AWS_LOG_LAWS, type LogLaws } from './log-laws';
import { metadataOf } from './metadata';
import type { FieldName, FlowLogRecord, WrittenRecord } from './record';
import { LOG_FLAGS_NOT_TCP, LOG_NODATA_CADENCE } from './rules';
import { aggregationInterval, type Log, logsOver, type Moment } from './scope';
import { isAtInterface, type Present, type Seen, subjectId, subjectsOver } from './subject';
import { formatRecord } from './text';

export interface Stretch {
  /** Milliseconds since 1970: windows that lie wholly inside are written, idle ones as NODATA. */
  readonly from: number;
  readonly to: number;
}

export interface WriteOptions extends Stretch {
  /** A format in place of the logs' own. */
  readonly fields?: readonly FieldName[];
  readonly laws?: LogLaws;
  /** Only what these interfaces (or regional NAT gateways) write; all of them when left out. */
  readonly interfaceIds?: readonly string[];
  /** What passed regional NAT gateways. */
  readonly natCrossings?: readonly NatCrossing[];
  /** The network as later changes leave it: logs and interfaces come and go. */
  readonly timeline?: readonly Moment[];
  /** Stretches of which AWS lost the records of an interface. */
  readonly lost?: readonly LostRecords[];
}

export interface LostRecords extends Stretch {
  readonly networkInterfaceId: string;
}

export function writeFlowLog(
  network: Network,
  crossings: readonly Crossing[],
  options: WriteOptions,
): readonly WrittenRecord[] {
  const { fields, laws = AWS_LOG_LAWS, interfaceIds, natCrossings = [], timeline = [] } = options;
  const seenBy = groupBySubject([...crossings, ...natCrossings].filter(laws.writes));
  const subjects = subjectsOver(network, timeline).filter(
    ({ subject }) => interfaceIds?.includes(subjectId(subject)) ?? true,
  );
  const written = logsOver(network, timeline, fields).flatMap((log) =>
    subjects
      .filter(({ subject }) => log.covers(subject))
      .flatMap((present) =>
        writeOne({ ...present, log, laws }, seenBy.get(subjectId(present.subject)) ?? [], options),
      ),
  );
  // A stable sort keeps the interfaces in the document's order within one window.
  return written.sort((a, b) => a.windowEnd - b.windowEnd);
}

interface Place extends Present {
  readonly log: Log;
  readonly laws: LogLaws;
}

/** One log's records of one interface. */
function writeOne(place: Place, seen: readonly Seen[], options: WriteOptions): readonly WrittenRecord[] {
  const { network, log, subject, laws } = place;
  const interval = aggregationInterval(log, subject);
  const length = interval * 1000;
  const phase = (Number.isFinite(log.createdAt) ? log.createdAt : 0) + laws.windowOffset * length;
  const windows: Windows = { interval, phase };
  const isShown = (start: number): boolean =>
    start >= options.from &&
    start + length <= options.to &&
    start >= log.createdAt &&
    start + length <= log.deletedAt &&
    start + length > place.from &&
    start < place.until;
  const isLost = (start: number): boolean =>
    (options.lost ?? []).some(
      ({ networkInterfaceId, from, to }) =>
        networkInterfaceId === subjectId(subject) && from < start + length && start < to,
    );
  const metadata = metadataOf(network, log, subject);
  const line = (record: FlowLogRecord, start: number, inferred: readonly Rule[]): WrittenRecord => ({
    interfaceId: subjectId(subject),
    flowLogId: log.id,
    record,
    line: formatRecord(record, log.fields),
    windowEnd: start + length,
    deliveredAt: deliveredAt(log, start + length),
    inferred,
  });
  const own = aggregate(seen, windows, laws);
  const flows = laws.stampsPerWindow ? stampedPerWindow(own) : own;
  const records = flows
    .filter(({ windowStart, action }) => isShown(windowStart) && !isLost(windowStart) && writes(log, action))
    .map((flow) =>
      line(flowRecord(network, metadata, flow, laws), flow.windowStart, inferredIn(flow, log.fields)),
    );
  const busy = new Set(flows.map(({ windowStart }) => windowStart));
  for (let start = windowOf(options.from, windows); start < options.to; start += length) {
    if (!isShown(start)) continue;
    if (isLost(start))
      records.push(line(emptyRecord(metadata, 'SKIPDATA', start / 1000, interval), start, []));
    else if (!busy.has(start) && log.trafficType === 'ALL' && laws.writesNoData)
      records.push(
        line(emptyRecord(metadata, 'NODATA', start / 1000, interval), start, [LOG_NODATA_CADENCE]),
      );
  }
  return records;
}

function writes({ trafficType }: Log, action: Passage['action']): boolean {
  return trafficType === 'ALL' || trafficType === action;
}

/** What a record rests on, as far as its format shows it. */
function inferredIn({ inferred, sample }: Flow, fields: readonly FieldName[]): readonly Rule[] {
  const showsFlags = sample.packet.protocol !== TCP && fields.includes('tcp-flags');
  return showsFlags ? [...inferred, LOG_FLAGS_NOT_TCP] : [...inferred];
}

function groupBySubject(seen: readonly Seen[]): ReadonlyMap<string, readonly Seen[]> {
  const groups = new Map<string, Seen[]>();
  for (const one of seen) {
    const id = isAtInterface(one) ? one.networkInterface.id : one.natGateway.id;
    const group = groups.get(id);
    if (group) group.push(one);
    else groups.set(id, [one]);
  }
  return groups;
}
