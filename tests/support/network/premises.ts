/** What leads to the premises, in few words: virtual private gateways, VPN connections, Direct Connect, and who sits there. */
import { type Part, words } from './part';

/** `vgw-a`, attached to `vpc-a`. */
export function vpnGateway(name: string, attached = true): Part {
  return {
    Snapshot: {
      VpnGateways: [
        {
          VpnGatewayId: `vgw-${name}`,
          VpcAttachments: attached ? [{ VpcId: `vpc-${name}`, State: 'attached' }] : [],
        },
      ],
    },
  };
}

/** `vpn('1', 'vgw-a')`, `vpn('1', 'tgw-1 down')`; blocks after the gateway are static routes, none means BGP. */
export function vpn(name: string, text: string): Part {
  const [gateway = '', ...rest] = words(text);
  const routes = rest.filter((word) => word.includes('/'));
  return {
    Snapshot: {
      VpnConnections: [
        {
          VpnConnectionId: `vpn-${name}`,
          CustomerGatewayId: `cgw-${name}`,
          ...(gateway.startsWith('tgw-') ? { TransitGatewayId: gateway } : { VpnGatewayId: gateway }),
          State: 'available',
          Options: { StaticRoutesOnly: routes.length > 0 },
          Routes: routes.map((DestinationCidrBlock) => ({ DestinationCidrBlock, State: 'available' })),
          VgwTelemetry: [{ Status: rest.includes('down') ? 'DOWN' : 'UP' }, { Status: 'DOWN' }],
        },
      ],
      CustomerGateways: [{ CustomerGatewayId: `cgw-${name}`, State: 'available' }],
    },
  };
}

/** `dxvif-1` to a virtual private gateway, or to `dxgw-1`: `directConnect('1', 'dxgw-1', { 'vgw-a': ['10.1.0.0/16'] })`. */
export function directConnect(
  name: string,
  text: string,
  associations: Readonly<Record<string, readonly string[]>> = {},
): Part {
  const [gateway = '', ...flags] = words(text);
  return {
    Snapshot: {
      VirtualInterfaces: [
        {
          virtualInterfaceId: `dxvif-${name}`,
          virtualInterfaceType: Object.keys(associations).some((id) => id.startsWith('tgw-'))
            ? 'transit'
            : 'private',
          virtualInterfaceState: 'available',
          ...(gateway.startsWith('vgw-')
            ? { virtualGatewayId: gateway }
            : { directConnectGatewayId: gateway }),
          bgpPeers: [{ bgpStatus: flags.includes('down') ? 'down' : 'up' }],
        },
      ],
      ...(gateway.startsWith('dxgw-') &&
        Object.keys(associations).length > 0 && {
          DirectConnectGateways: [
            {
              directConnectGatewayId: gateway,
              directConnectGatewayAssociations: Object.entries(associations).map(([id, prefixes]) => ({
                associationState: 'associated',
                associatedGateway: { id },
                allowedPrefixesToDirectConnectGateway: prefixes.map((cidr) => ({ cidr })),
              })),
            },
          ],
        }),
    },
  };
}

interface PremisesSketch {
  readonly connections: readonly string[];
  readonly advertises?: readonly string[];
  readonly routes?: readonly string[];
  /** Name -> address. */
  readonly hosts?: Readonly<Record<string, string>>;
}

export function premises(name: string, sketch: PremisesSketch): Part {
  return {
    Premises: [
      {
        Name: name,
        Connections: sketch.connections,
        ...(sketch.advertises && { Advertises: sketch.advertises }),
        ...(sketch.routes && { Routes: sketch.routes }),
      },
    ],
    Hosts: Object.entries(sketch.hosts ?? {}).map(([Name, IpAddress]) => ({ Name, IpAddress, Behind: name })),
  };
}
