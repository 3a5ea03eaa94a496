/** The door for Premises: every connection of the Snapshot ends at one of them, described or not. */
import type { Issue } from '../ec2/issue';
import { type Cidr, parseCidr } from '../net/cidr';
import type { Network } from '../vpc/network';
import type { ReportIssue } from './parse-value';
import type { Link, Premises } from './premises';
import type { PremisesDocument } from './world';

type BareLink = Omit<Link, 'premises'>;

export function parsePremises(
  rows: readonly PremisesDocument[],
  network: Network,
  report: ReportIssue,
): readonly Premises[] {
  const links = new Map(linksIn(network).map((link) => [link.id, link]));
  const taken = new Map<string, string>();
  const names = new Set<string>();
  const described = rows.map((row, i) => {
    const path = ['Premises', i];
    if (names.has(row.Name)) report([...path, 'Name'], `two premises are named \`${row.Name}\``);
    names.add(row.Name);
    const own = row.Connections.flatMap((id, j) => {
      const link = links.get(id);
      const other = taken.get(id);
      if (!link)
        report(
          [...path, 'Connections', j],
          `\`${row.Name}\` ends \`${id}\`, which is no VPN connection or virtual interface of the snapshot`,
        );
      if (other !== undefined)
        report([...path, 'Connections', j], `\`${id}\` ends at \`${other}\` and at \`${row.Name}\``);
      taken.set(id, row.Name);
      return link ? [link] : [];
    });
    const block = (key: 'Advertises' | 'Routes'): readonly Cidr[] | undefined =>
      row[key]?.flatMap((text, j) => cidrOf(text, [...path, key, j], report) ?? []);
    return premises(row.Name, own, block('Advertises'), block('Routes'));
  });
  const others = [...links.values()].filter(({ id }) => !taken.has(id));
  return [...described, ...others.map((link) => premises(link.id, [link], undefined, undefined))];
}

function premises(
  name: string,
  links: readonly BareLink[],
  advertises: Premises['advertises'],
  routes: Premises['routes'],
): Premises {
  return {
    name,
    advertises,
    routes,
    links: links.map((link) => ({ ...link, premises: { name, advertises } })),
  };
}

function linksIn({ vpnConnections, virtualInterfaces, directConnectGateways }: Network): readonly BareLink[] {
  const vpn = [...vpnConnections.values()].map(
    (row): BareLink => ({
      id: row.id,
      kind: 'vpn-connection',
      isUp: row.isUp,
      customerGatewayId: row.customerGatewayId,
      vpnGatewayId: row.vpnGatewayId,
      transitGatewayId: row.transitGatewayId,
      directConnectGatewayId: undefined,
      associatedGatewayIds: [],
      staticRoutes: row.staticRoutes,
    }),
  );
  const direct = [...virtualInterfaces.values()]
    .filter(({ type }) => type !== 'public')
    .map(
      (row): BareLink => ({
        id: row.id,
        kind: 'virtual-interface',
        isUp: row.isUp,
        customerGatewayId: undefined,
        vpnGatewayId: row.vpnGatewayId,
        transitGatewayId: undefined,
        directConnectGatewayId: row.directConnectGatewayId,
        associatedGatewayIds: (
          directConnectGateways.get(row.directConnectGatewayId ?? '')?.associations ?? []
        ).map(({ gatewayId }) => gatewayId),
        staticRoutes: undefined,
      }),
    );
  return [...vpn, ...direct];
}

function cidrOf(text: string, path: Issue['path'], report: ReportIssue): Cidr | undefined {
  const cidr = parseCidr(text);
  if (!cidr) report(path, `\`${text}\` is not a block of addresses`);
  return cidr;
}
