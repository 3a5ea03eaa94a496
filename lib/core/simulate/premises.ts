/**
 * The far side of VPNs and Direct Connect: which connections end at which premises, and what lives there.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html
 */
import type { Address } from '../net/address';
import type { Cidr } from '../net/cidr';
import { isPublic } from '../net/special';
import { PrefixIndex } from '../rules/prefix-index';
import { groupBy } from '../vpc/index-by';
import type { Network } from '../vpc/network';

export interface Premises {
  readonly name: string;
  /** Connections in the order in which its own router prefers them. */
  readonly links: readonly Link[];
  /** What it tells AWS of by BGP; undefined: whatever AWS routes there. */
  readonly advertises: readonly Cidr[] | undefined;
  /** What its router sends into AWS; undefined: whatever AWS offers. */
  readonly routes: readonly Cidr[] | undefined;
}

/** One VPN connection or virtual interface. */
export interface Link {
  readonly id: string;
  readonly kind: 'vpn-connection' | 'virtual-interface';
  readonly isUp: boolean;
  readonly premises: Pick<Premises, 'name' | 'advertises'>;
  readonly customerGatewayId: string | undefined;
  /** The gateway at its AWS end. */
  readonly vpnGatewayId: string | undefined;
  readonly transitGatewayId: string | undefined;
  readonly directConnectGatewayId: string | undefined;
  /** Virtual private gateways behind its Direct Connect gateway. */
  readonly associatedGatewayIds: readonly string[];
  readonly staticRoutes: readonly Cidr[] | undefined;
}

/** All premises, looked up once. */
export interface PremisesIndex {
  readonly all: readonly Premises[];
  /** By their own name, by a connection that ends there, or by its customer gateway. */
  readonly byName: ReadonlyMap<string, Premises>;
  /** Id of a gateway or connection at the AWS end -> the connections that it leads to. */
  readonly linksAt: ReadonlyMap<string, readonly Link[]>;
  /** Blocks -> on whose premises they lie, and how long they are. */
  readonly owners: PrefixIndex<{ readonly premises: Premises; readonly length: number }>;
}

export function indexPremises(all: readonly Premises[], network: Network): PremisesIndex {
  const links = all.flatMap((premises) => premises.links.map((link) => ({ premises, link })));
  const names = links.flatMap(({ premises, link: { id, customerGatewayId } }) =>
    [customerGatewayId, id].flatMap((name) => (name === undefined ? [] : [[name, premises] as const])),
  );
  const ends = links.flatMap(({ link }) => awsEndIds(link).map((id) => ({ id, link })));
  return {
    all,
    byName: new Map([...names, ...all.map((premises) => [premises.name, premises] as const)]),
    linksAt: new Map(
      [...groupBy(ends, ({ id }) => id)].map(([id, there]) => [id, there.map(({ link }) => link)]),
    ),
    owners: ownersOf(links, network),
  };
}

function awsEndIds({
  id,
  vpnGatewayId,
  directConnectGatewayId,
  associatedGatewayIds,
}: Link): readonly string[] {
  const own = [id, vpnGatewayId, directConnectGatewayId].filter((end) => end !== undefined);
  return [...new Set([...own, ...associatedGatewayIds])];
}

interface OwnLink {
  readonly premises: Premises;
  readonly link: Link;
}

function ownersOf(links: readonly OwnLink[], network: Network): PremisesIndex['owners'] {
  const routedTo = routesByLink(network);
  const rows = links.flatMap(({ premises, link }) =>
    (link.staticRoutes ?? premises.advertises ?? routedTo(link)).map((cidr) => ({ cidr, premises })),
  );
  return new PrefixIndex(
    rows.map(({ cidr, premises }) => ({ cidr, value: { premises, length: cidr.length } })),
  );
}

/** What AWS routes to a connection of which nobody says what lies behind. */
function routesByLink({ routeTables, transitGateways }: Network): (link: Link) => readonly Cidr[] {
  const found = new Map<string, Cidr[]>();
  const add = (id: string, destination: Cidr): void => {
    const blocks = found.get(id);
    if (blocks) blocks.push(destination);
    else found.set(id, [destination]);
  };
  for (const { routes } of routeTables.values())
    for (const { target, destination } of routes)
      if (target.kind === 'vpn-gateway') add(target.id, destination);
  for (const { routeTables: tables, attachments } of transitGateways.values())
    for (const { routes } of tables.values())
      for (const { destination, attachmentIds } of routes)
        for (const id of attachmentIds) {
          const resource = attachments.get(id)?.resource;
          if (resource?.kind === 'vpn') add(resource.vpnConnectionId, destination);
          if (resource?.kind === 'direct-connect-gateway') add(resource.directConnectGatewayId, destination);
        }
  return (link) => awsEndIds(link).flatMap((id) => found.get(id) ?? []);
}

/** The premises on which an address lives that nobody in the document owns: where a connection's routes hold it. */
export function premisesOwning({ owners }: PremisesIndex, address: Address): Premises | undefined {
  const owner = owners.longest(address);
  // A default route says nothing about public addresses: they live on the internet.
  return owner && (owner.length > 0 || !isPublic(address)) ? owner.premises : undefined;
}
