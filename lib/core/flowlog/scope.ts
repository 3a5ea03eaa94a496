/** Which flow logs cover which interfaces, and over how long a window each of them is aggregated. */
import type { FlowLog } from '../vpc/flow-log';
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';
import { DEFAULT_FIELDS, fieldNamed } from './fields';
import type { FieldName } from './record';

export interface Log {
  /** undefined: the log that covers everything when the document has none. */
  readonly id: string | undefined;
  readonly fields: readonly FieldName[];
  readonly trafficType: FlowLog['trafficType'];
  readonly createdAt: number;
  readonly maxAggregationInterval: number;
  covers(networkInterface: NetworkInterface): boolean;
}

/** The active logs of a document; without any, one in the default format over every interface. */
export function logsOf(network: Network, fields: readonly FieldName[] | undefined): readonly Log[] {
  const logs = [...network.flowLogs.values()]
    .filter(({ active }) => active)
    .map((log) => parsed(log, fields));
  if (network.flowLogs.size > 0) return logs;
  const everything: Log = {
    id: undefined,
    fields: fields ?? DEFAULT_FIELDS,
    trafficType: 'ALL',
    createdAt: Number.NEGATIVE_INFINITY,
    maxAggregationInterval: 60,
    covers: () => true,
  };
  return [everything];
}

function parsed(log: FlowLog, fields: readonly FieldName[] | undefined): Log {
  const own = log.format.flatMap((name) => fieldNamed(name)?.name ?? []);
  return {
    id: log.id,
    fields: fields ?? (own.length > 0 ? own : DEFAULT_FIELDS),
    trafficType: log.trafficType,
    createdAt: log.createdAt ?? Number.NEGATIVE_INFINITY,
    maxAggregationInterval: log.maxAggregationInterval,
    covers: ({ id, subnet }) => [id, subnet.id, subnet.vpc.id].includes(log.resourceId),
  };
}

/** Seconds. The interface of a Nitro instance is never aggregated over more than a minute. */
export function aggregationInterval(log: Log, networkInterface: NetworkInterface): number {
  return networkInterface.instance?.isNitro
    ? Math.min(60, log.maxAggregationInterval)
    : log.maxAggregationInterval;
}
