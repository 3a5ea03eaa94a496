/** One flow of one window as a record. */
import { formatAddress, isIpv4 } from '../net/address';
import type { Network } from '../vpc/network';
import type { Flow } from './aggregate';
import { awsServiceOf } from './aws-service';
import { encryptionStatus } from './encryption';
import type { LogLaws } from './log-laws';
import { interfaceTypeOf, type metadataOf } from './metadata';
import type { FlowLogRecord } from './record';
import type { Window } from './windows';

export function flowRecord(
  network: Network,
  blank: FlowLogRecord,
  flow: Flow,
  { addresses: addressesOf }: LogLaws,
): FlowLogRecord {
  const { sample } = flow;
  const { packet, direction, trafficPath, rejectReason } = sample;
  const addresses = addressesOf(sample);
  return {
    ...blank,
    srcaddr: formatAddress(addresses.source),
    dstaddr: formatAddress(addresses.destination),
    srcport: packet.sourcePort,
    dstport: packet.destinationPort,
    protocol: packet.protocol,
    packets: flow.packets,
    // https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-assess-impact-main.html: not counted for what Block Public Access refuses.
    bytes: rejectReason === 'BPA' ? null : flow.bytes,
    start: Math.floor(flow.firstAt / 1000),
    end: Math.floor(flow.lastAt / 1000),
    action: flow.action,
    'log-status': 'OK',
    'tcp-flags': flow.tcpFlags,
    type: isIpv4(packet.source) ? 'IPv4' : 'IPv6',
    'pkt-srcaddr': formatAddress(packet.source),
    'pkt-dstaddr': formatAddress(packet.destination),
    'pkt-src-aws-service': awsServiceOf(network, packet.source),
    'pkt-dst-aws-service': awsServiceOf(network, packet.destination),
    'flow-direction': direction,
    'traffic-path': direction === 'egress' ? (trafficPath ?? null) : null,
    'reject-reason': flow.action === 'REJECT' ? (rejectReason ?? null) : null,
    'encryption-status': encryptionStatus(network, sample),
    ...(sample.nextHop ? nextHopFields(sample.nextHop) : NO_NEXT_HOP),
  };
}

function nextHopFields(nextHop: Flow['sample']['nextHop']) {
  return {
    'next-hop-interface-id': nextHop?.id ?? null,
    'next-hop-subnet-id': nextHop?.subnet.id ?? null,
    'next-hop-az-id': nextHop?.subnet.availabilityZoneId || null,
    'next-hop-vpc-id': nextHop?.subnet.vpc.id ?? null,
    'next-hop-interface-type': nextHop ? interfaceTypeOf(nextHop) : null,
  };
}

const NO_NEXT_HOP = nextHopFields(undefined);

/**
 * What every record of a place starts from: what comes from the interface stands, what comes from packets reads `-`. It has
 * all fields, so that a record is this one with other values, and not a new shape.
 */
export function blankRecord(metadata: ReturnType<typeof metadataOf>): FlowLogRecord {
  return {
    ...metadata,
    srcaddr: null,
    dstaddr: null,
    srcport: null,
    dstport: null,
    protocol: null,
    packets: null,
    bytes: null,
    start: 0,
    end: 0,
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
    'reject-reason': null,
    'encryption-status': null,
    ...NO_NEXT_HOP,
  };
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-records-examples.html */
export function emptyRecord(
  blank: FlowLogRecord,
  status: 'NODATA' | 'SKIPDATA',
  window: Window,
): FlowLogRecord {
  return {
    ...blank,
    start: Math.floor(window.start / 1000),
    end: Math.floor(window.end / 1000),
    'log-status': status,
  };
}
