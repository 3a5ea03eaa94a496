/** What joins a VPC to the internet, to another VPC and to somebody's premises: gateways, NAT, peering, VPN. */
import type { World } from '../../simulate/world';
import { type Draft, nameTag, OWNER_ID, REGION } from './draft';
import { addInterface, hostAddress } from './server';
import type { DraftSubnet, DraftVpc } from './vpc';

export function addInternetGateway(draft: Draft, { id: VpcId, name }: DraftVpc): string {
  const id = draft.id('igw');
  draft.add('InternetGateways', {
    InternetGatewayId: id,
    OwnerId: OWNER_ID,
    Attachments: [{ VpcId, State: 'available' }],
    Tags: nameTag(name),
  });
  return id;
}

export function addEgressOnlyGateway(draft: Draft, { id: VpcId, name }: DraftVpc): string {
  const id = draft.id('eigw');
  draft.add('EgressOnlyInternetGateways', {
    EgressOnlyInternetGatewayId: id,
    Attachments: [{ VpcId, State: 'attached' }],
    Tags: nameTag(name),
  });
  return id;
}

/** A public NAT gateway with an Elastic IP address, in the subnet it works in. */
export function addNatGateway(draft: Draft, subnet: DraftSubnet, host: number, publicIp: string): string {
  const id = draft.id('nat');
  const [AllocationId, AssociationId] = [draft.id('eipalloc'), draft.id('eipassoc')];
  const address = hostAddress(subnet.cidr, host);
  const row = addInterface(draft, subnet, {
    description: `Interface for NAT Gateway ${id}`,
    address,
    groupIds: [],
    type: 'nat_gateway',
    association: { PublicIp: publicIp, IpOwnerId: OWNER_ID, AllocationId, AssociationId },
  });
  draft.add('Addresses', {
    PublicIp: publicIp,
    AllocationId,
    AssociationId,
    Domain: 'vpc',
    NetworkInterfaceId: row.NetworkInterfaceId,
    NetworkInterfaceOwnerId: OWNER_ID,
    PrivateIpAddress: address,
  });
  draft.add('NatGateways', {
    NatGatewayId: id,
    VpcId: subnet.vpc.id,
    SubnetId: subnet.id,
    State: 'available',
    ConnectivityType: 'public',
    NatGatewayAddresses: [
      {
        AllocationId,
        AssociationId,
        NetworkInterfaceId: row.NetworkInterfaceId,
        PrivateIp: address,
        PublicIp: publicIp,
        IsPrimary: true,
        Status: 'succeeded',
      },
    ],
    Tags: nameTag(`${subnet.vpc.name}-${subnet.zone}`),
  });
  return id;
}

export function addPeering(draft: Draft, requester: DraftVpc, accepter: DraftVpc): string {
  const id = draft.id('pcx');
  const info = ({ id: VpcId, cidr: CidrBlock, region = REGION }: DraftVpc) => ({
    VpcId,
    CidrBlock,
    OwnerId: OWNER_ID,
    Region: region,
  });
  draft.add('VpcPeeringConnections', {
    VpcPeeringConnectionId: id,
    RequesterVpcInfo: info(requester),
    AccepterVpcInfo: info(accepter),
    Status: { Code: 'active', Message: 'Active' },
    Tags: nameTag(`${requester.name}-${accepter.name}`),
  });
  return id;
}

/** A virtual private gateway with one VPN connection by BGP to somebody's premises. */
export function addVpn(
  draft: Draft,
  { id: VpcId, name }: DraftVpc,
  premises: string,
  advertises: readonly string[],
  customerAddress: string,
): {
  readonly vpnGatewayId: string;
  readonly vpnConnectionId: string;
  readonly premises: NonNullable<World['Premises']>[number];
} {
  const vpnGatewayId = draft.id('vgw');
  const customerGatewayId = draft.id('cgw');
  const vpnConnectionId = draft.id('vpn');
  draft.add('VpnGateways', {
    VpnGatewayId: vpnGatewayId,
    State: 'available',
    Type: 'ipsec.1',
    VpcAttachments: [{ VpcId, State: 'attached' }],
    Tags: nameTag(name),
  });
  draft.add('CustomerGateways', {
    CustomerGatewayId: customerGatewayId,
    IpAddress: customerAddress,
    BgpAsn: '65010',
    State: 'available',
    Type: 'ipsec.1',
    Tags: nameTag(premises),
  });
  draft.add('VpnConnections', {
    VpnConnectionId: vpnConnectionId,
    VpnGatewayId: vpnGatewayId,
    CustomerGatewayId: customerGatewayId,
    State: 'available',
    Type: 'ipsec.1',
    Options: { StaticRoutesOnly: false },
    Routes: [],
    VgwTelemetry: ['203.0.113.210', '203.0.113.211'].map((OutsideIpAddress) => ({
      OutsideIpAddress,
      Status: 'UP' as const,
      AcceptedRouteCount: advertises.length,
    })),
    Tags: nameTag(premises),
  });
  return {
    vpnGatewayId,
    vpnConnectionId,
    premises: { Name: premises, Connections: [vpnConnectionId], Advertises: [...advertises] },
  };
}
