/** Which flow logs there are, what they cover, and over how long a window each of them is aggregated. */
import type { FlowLog } from '../vpc/flow-log';
import type { Network } from '../vpc/network';
import { DEFAULT_FIELDS } from './fields';
import type { FieldName } from './record';
import { isCovered, type Subject } from './subject';

export interface Log
  extends Pick<FlowLog, 'trafficType' | 'maxAggregationInterval' | 'tagKeys' | 'destination'> {
  /** undefined: the log that covers everything when the document has none. */
  readonly id: string | undefined;
  readonly fields: readonly FieldName[];
  readonly createdAt: number;
  readonly deletedAt: number;
  readonly deliveryError: string | undefined;
  covers(subject: Subject): boolean;
}

/** What is logged where a document has no flow log: everything, in the default format. */
const EVERYTHING: Omit<Log, 'fields'> = {
  id: undefined,
  trafficType: 'ALL',
  createdAt: Number.NEGATIVE_INFINITY,
  deletedAt: Number.POSITIVE_INFINITY,
  maxAggregationInterval: 60,
  tagKeys: { instance: [], 'network-interface': [], 'auto-scaling-group': [] },
  destination: {
    type: 'cloud-watch-logs',
    name: '',
    fileFormat: 'plain-text',
    hivePartitions: false,
    hourlyPartitions: false,
  },
  deliveryError: undefined,
  covers: () => true,
};

/** The active logs of a document; without any, one in the default format over everything. `fields`: in place of their own. */
export function logsOf(network: Network, fields: readonly FieldName[] | undefined): readonly Log[] {
  if (network.flowLogs.size === 0) return [{ ...EVERYTHING, fields: fields ?? DEFAULT_FIELDS }];
  return [...network.flowLogs.values()].filter(({ active }) => active).map((log) => logOf(log, fields));
}

/** A network from a moment on; milliseconds since 1970. */
export interface Moment {
  readonly at: number;
  readonly network: Network;
}

/** The logs of a document and of what its timeline makes of it: one that is deleted on the way writes until then. */
export function logsOver(
  network: Network,
  timeline: readonly Moment[],
  fields: readonly FieldName[] | undefined,
): readonly Log[] {
  const logs = new Map<string | undefined, Log>(logsOf(network, fields).map((log) => [log.id, log]));
  const hadNone = network.flowLogs.size === 0;
  for (const { at, network: later } of timeline) {
    // The log that stands for none in the document is no log of the account: a real one takes its place.
    if (hadNone && later.flowLogs.size > 0) logs.delete(undefined);
    for (const log of later.flowLogs.size === 0 ? [] : logsOf(later, fields))
      if (!logs.has(log.id)) logs.set(log.id, log);
    for (const [id, log] of logs)
      if (id !== undefined && log.deletedAt > at && !later.flowLogs.has(id))
        logs.set(id, { ...log, deletedAt: at });
  }
  return [...logs.values()];
}

export function logOf(log: FlowLog, fields: readonly FieldName[] | undefined): Log {
  const { id, trafficType, maxAggregationInterval, tagKeys, destination, deliveryError } = log;
  return {
    id,
    trafficType,
    maxAggregationInterval,
    tagKeys,
    destination,
    deliveryError,
    fields: fields ?? (log.format.length > 0 ? log.format : DEFAULT_FIELDS),
    createdAt: log.createdAt ?? Number.NEGATIVE_INFINITY,
    deletedAt: Number.POSITIVE_INFINITY,
    covers: (subject) => isCovered(log, subject),
  };
}

/** Seconds. The interface of a Nitro instance is never aggregated over more than a minute. */
export function aggregationInterval({ maxAggregationInterval }: Log, subject: Subject): number {
  const isNitro = subject.kind === 'interface' && subject.networkInterface.instance?.isNitro;
  return isNitro ? Math.min(60, maxAggregationInterval) : maxAggregationInterval;
}
