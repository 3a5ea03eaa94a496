/** Writes the flow logs of a network: what a Capture leaves behind, record by record, in the order of delivery. */
import { formatAddress, isIpv4 } from '../net/address';
import type { Crossing } from '../simulate/trace';
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';
import { recordAddresses } from './addresses';
import { aggregate, type Flow, windowOf } from './aggregate';
import { awsServiceOf } from './aws-service';
import { versionOf } from './fields';
import { AWS_LOG_LAWS, type LogLaws } from './log-laws';
import type { FieldName, FlowLogRecord, WrittenRecord } from './record';
import { LOG_NODATA_CADENCE } from './rules';
import { aggregationInterval, type Log, logsOf } from './scope';
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
}

export function writeFlowLog(
  network: Network,
  crossings: readonly Crossing[],
  { from, to, fields, laws = AWS_LOG_LAWS }: WriteOptions,
): readonly WrittenRecord[] {
  const written: { readonly at: number; readonly record: WrittenRecord }[] = [];
  const byInterface = groupByInterface(crossings.filter(laws.writes));
  for (const log of logsOf(network, fields)) {
    for (const networkInterface of network.networkInterfaces.values()) {
      if (!log.covers(networkInterface)) continue;
      const interval = aggregationInterval(log, networkInterface);
      const flows = aggregate(byInterface.get(networkInterface.id) ?? [], interval);
      const busy = new Set(flows.map(({ windowStart }) => windowStart));
      for (const flow of flows) {
        if (!isShown(log, flow.windowStart, interval, { from, to })) continue;
        if (log.trafficType !== 'ALL' && log.trafficType !== flow.sample.action) continue;
        written.push({
          at: flow.windowStart + interval * 1000,
          record: line(log, networkInterface, recordOf(network, log, flow), flow),
        });
      }
      if (log.trafficType !== 'ALL') continue;
      for (let start = windowOf(from, interval); start < to; start += interval * 1000) {
        if (busy.has(start) || !isShown(log, start, interval, { from, to })) continue;
        const record = noData(log, networkInterface, start / 1000, interval);
        written.push({ at: start + interval * 1000, record: line(log, networkInterface, record, undefined) });
      }
    }
  }
  // A stable sort keeps the interfaces in the document's order within one window.
  return written.sort((a, b) => a.at - b.at).map(({ record }) => record);
}

function isShown(log: Log, windowStart: number, interval: number, { from, to }: Stretch): boolean {
  return windowStart >= from && windowStart + interval * 1000 <= to && windowStart >= log.createdAt;
}

function groupByInterface(crossings: readonly Crossing[]): ReadonlyMap<string, readonly Crossing[]> {
  const groups = new Map<string, Crossing[]>();
  for (const crossing of crossings) {
    const { id } = crossing.networkInterface;
    const group = groups.get(id);
    if (group) group.push(crossing);
    else groups.set(id, [crossing]);
  }
  return groups;
}

function line(
  log: Log,
  { id }: NetworkInterface,
  record: FlowLogRecord,
  flow: Flow | undefined,
): WrittenRecord {
  const inferred = flow ? [...flow.inferred] : [LOG_NODATA_CADENCE];
  return { interfaceId: id, flowLogId: log.id, record, line: formatRecord(record, log.fields), inferred };
}

function recordOf(network: Network, log: Log, flow: Flow): FlowLogRecord {
  const { sample } = flow;
  const { packet, networkInterface, direction } = sample;
  const addresses = recordAddresses(sample);
  return {
    ...metadataOf(log, networkInterface),
    srcaddr: formatAddress(addresses.source),
    dstaddr: formatAddress(addresses.destination),
    srcport: packet.sourcePort,
    dstport: packet.destinationPort,
    protocol: packet.protocol,
    packets: flow.packets,
    bytes: flow.bytes,
    start: Math.floor(flow.firstAt / 1000),
    end: Math.floor(flow.lastAt / 1000),
    action: sample.action,
    'log-status': 'OK',
    'tcp-flags': flow.tcpFlags,
    type: isIpv4(packet.source) ? 'IPv4' : 'IPv6',
    'pkt-srcaddr': formatAddress(packet.source),
    'pkt-dstaddr': formatAddress(packet.destination),
    'pkt-src-aws-service': awsServiceOf(network, packet.source),
    'pkt-dst-aws-service': awsServiceOf(network, packet.destination),
    'flow-direction': direction,
    'traffic-path': direction === 'egress' ? (sample.trafficPath ?? null) : null,
  };
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-records-examples.html, "No data": what is kept, what reads `-`. */
function noData(
  log: Log,
  networkInterface: NetworkInterface,
  start: number,
  interval: number,
): FlowLogRecord {
  return {
    ...metadataOf(log, networkInterface),
    srcaddr: null,
    dstaddr: null,
    srcport: null,
    dstport: null,
    protocol: null,
    packets: null,
    bytes: null,
    start,
    end: start + interval,
    action: null,
    'log-status': 'NODATA',
    'tcp-flags': null,
    type: null,
    'pkt-srcaddr': null,
    'pkt-dstaddr': null,
    'pkt-src-aws-service': null,
    'pkt-dst-aws-service': null,
    'flow-direction': null,
    'traffic-path': null,
  };
}

/** What a record takes from the interface and not from the packet. */
function metadataOf(log: Log, { id, ownerId, subnet, instance, requesterManaged }: NetworkInterface) {
  return {
    version: versionOf(log.fields),
    'account-id': ownerId,
    'interface-id': id,
    'vpc-id': subnet.vpc.id,
    'subnet-id': subnet.id,
    'instance-id': requesterManaged ? null : (instance?.id ?? null),
    region: subnet.vpc.region,
    'az-id': subnet.availabilityZoneId,
    'sublocation-type': null,
    'sublocation-id': null,
  };
}
