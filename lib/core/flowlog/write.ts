/** Writes the flow logs of a network: what a Capture leaves behind, record by record, in the order of delivery. */
import { formatAddress, isIpv4 } from '../net/address';
import type { Rule } from '../rules/rule';
import type { Crossing } from '../simulate/trace';
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';
import { recordAddresses } from './addresses';
import { aggregate, type Flow, type Windows, windowOf } from './aggregate';
import { awsServiceOf } from './aws-service';
import { versionOf } from './fields';
import { AWS_LOG_LAWS, type LogLaws } from './log-laws';
import { NEWER_FIELDS } from './newer-fields';
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
  /** Only what these interfaces write; all of them when left out. */
  readonly interfaceIds?: readonly string[];
}

export function writeFlowLog(
  network: Network,
  crossings: readonly Crossing[],
  { from, to, fields, laws = AWS_LOG_LAWS, interfaceIds }: WriteOptions,
): readonly WrittenRecord[] {
  const byInterface = groupByInterface(crossings.filter(laws.writes));
  const delivered = logsOf(network, fields).flatMap((log) =>
    [...network.networkInterfaces.values()]
      .filter((one) => log.covers(one) && (interfaceIds?.includes(one.id) ?? true))
      .flatMap((networkInterface) => {
        const own = byInterface.get(networkInterface.id) ?? [];
        return writeOne({ network, log, networkInterface }, own, { from, to });
      }),
  );
  // A stable sort keeps the interfaces in the document's order within one window.
  return delivered.sort((a, b) => a.at - b.at).map(({ written }) => written);
}

interface Place {
  readonly network: Network;
  readonly log: Log;
  readonly networkInterface: NetworkInterface;
}

interface Delivered {
  /** The end of the window, in milliseconds: what is delivered when. */
  readonly at: number;
  readonly written: WrittenRecord;
}

/** One log's records of one interface. */
function writeOne(place: Place, crossings: readonly Crossing[], stretch: Stretch): readonly Delivered[] {
  const { log, networkInterface } = place;
  const interval = aggregationInterval(log, networkInterface);
  const windows: Windows = { interval, phase: Number.isFinite(log.createdAt) ? log.createdAt : 0 };
  const length = interval * 1000;
  const isShown = (start: number): boolean =>
    start >= stretch.from && start + length <= stretch.to && start >= log.createdAt;
  const flows = aggregate(crossings, windows);
  const delivered = flows
    .filter(({ windowStart, sample }) => isShown(windowStart) && writes(log, sample.action))
    .map((flow) => ({
      at: flow.windowStart + length,
      written: line(place, recordOf(place, flow), [...flow.inferred]),
    }));
  if (log.trafficType !== 'ALL') return delivered;
  const busy = new Set(flows.map(({ windowStart }) => windowStart));
  for (let start = windowOf(stretch.from, windows); start < stretch.to; start += length) {
    if (busy.has(start) || !isShown(start)) continue;
    const record = noData(place, start / 1000, interval);
    delivered.push({ at: start + length, written: line(place, record, [LOG_NODATA_CADENCE]) });
  }
  return delivered;
}

function writes({ trafficType }: Log, action: Crossing['action']): boolean {
  return trafficType === 'ALL' || trafficType === action;
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
  { log, networkInterface }: Place,
  record: FlowLogRecord,
  inferred: readonly Rule[],
): WrittenRecord {
  return {
    interfaceId: networkInterface.id,
    flowLogId: log.id,
    record,
    line: formatRecord(record, log.fields),
    inferred,
  };
}

function recordOf({ network, log }: Place, flow: Flow): FlowLogRecord {
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
function noData({ log, networkInterface }: Place, start: number, interval: number): FlowLogRecord {
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
    ...NEWER_FIELDS,
  };
}
