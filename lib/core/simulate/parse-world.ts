/** The door from the World document to what the simulator runs on; every issue at once, each with its path. */
import type { Issue } from '../ec2/issue';
import { MOST_ISSUES } from '../ec2/issue';
import { parseAddress } from '../net/address';
import { hasPorts, ICMP, ICMPV6, isIcmp, parseProtocol } from '../net/protocol';
import type { Network } from '../vpc/network';
import { parseNetwork } from '../vpc/parse-network';
import { applyChanges } from './change';
import { EPHEMERAL_PORTS, type FirewallRule, type Host, type Hosts, indexHosts, type Listener } from './host';
import { isKnownEnd } from './resolve';
import type { Traffic } from './traffic';
import type { HostDocument, TrafficDocument, World } from './world';

export interface ParsedWorld {
  readonly network: Network;
  readonly hosts: Hosts;
  readonly traffic: readonly Traffic[];
  /** The map as it is from each moment on. */
  readonly timeline: readonly { readonly at: number; readonly network: Network; readonly hosts: Hosts }[];
  /** Milliseconds since 1970; undefined: after the last packet. */
  readonly now: number | undefined;
  readonly seed: string;
}

export type WorldDoor =
  | { readonly world: ParsedWorld; readonly notices: readonly Issue[] }
  | { readonly issues: readonly Issue[] };

export function parseWorld(document: World): WorldDoor {
  const door = parseNetwork(document.Snapshot);
  if ('issues' in door)
    return { issues: door.issues.map((issue) => ({ ...issue, path: ['Snapshot', ...issue.path] })) };
  const issues: Issue[] = [];
  const report = (path: Issue['path'], message: string): void => {
    if (issues.length < MOST_ISSUES) issues.push({ path, message });
  };
  const { network } = door;
  const hosts = indexHosts(
    (document.Hosts ?? []).map((host, i) => parseHost(host, network, ['Hosts', i], report)),
  );
  if (hosts.byName.size < hosts.all.length) report(['Hosts'], 'two hosts have the same name');
  const traffic = (document.Traffic ?? []).map((row, i) =>
    parseTraffic(row, network, hosts, ['Traffic', i], report),
  );
  const timeline = parseTimeline(document, report);
  const now = document.Now === undefined ? undefined : parseTime(document.Now, ['Now'], report);
  if (issues.length > 0) return { issues };
  return {
    world: { network, hosts, traffic, timeline, now, seed: document.Seed ?? '0' },
    notices: door.notices,
  };
}

type Report = (path: Issue['path'], message: string) => void;

function parseHost(host: HostDocument, network: Network, path: Issue['path'], report: Report): Host {
  const address = host.IpAddress === undefined ? undefined : parseAddress(host.IpAddress);
  if (host.IpAddress !== undefined && address === undefined) {
    report([...path, 'IpAddress'], `\`${host.IpAddress}\` is not an IP address`);
  }
  const ids = host.NetworkInterfaceIds ?? [];
  for (const [i, id] of ids.entries()) {
    if (!network.networkInterfaces.has(id)) {
      report(
        [...path, 'NetworkInterfaceIds', i],
        `host \`${host.Name}\` sits behind \`${id}\`, which is not in the snapshot`,
      );
    }
  }
  if (ids.length === 0 && host.IpAddress === undefined) {
    report(path, `host \`${host.Name}\` has neither a network interface nor an address`);
  }
  if (host.Behind !== undefined)
    report([...path, 'Behind'], `hosts behind \`${host.Behind}\` are not modelled yet`);
  const [from, to] = host.EphemeralPorts ?? [EPHEMERAL_PORTS.from, EPHEMERAL_PORTS.to];
  if (from > to) report([...path, 'EphemeralPorts'], `the range \`${from}-${to}\` ends before it begins`);
  return {
    name: host.Name,
    networkInterfaceIds: ids,
    address,
    listeners: host.Listeners?.map((listener, i) =>
      parseListener(listener, [...path, 'Listeners', i], report),
    ),
    firewall: (host.Firewall ?? []).map((rule, i): FirewallRule => {
      const protocol =
        rule.Protocol === undefined
          ? 'all'
          : protocolOf(rule.Protocol, [...path, 'Firewall', i, 'Protocol'], report);
      return {
        direction: rule.Direction === 'in' ? 'ingress' : 'egress',
        protocol,
        port: rule.Port ?? 'all',
        verdict: rule.Do,
      };
    }),
    ephemeralPorts: { from, to },
  };
}

function parseListener(
  listener: NonNullable<HostDocument['Listeners']>[number],
  path: Issue['path'],
  report: Report,
): Listener {
  const bindText = listener.Bind ?? '0.0.0.0';
  const bind = parseAddress(bindText);
  if (bind === undefined) report([...path, 'Bind'], `\`${bindText}\` is not an IP address`);
  const protocol = protocolOf(listener.Protocol, [...path, 'Protocol'], report);
  if (hasPorts(protocol) && listener.Port === undefined)
    report(path, `a \`${listener.Protocol}\` listener needs a port`);
  return { protocol, port: listener.Port ?? 0, bind: bind ?? UNSPECIFIED };
}

const UNSPECIFIED = 0 as Listener['bind'];

function protocolOf(text: string, path: Issue['path'], report: Report): number {
  const protocol = parseProtocol(text);
  if (protocol === undefined)
    report(path, `\`${text}\` is not a protocol: use tcp, udp, icmp, icmpv6 or a number from 0 to 255`);
  return protocol ?? 0;
}

function parseTraffic(
  row: TrafficDocument,
  network: Network,
  hosts: Hosts,
  path: Issue['path'],
  report: Report,
): Traffic {
  const protocol = protocolOf(row.Protocol, [...path, 'Protocol'], report);
  for (const key of ['From', 'To'] as const) {
    if (!isKnownEnd(network, hosts, row[key])) {
      report(
        [...path, key],
        `\`${row[key]}\` is no address, and no host, interface or instance of this world`,
      );
    }
  }
  if (hasPorts(protocol) && row.Port === undefined) report(path, `\`${row.Protocol}\` traffic needs a port`);
  const echo = protocol === ICMP ? 8 : 128;
  const bytes = row.Bytes ?? (isIcmp(protocol) ? 56 : 64);
  return {
    from: row.From,
    to: row.To,
    protocol,
    port: row.Port ?? 0,
    sourcePort: row.SourcePort,
    icmp:
      protocol === ICMP || protocol === ICMPV6
        ? { type: row.IcmpType ?? echo, code: row.IcmpCode ?? 0 }
        : undefined,
    at: parseTime(row.At, [...path, 'At'], report),
    requests: row.Requests ?? 1,
    bytes,
    replyBytes: row.ReplyBytes ?? bytes,
    every: (row.Repeat?.Every ?? 0) * 1000,
    times: row.Repeat?.Times ?? 1,
  };
}

function parseTime(text: string, path: Issue['path'], report: Report): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) report(path, `\`${text}\` is not a time: write it like 2026-11-23T10:15:00Z`);
  return time;
}

/** Each moment's map is made from the one before it, by replaying its Changes. */
function parseTimeline(document: World, report: Report): ParsedWorld['timeline'] {
  let world = document;
  const moments: { at: number; network: Network; hosts: Hosts }[] = [];
  const rows = (document.Timeline ?? []).map((row, i) => ({
    ...row,
    i,
    at: parseTime(row.At, ['Timeline', i, 'At'], report),
  }));
  for (const { Changes, at, i } of rows.sort((a, b) => a.at - b.at)) {
    const changed = applyChanges(world, Changes);
    if ('error' in changed) {
      const { index, Code, Message } = changed.error;
      report(['Timeline', i, 'Changes', index], `${Code}: ${Message}`);
      return moments;
    }
    world = { ...changed.world, Timeline: [] };
    const door = parseWorld({ ...world, Traffic: [] });
    if ('issues' in door) {
      for (const issue of door.issues) report(['Timeline', i, ...issue.path], issue.message);
      return moments;
    }
    moments.push({ at, network: door.world.network, hosts: door.world.hosts });
  }
  return moments;
}
