/** The pages of gateways, of connections to other networks, and of endpoints. */
import { described, details, page } from './page';

interface Attached {
  readonly VpcId: string;
  readonly State?: string | undefined;
}

function attachmentTable(rows: readonly Attached[] = []) {
  return {
    title: 'attachments',
    columns: ['VPC', 'state'],
    rows: rows.map(({ VpcId, State = '' }) => [VpcId, State]),
  };
}

export const internetGatewayPage = page({
  rows: 'InternetGateways',
  id: ({ InternetGatewayId }) => InternetGatewayId,
  tables: ({ Attachments }) => [attachmentTable(Attachments)],
  printed: (row) => [
    described(
      `describe-internet-gateways --internet-gateway-ids ${row.InternetGatewayId}`,
      'InternetGateways',
      [row],
    ),
  ],
});

export const egressOnlyInternetGatewayPage = page({
  rows: 'EgressOnlyInternetGateways',
  id: ({ EgressOnlyInternetGatewayId }) => EgressOnlyInternetGatewayId,
  tables: ({ Attachments }) => [attachmentTable(Attachments)],
  printed: (row) => [
    described(
      `describe-egress-only-internet-gateways --egress-only-internet-gateway-ids ${row.EgressOnlyInternetGatewayId}`,
      'EgressOnlyInternetGateways',
      [row],
    ),
  ],
});

export const natGatewayPage = page({
  rows: 'NatGateways',
  id: ({ NatGatewayId }) => NatGatewayId,
  tables: ({ State, ConnectivityType, VpcId, SubnetId, NatGatewayAddresses = [] }, { network }) => [
    details('NAT gateway', {
      state: State,
      connectivity: ConnectivityType,
      VPC: VpcId,
      subnet: SubnetId && [SubnetId, network.subnets.get(SubnetId)?.name ?? ''].filter(Boolean),
    }),
    {
      title: 'addresses',
      columns: ['interface', 'private address', 'public address'],
      rows: NatGatewayAddresses.map(({ NetworkInterfaceId = '', PrivateIp = '', PublicIp = '' }) => [
        NetworkInterfaceId,
        PrivateIp,
        PublicIp,
      ]),
    },
  ],
  printed: (row) => [
    described(`describe-nat-gateways --nat-gateway-ids ${row.NatGatewayId}`, 'NatGateways', [row]),
  ],
});

export const vpnGatewayPage = page({
  rows: 'VpnGateways',
  id: ({ VpnGatewayId }) => VpnGatewayId,
  tables: ({ State, VpcAttachments }) => [
    details('virtual private gateway', { state: State }),
    attachmentTable(VpcAttachments),
  ],
  printed: (row) => [
    described(`describe-vpn-gateways --vpn-gateway-ids ${row.VpnGatewayId}`, 'VpnGateways', [row]),
  ],
});

export const vpnConnectionPage = page({
  rows: 'VpnConnections',
  id: ({ VpnConnectionId }) => VpnConnectionId,
  tables: ({ State, VpnGatewayId, TransitGatewayId, CustomerGatewayId, Options, Routes, VgwTelemetry }) => [
    details('VPN connection', {
      state: State,
      'AWS end': VpnGatewayId ?? TransitGatewayId,
      'customer gateway': CustomerGatewayId,
      routing: Options?.StaticRoutesOnly ? 'static' : 'dynamic (BGP)',
      'static routes': (Routes ?? []).map(({ DestinationCidrBlock }) => DestinationCidrBlock),
    }),
    {
      title: 'tunnels',
      columns: ['outside address', 'status'],
      rows: (VgwTelemetry ?? []).map(({ OutsideIpAddress = '', Status = '' }) => [OutsideIpAddress, Status]),
    },
  ],
  printed: (row) => [
    described(`describe-vpn-connections --vpn-connection-ids ${row.VpnConnectionId}`, 'VpnConnections', [
      row,
    ]),
  ],
});

export const vpcPeeringConnectionPage = page({
  rows: 'VpcPeeringConnections',
  id: ({ VpcPeeringConnectionId }) => VpcPeeringConnectionId,
  tables: ({ Status, RequesterVpcInfo, AccepterVpcInfo }) => [
    details('peering connection', { status: Status?.Code, message: Status?.Message }),
    {
      title: 'VPCs',
      columns: ['side', 'VPC', 'block', 'Region'],
      rows: (
        [
          ['requester', RequesterVpcInfo],
          ['accepter', AccepterVpcInfo],
        ] as const
      ).map(([side, { VpcId, CidrBlock = '', Region = '' }]) => [side, VpcId, CidrBlock, Region]),
    },
  ],
  printed: (row) => [
    described(
      `describe-vpc-peering-connections --vpc-peering-connection-ids ${row.VpcPeeringConnectionId}`,
      'VpcPeeringConnections',
      [row],
    ),
  ],
});

export const vpcEndpointPage = page({
  rows: 'VpcEndpoints',
  id: ({ VpcEndpointId }) => VpcEndpointId,
  tables: (row) => [
    details('endpoint', {
      service: row.ServiceName,
      type: row.VpcEndpointType,
      state: row.State,
      VPC: row.VpcId,
      'route tables': row.RouteTableIds,
      subnets: row.SubnetIds,
      interfaces: row.NetworkInterfaceIds,
      'security groups': (row.Groups ?? []).map(({ GroupId }) => GroupId),
      'private DNS': row.PrivateDnsEnabled === undefined ? undefined : String(row.PrivateDnsEnabled),
      policy: row.PolicyDocument,
    }),
  ],
  printed: (row) => [
    described(`describe-vpc-endpoints --vpc-endpoint-ids ${row.VpcEndpointId}`, 'VpcEndpoints', [row]),
  ],
});
