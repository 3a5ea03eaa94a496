/** A flow log as it lies on the table: what can be read of some interfaces by now, in the log's own fields and no others. */
import { DEFAULT_FIELDS } from '../flowlog/fields';
import { LOG_READINGS } from '../flowlog/log-laws';
import type { FieldName, FlowLogRecord, WrittenRecord } from '../flowlog/record';
import { logsOver } from '../flowlog/scope';
import { type Stretch, writeFlowLog } from '../flowlog/write';
import type { ParsedWorld } from '../simulate/parse-world';
import type { Capture } from '../simulate/simulate';
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';
import { nameOf } from './configuration-table';
import type { FlowLogSettings, FlowLogView } from './view';

export interface LogShown {
  readonly world: ParsedWorld;
  readonly capture: Capture;
  readonly flowLogId: string;
  readonly stretch: Stretch;
  readonly targetId: string;
  readonly neighbourId?: string | undefined;
  /** Whether what the log covers and writes is shown beside it. */
  readonly withSettings: boolean;
}

export function flowLogView(shown: LogShown): FlowLogView {
  const { world, flowLogId, stretch, targetId, neighbourId } = shown;
  const { network } = world;
  const log = logsOver(network, world.timeline, undefined).find(({ id }) => id === flowLogId);
  const fields = log?.fields ?? DEFAULT_FIELDS;
  const records = readable(shown).map((record) => ({
    ...record,
    record: inFields(record.record, fields),
    inferred: [],
  }));
  const target = network.networkInterfaces.get(targetId);
  return {
    flowLogId,
    settings: shown.withSettings ? settingsOf(network, flowLogId) : undefined,
    from: stretch.from,
    to: stretch.to,
    fields,
    inferred: LOG_READINGS.map(({ rule }) => rule),
    interfaces: [targetId, ...(neighbourId === undefined ? [] : [neighbourId])].map((interfaceId) => ({
      interfaceId,
      name: nameIn(network, interfaceId),
      relation:
        interfaceId === targetId ? '' : relationOf(network.networkInterfaces.get(interfaceId), target),
      isTarget: interfaceId === targetId,
      records: records.filter((record) => record.interfaceId === interfaceId),
    })),
  };
}

/** Delivered by the moment at which somebody looks. */
function readable({
  world,
  capture,
  stretch,
  flowLogId,
  targetId,
  neighbourId,
}: LogShown): readonly WrittenRecord[] {
  const { network, timeline, lostRecords, now = Number.POSITIVE_INFINITY } = world;
  return writeFlowLog(network, capture.crossings, {
    ...stretch,
    natCrossings: capture.natCrossings,
    timeline,
    lost: lostRecords,
    interfaceIds: [targetId, ...(neighbourId === undefined ? [] : [neighbourId])],
  }).filter((record) => record.flowLogId === flowLogId && record.deliveredAt <= now);
}

/** What its format leaves out, nobody reads. */
function inFields(record: FlowLogRecord, fields: readonly FieldName[]): FlowLogRecord {
  const kept: readonly string[] = fields;
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, kept.includes(name) ? value : null]),
  ) as FlowLogRecord;
}

function settingsOf(network: Network, flowLogId: string): FlowLogSettings | undefined {
  const log = network.flowLogs.get(flowLogId);
  return (
    log && {
      resourceName: nameIn(network, log.resourceId),
      resourceId: log.resourceId,
      trafficType: log.trafficType,
      maxAggregationInterval: log.maxAggregationInterval,
      createdAt: log.createdAt ?? 0,
    }
  );
}

function nameIn({ vpcs, subnets, networkInterfaces }: Network, id: string): string {
  const networkInterface = networkInterfaces.get(id);
  return networkInterface ? nameOf(networkInterface) : ((vpcs.get(id) ?? subnets.get(id))?.name ?? id);
}

function relationOf(own: NetworkInterface | undefined, target: NetworkInterface | undefined): string {
  if (own?.subnet === target?.subnet) return 'same subnet';
  return own?.subnet.vpc === target?.subnet.vpc ? 'same VPC' : 'another VPC';
}
