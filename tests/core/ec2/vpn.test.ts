/** Virtual private gateways, customer gateways and VPN connections: what calls make of them. */
import { describe, expect, it } from 'vitest';
import { type Call, done, everything, made, plain, refusal, TABLE, TGW, VGW, VPN } from '../../support/calls';

const CGW = made('cgw');

describe('a virtual private gateway', () => {
  it('is attached to one VPC at a time, and deleted when it is free', () => {
    const attach: Call = { Action: 'AttachVpnGateway', VpnGatewayId: VGW, VpcId: 'vpc-2' };
    const created = done(plain(), { Action: 'CreateVpnGateway', Type: 'ipsec.1' });
    const attached = done(created, attach);
    expect(attached.VpnGateways?.[0]?.VpcAttachments).toEqual([{ VpcId: 'vpc-2', State: 'attached' }]);
    expect(done(attached, { ...attach, Action: 'DetachVpnGateway' })).toEqual(created);
    expect(done(created, { Action: 'DeleteVpnGateway', VpnGatewayId: VGW }).VpnGateways).toEqual([]);
  });

  it('stays while a connection ends at it, or a route table steers what enters there', () => {
    const detach: Call = { Action: 'DetachVpnGateway', VpnGatewayId: VGW, VpcId: 'vpc-1' };
    expect(refusal(everything(), detach, { Action: 'DeleteVpnGateway', VpnGatewayId: VGW })).toBe(
      'IncorrectState',
    );
    expect(
      refusal(
        everything(),
        { Action: 'AssociateRouteTable', RouteTableId: 'rtb-spare', GatewayId: VGW },
        detach,
      ),
    ).toBe('DependencyViolation');
  });
});

describe('a customer gateway', () => {
  it('is made once for the same request', () => {
    const create: Call = { Action: 'CreateCustomerGateway', Type: 'ipsec.1', IpAddress: '203.0.113.9' };
    const one = done(plain(), create);
    expect(one.CustomerGateways).toMatchObject([{ CustomerGatewayId: CGW, BgpAsn: '65000' }]);
    expect(done(one, create)).toEqual(one);
    expect(done(one, { ...create, BgpAsn: 65010 }).CustomerGateways).toHaveLength(2);
    expect(done(one, { Action: 'DeleteCustomerGateway', CustomerGatewayId: CGW }).CustomerGateways).toEqual(
      [],
    );
  });
});

describe('a VPN connection', () => {
  it('has two tunnels with addresses of their own', () => {
    expect(everything().VpnConnections?.[0]).toMatchObject({
      VpnGatewayId: VGW,
      CustomerGatewayId: CGW,
      Options: { StaticRoutesOnly: true },
      Routes: [{ DestinationCidrBlock: '192.168.0.0/16', State: 'available' }],
      VgwTelemetry: [
        { OutsideIpAddress: '192.0.2.254', Status: 'UP' },
        { OutsideIpAddress: '192.0.2.253', Status: 'UP' },
      ],
    });
  });

  it('with BGP takes no static routes', () => {
    const dynamic: readonly Call[] = [
      { Action: 'CreateCustomerGateway', Type: 'ipsec.1', IpAddress: '203.0.113.31', As: 'far' },
      {
        Action: 'CreateVpnConnection',
        Type: 'ipsec.1',
        CustomerGatewayId: { Ref: 'far' },
        VpnGatewayId: VGW,
        As: 'link',
      },
    ];
    const after = done(everything(), ...dynamic);
    expect(
      refusal(after, {
        Action: 'CreateVpnConnectionRoute',
        VpnConnectionId: made('vpn', 2),
        DestinationCidrBlock: '10.9.0.0/16',
      }),
    ).toBe('InvalidVpnConnection.InvalidType');
  });

  it('to a transit gateway is an attachment, whose routes stand in the gateway’s tables', () => {
    const joined = done(everything(), {
      Action: 'CreateVpnConnection',
      Type: 'ipsec.1',
      CustomerGatewayId: CGW,
      TransitGatewayId: TGW,
      Options: { StaticRoutesOnly: true },
    });
    expect(joined.TransitGatewayAttachments?.at(-1)).toMatchObject({
      ResourceType: 'vpn',
      ResourceId: made('vpn', 2),
      Association: { TransitGatewayRouteTableId: TABLE },
    });
    expect(
      refusal(joined, {
        Action: 'CreateVpnConnectionRoute',
        VpnConnectionId: made('vpn', 2),
        DestinationCidrBlock: '10.9.0.0/16',
      }),
    ).toBe('InvalidVpnConnection.InvalidType');
    expect(done(joined, { Action: 'DeleteVpnConnection', VpnConnectionId: made('vpn', 2) })).toEqual(
      everything(),
    );
  });

  it('takes its routes along', () => {
    const gone = done(everything(), { Action: 'DeleteVpnConnection', VpnConnectionId: VPN });
    expect(gone.VpnConnections).toEqual([]);
  });
});
