/** On the connections between AWS and the premises, both ways. */
import type { AttachedResource } from '../../vpc/transit-gateway';
import type { Obstacle } from '../blockers/obstacle';
import type { Link } from '../ends/links';
import { narrow, without } from '../flow';
import { endsOf } from '../leg';
import type { Onward } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import { judge } from './judge';
import { intoVpc } from './vpn-gateway';

/** On the connection itself. */
export function passLink(
  search: Search,
  way: Way,
  link: Link,
  direction: 'ingress' | 'egress',
): Way | undefined {
  const { space } = search;
  return judge(
    search,
    { ...way, leftBy: undefined },
    {
      component: link.id,
      kind: link.kind,
      direction,
      checks: [
        { accepts: link.isUp ? space.everything : space.nothing, obstacle: () => linkDown(search, link) },
      ],
    },
  );
}

function linkDown({ network }: Search, link: Link): Obstacle | undefined {
  const { id, kind, vpnGatewayId, customerGatewayId, transitGatewayId } = link;
  // AWS has no code for Direct Connect.
  if (kind === 'virtual-interface') return undefined;
  const attachment = [
    ...(network.transitGateways.get(transitGatewayId ?? '')?.attachments.values() ?? []),
  ].find(({ resource }) => resource.kind === 'vpn' && resource.vpnConnectionId === id);
  const key = `state ${id}`;
  if (attachment)
    return {
      key,
      code: 'TGW_BAD_STATE_VPN',
      facts: { VpnConnection: id, TransitGatewayAttachment: attachment.id, State: 'down' },
    };
  return {
    key,
    code: 'BAD_STATE_VPN',
    facts: {
      VpnConnection: id,
      ...(vpnGatewayId !== undefined && { VpnGateway: vpnGatewayId }),
      ...(customerGatewayId !== undefined && { CustomerGateway: customerGatewayId }),
      State: 'down',
    },
  };
}

export function arriveAtPremises(search: Search, way: Way, link: Link): readonly Onward[] {
  const onward = passLink(search, way, link, 'egress');
  return onward ? [{ way: onward, motion: { to: 'on-premises', link } }] : [];
}

export function arriveAtAws(search: Search, way: Way, link: Link): readonly Onward[] {
  const passed = passLink(search, way, link, 'ingress');
  return passed ? awsEnds(search, passed, link) : [];
}

/** What a Direct Connect gateway offers by each of the gateways behind it, or the one gateway of a VPN. */
function awsEnds(search: Search, way: Way, link: Link): readonly Onward[] {
  const { network } = search;
  if (link.vpnGatewayId !== undefined) return intoVpc(search, way, link.vpnGatewayId);
  if (link.transitGatewayId !== undefined)
    return intoTransitGateway(
      search,
      way,
      link.transitGatewayId,
      (resource) => resource.kind === 'vpn' && resource.vpnConnectionId === link.id,
    );
  const { to } = endsOf(way.leg);
  let left = way.flow;
  const onwards: Onward[] = [];
  const direct = network.directConnectGateways.get(link.directConnectGatewayId ?? '');
  for (const { gatewayId, allowedPrefixes } of direct?.associations ?? []) {
    const allowed = allowedPrefixes.length > 0 ? search.within(to, allowedPrefixes) : search.space.everything;
    const offered = allowed.intersect(offeredBy(search, gatewayId, direct?.id ?? '', to));
    const flow = narrow(left, offered);
    if (flow.length === 0) continue;
    left = without(left, offered);
    const own = { ...way, flow };
    onwards.push(
      ...(gatewayId.startsWith('vgw-')
        ? intoVpc(search, own, gatewayId)
        : intoTransitGateway(
            search,
            own,
            gatewayId,
            (resource) =>
              resource.kind === 'direct-connect-gateway' && resource.directConnectGatewayId === direct?.id,
          )),
    );
  }
  if (left.length > 0)
    judge(
      search,
      { ...way, flow: left },
      {
        component: link.id,
        kind: link.kind,
        direction: 'ingress',
        checks: [{ accepts: search.space.nothing }],
      },
    );
  return onwards;
}

function offeredBy(search: Search, gatewayId: string, directId: string, to: 'source' | 'destination') {
  const { network, space } = search;
  if (gatewayId.startsWith('vgw-')) {
    const vpc = network.vpcs.get(network.vpnGateways.get(gatewayId)?.vpcId ?? '');
    return vpc ? search.within(to, vpc.cidrs) : space.nothing;
  }
  const attachment = [...(network.transitGateways.get(gatewayId)?.attachments.values() ?? [])].find(
    ({ resource }) =>
      resource.kind === 'direct-connect-gateway' && resource.directConnectGatewayId === directId,
  );
  if (!attachment?.routeTable) return space.nothing;
  return space.union(
    search
      .transitRoutes(attachment.routeTable, to)
      .filter(({ rule }) => !rule.isBlackhole)
      .map(({ effective }) => effective),
  );
}

function intoTransitGateway(
  { network }: Search,
  way: Way,
  gatewayId: string,
  isOurs: (resource: AttachedResource) => boolean,
): readonly Onward[] {
  const gateway = network.transitGateways.get(gatewayId);
  const attachment = gateway && [...gateway.attachments.values()].find(({ resource }) => isOurs(resource));
  return gateway && attachment
    ? [{ way, motion: { to: 'transit-gateway', gateway, attachment, zone: '' } }]
    : [];
}
