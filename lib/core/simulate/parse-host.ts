/** The door for one Host of a World document: where it sits, what listens on it, what its firewall says. */
import type { Issue } from '../ec2/issue';
import { type Address, parseAddress } from '../net/address';
import { hasPorts } from '../net/protocol';
import type { Network } from '../vpc/network';
import { EPHEMERAL_PORTS, type FirewallRule, type Host, type Listener } from './host';
import { protocolOf, type ReportIssue } from './parse-value';
import type { PremisesIndex } from './premises';
import type { FirewallRuleDocument, HostDocument, ListenerDocument } from './world';

export function parseHost(
  host: HostDocument,
  network: Network,
  premises: PremisesIndex,
  path: Issue['path'],
  report: ReportIssue,
): Host {
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
  const behind = premises.byName.get(host.Behind ?? '');
  if (host.Behind !== undefined && behind === undefined)
    report(
      [...path, 'Behind'],
      `host \`${host.Name}\` stands behind \`${host.Behind}\`, which is no connection or premises of this world`,
    );
  if (host.DefaultInterfaceId !== undefined && !ids.includes(host.DefaultInterfaceId))
    report(
      [...path, 'DefaultInterfaceId'],
      `host \`${host.Name}\` does not have the interface \`${host.DefaultInterfaceId}\``,
    );
  const [from, to] = host.EphemeralPorts ?? [EPHEMERAL_PORTS.from, EPHEMERAL_PORTS.to];
  if (from > to) report([...path, 'EphemeralPorts'], `the range \`${from}-${to}\` ends before it begins`);
  return {
    name: host.Name,
    networkInterfaceIds: ids,
    address:
      host.IpAddress === undefined ? undefined : addressOf(host.IpAddress, [...path, 'IpAddress'], report),
    premises: behind?.name,
    defaultInterfaceId: host.DefaultInterfaceId,
    forwarding: host.Forwarding ?? 'route',
    listeners: host.Listeners?.map((row, i) => parseListener(row, [...path, 'Listeners', i], report)),
    firewall: (host.Firewall ?? []).map((row, i) => parseFirewallRule(row, [...path, 'Firewall', i], report)),
    ephemeralPorts: { from, to },
  };
}

function parseFirewallRule(
  row: FirewallRuleDocument,
  path: Issue['path'],
  report: ReportIssue,
): FirewallRule {
  return {
    direction: row.Direction === 'in' ? 'ingress' : 'egress',
    protocol: row.Protocol === undefined ? 'all' : protocolOf(row.Protocol, [...path, 'Protocol'], report),
    port: row.Port ?? 'all',
    verdict: row.Do,
  };
}

function parseListener(row: ListenerDocument, path: Issue['path'], report: ReportIssue): Listener {
  const protocol = protocolOf(row.Protocol, [...path, 'Protocol'], report);
  if (hasPorts(protocol) && row.Port === undefined)
    report(path, `a \`${row.Protocol}\` listener needs a port`);
  const bind = row.Bind === undefined ? undefined : addressOf(row.Bind, [...path, 'Bind'], report);
  return { protocol, port: row.Port ?? 0, bind: bind ?? UNSPECIFIED };
}

/** `::`, which takes IPv4 as well unless somebody turned that off. https://www.rfc-editor.org/rfc/rfc3493#section-5.3 */
const UNSPECIFIED = 0n as Address;

function addressOf(text: string, path: Issue['path'], report: ReportIssue): Address | undefined {
  const address = parseAddress(text);
  if (address === undefined) report(path, `\`${text}\` is not an IP address`);
  return address;
}
