/** The door for the Traffic of a World document: who is meant, in one address family, and no more than can be played. */
import type { Issue } from '../ec2/issue';
import { parseAddress } from '../net/address';
import { hasPorts, ICMP, ICMPV6, isIcmp, TCP } from '../net/protocol';
import type { Network } from '../vpc/network';
import type { Hosts } from './host';
import { protocolOf, type ReportIssue, timeOf } from './parse-value';
import { interfaceNamed, isKnownEnd, resolveDestination } from './resolve';
import type { Traffic } from './traffic';
import type { TrafficDocument } from './world';

/** So many packets are played within some seconds and some hundred megabytes. */
const MOST_PACKETS = 1_000_000;

export function parseTraffic(
  rows: readonly TrafficDocument[],
  network: Network,
  hosts: Hosts,
  report: ReportIssue,
): readonly Traffic[] {
  let packets = 0;
  return rows.map((row, i) => {
    const traffic = parseRow(row, network, hosts, ['Traffic', i], report);
    const before = packets;
    packets += packetsOf(traffic);
    if (packets > MOST_PACKETS && before <= MOST_PACKETS)
      report(['Traffic', i], `makes it some ${packets} packets in all; at most ${MOST_PACKETS} are played`);
    return traffic;
  });
}

function parseRow(
  row: TrafficDocument,
  network: Network,
  hosts: Hosts,
  path: Issue['path'],
  report: ReportIssue,
): Traffic {
  const protocol = protocolOf(row.Protocol, [...path, 'Protocol'], report);
  for (const key of ['From', 'To'] as const) {
    if (!isNamed(network, hosts, row[key])) {
      report(
        [...path, key],
        `\`${row[key]}\` is no address, and no host, interface or instance of this world`,
      );
    }
  }
  const mismatch = familyIssue(network, hosts, { from: row.From, to: row.To, protocol });
  if (mismatch) report(path, mismatch);
  if (hasPorts(protocol) && row.Port === undefined) report(path, `\`${row.Protocol}\` traffic needs a port`);
  const echo = protocol === ICMP ? 8 : 128;
  const bytes = row.Bytes ?? (isIcmp(protocol) ? 56 : 64);
  return {
    from: row.From,
    to: row.To,
    protocol,
    port: row.Port ?? 0,
    sourcePort: row.SourcePort,
    icmp: isIcmp(protocol) ? { type: row.IcmpType ?? echo, code: row.IcmpCode ?? 0 } : undefined,
    at: timeOf(row.At, [...path, 'At'], report),
    requests: row.Requests ?? 1,
    pause: (row.Pause ?? 1) * 1000,
    late: row.Late && { by: row.Late.By, after: row.Late.After * 1000 },
    request: row.Call && {
      action: row.Call.Action,
      resource: row.Call.Resource,
      principal: row.Call.Principal ?? '*',
    },
    bytes,
    replyBytes: row.ReplyBytes ?? bytes,
    every: (row.Repeat?.Every ?? 0) * 1000,
    times: row.Repeat?.Times ?? 1,
  };
}

/** An instance without an interface is somebody too, who cannot send. */
export function isNamed(network: Network, hosts: Hosts, name: string): boolean {
  return network.instances.has(name) || isKnownEnd(network, hosts, name);
}

/** What speaks against these two ends and this protocol talking to each other at all; `undefined` when nothing does. */
export function familyIssue(
  network: Network,
  hosts: Hosts,
  { from, to, protocol }: Pick<Traffic, 'from' | 'to' | 'protocol'>,
): string | undefined {
  const destination = resolveDestination(network, hosts, from, to);
  if (destination === undefined) return undefined;
  // An interface answers with its address of the right family, if it has one.
  const source =
    parseAddress(from) ??
    (interfaceNamed(network, hosts, from) ? undefined : hosts.byName.get(from)?.address);
  if (source !== undefined && typeof source !== typeof destination)
    return `\`${from}\` and \`${to}\` are not of one family: IPv4 and IPv6 do not talk to each other`;
  const wrong = typeof destination === 'bigint' ? ICMP : ICMPV6;
  if (protocol !== wrong) return undefined;
  return wrong === ICMP
    ? `icmp is for IPv4, and \`${to}\` is reached over IPv6: use icmpv6`
    : `icmpv6 is for IPv6, and \`${to}\` is reached over IPv4: use icmp`;
}

/** Handshake, retransmissions and close of one TCP connection. */
const MOST_SEGMENTS_BESIDE_DATA = 16;
/** Two full segments and the acknowledgement between them, at 1448 bytes each. */
const BYTES_PER_PACKET = 965;

function packetsOf({ protocol, requests, bytes, replyBytes, times }: Traffic): number {
  if (protocol !== TCP) return 2 * requests * times;
  const perRequest = 3 + Math.ceil((bytes + replyBytes) / BYTES_PER_PACKET);
  return times * (MOST_SEGMENTS_BESIDE_DATA + requests * perRequest);
}
