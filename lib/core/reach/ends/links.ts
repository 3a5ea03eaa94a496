/**
 * The connections that lead from AWS to the premises. What sits there, and what its
 * router says by BGP, no API tells: a connection without static routes is taken to know every address.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
import type { Cidr } from '../../net/cidr';
import type { Network } from '../../vpc/network';

/** One VPN connection or virtual interface. */
export interface Link {
  readonly id: string;
  readonly kind: 'vpn-connection' | 'virtual-interface';
  readonly isUp: boolean;
  readonly customerGatewayId: string | undefined;
  readonly vpnGatewayId: string | undefined;
  readonly transitGatewayId: string | undefined;
  readonly directConnectGatewayId: string | undefined;
  readonly staticRoutes: readonly Cidr[] | undefined;
}

export function linksIn({ vpnConnections, virtualInterfaces }: Network): readonly Link[] {
  const vpn = [...vpnConnections.values()].map(
    ({ id, isUp, customerGatewayId, vpnGatewayId, transitGatewayId, staticRoutes }): Link => ({
      id,
      kind: 'vpn-connection',
      isUp,
      customerGatewayId,
      vpnGatewayId,
      transitGatewayId,
      directConnectGatewayId: undefined,
      staticRoutes,
    }),
  );
  const direct = [...virtualInterfaces.values()]
    .filter(({ type }) => type !== 'public')
    .map(
      ({ id, isUp, vpnGatewayId, directConnectGatewayId }): Link => ({
        id,
        kind: 'virtual-interface',
        isUp,
        customerGatewayId: undefined,
        vpnGatewayId,
        transitGatewayId: undefined,
        directConnectGatewayId,
        staticRoutes: undefined,
      }),
    );
  return [...vpn, ...direct];
}
