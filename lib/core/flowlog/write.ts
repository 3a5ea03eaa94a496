/** Writes the flow logs of a network: what a Capture leaves behind, record by record, in the order of delivery. */
import { TCP } from '../net/protocol';
import type { Rule } from '../rules/rule';
import type { Crossing, NatCrossing, Passage } from '../simulate/trace';
import type { Network } from '../vpc/network';
import { aggregate, type Flow, stampedPerWindow } from './aggregate';
import { deliveredAt } from './delivery/delivery-time';
import { blankRecord, emptyRecord, flowRecord } from './flow-record';
import { AWS_LOG_LAWS, type LogLaws } from './log-laws';
import { metadataOf } from './metadata';
import type { FieldName, FlowLogRecord, WrittenRecord } from './record';
import { LOG_CUT_OFF, LOG_FLAGS_NOT_TCP, LOG_MOMENT, LOG_NODATA_CADENCE } from './rules';
import { aggregationInterval, type Log, logsOver, type Moment } from './scope';
import { isAtInterface, type Present, type Seen, type Span, spanAt, subjectsOver } from './subject';
import { formatRecord } from './text';
import { type Window, Windows } from './windows';

export interface Stretch {
  /** Milliseconds since 1970: windows that lie wholly inside are written, idle ones as NODATA. */
  readonly from: number;
  readonly to: number;
}

export interface WriteOptions extends Stretch {
  /** What was seen until `to` in windows that reach over an end of the stretch is written as well. */
  readonly isPartial?: boolean;
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
  const subjects = subjectsOver(network, timeline).filter(({ id }) => interfaceIds?.includes(id) ?? true);
  const written = logsOver(network, timeline, fields).flatMap((log) =>
    subjects
      .filter(({ spans: [{ subject }] }) => log.covers(subject))
      .flatMap((present) => writeOne({ present, log, laws }, seenBy.get(present.id) ?? [], options)),
  );
  // A stable sort keeps the interfaces in the document's order within one window.
  return written.sort((a, b) => a.windowEnd - b.windowEnd);
}

/** One log's records of one place. */
function writeOne(place: Place, seen: readonly Seen[], options: WriteOptions): readonly WrittenRecord[] {
  const { log, laws, present } = place;
  const windows = windowsOf(place);
  const own = aggregate(
    seen.filter(({ at }) => at < log.deletedAt && !(options.isPartial && at >= options.to)),
    (moment) => windows.at(moment),
    laws,
  );
  const flows = laws.stampsPerWindow ? stampedPerWindow(own) : own;
  const describe = describer(place);
  const isLost = ({ start, end }: Window): boolean =>
    (options.lost ?? []).some(
      ({ networkInterfaceId, from, to }) => networkInterfaceId === present.id && from < end && start < to,
    );
  const line = (record: FlowLogRecord, window: Window, inferred: readonly Rule[]): WrittenRecord => ({
    interfaceId: present.id,
    flowLogId: log.id,
    record,
    line: formatRecord(record, log.fields),
    windowEnd: window.end,
    deliveredAt: deliveredAt(log, window.end),
    inferred: [...inferred, ...describe.inferredIn(window), ...(window.isCutOff ? [LOG_CUT_OFF] : [])],
  });
  const records = flows
    .filter(({ window, action }) => isShown(window, place, options) && !isLost(window) && writes(log, action))
    .map((flow) => {
      const { network, blank } = describe.at(flow.firstAt);
      return line(flowRecord(network, blank, flow, laws), flow.window, inferredIn(flow, log.fields));
    });
  const busy = new Set(flows.map(({ window }) => window.start));
  for (const window of windows.between(options.from, options.to)) {
    const isBusy = busy.has(window.start);
    if (!isShown(window, place, { ...options, isPartial: options.isPartial && isBusy })) continue;
    // Of a window that the log's end cut off, nothing is told but what was seen in it.
    if (window.isCutOff && !isBusy) continue;
    const { blank } = describe.at(window.start);
    if (isLost(window)) records.push(line(emptyRecord(blank, 'SKIPDATA', window), window, []));
    else if (!isBusy && log.trafficType === 'ALL' && laws.writesNoData)
      records.push(line(emptyRecord(blank, 'NODATA', window), window, [LOG_NODATA_CADENCE]));
  }
  return records;
}

interface Place {
  readonly present: Present;
  readonly log: Log;
  readonly laws: LogLaws;
}

/** A place is aggregated over another interval when its interface moves to or from a Nitro instance. */
function windowsOf({ present, log, laws }: Place): Windows {
  const begin = Number.isFinite(log.createdAt) ? log.createdAt : 0;
  const grids = present.spans.map(({ from, subject }) => {
    const interval = aggregationInterval(log, subject);
    return { from, interval, phase: begin + laws.windowOffset * interval * 1000 };
  });
  return new Windows(grids, log.deletedAt);
}

function isShown({ start, end }: Window, { log, present }: Place, options: WriteOptions): boolean {
  const { from, to, isPartial = false } = options;
  const isInside = isPartial ? end > from && start < to : start >= from && end <= to;
  const wasThere = end > present.spans[0].from && start < present.until;
  return isInside && wasThere && start >= log.createdAt;
}

/** What a place was like at a moment, worked out once for each change. */
function describer({ present, log }: Place) {
  const known = new Map<Span, FlowLogRecord>();
  const blankIn = (span: Span): FlowLogRecord => {
    const blank = known.get(span) ?? blankRecord(metadataOf(span.network, log, span.subject));
    known.set(span, blank);
    return blank;
  };
  const textAt = (at: number): string => formatRecord(blankIn(spanAt(present, at)), log.fields);
  return {
    at(moment: number) {
      const span = spanAt(present, moment);
      return { network: span.network, blank: blankIn(span) };
    },
    /** Which of several descriptions stands in the record is open only where the window saw several. */
    inferredIn({ start, end }: Window): readonly Rule[] {
      const changes = present.spans.filter(({ from }) => start < from && from < end);
      return changes.some(({ from }) => textAt(from) !== textAt(start)) ? [LOG_MOMENT] : [];
    },
  };
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
