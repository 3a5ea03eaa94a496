/** Internet gateways, NAT gateways, addresses, peering: what calls make of them. */
import { describe, expect, it } from 'vitest';
import { parseNetwork } from '@/lib/core/vpc/parse-network';
import {
  type Call,
  done,
  everything,
  interfaceOf,
  made,
  NAT,
  plain,
  refusal,
  routesOf,
} from '../../support/calls';

describe('Elastic IP addresses', () => {
  it('are allocated, recovered, paired, freed and released, told alike at the address and at the interface', () => {
    const paired = done(
      plain(),
      { Action: 'AllocateAddress', Domain: 'vpc', Address: '198.51.100.77', As: 'mine' },
      { Action: 'AssociateAddress', AllocationId: { Ref: 'mine' }, NetworkInterfaceId: 'eni-c' },
    );
    expect(paired.NetworkInterfaces?.[0]?.Association?.PublicIp).toBe('198.51.100.77');
    expect(paired.Addresses?.at(-1)).toMatchObject({
      NetworkInterfaceId: 'eni-c',
      PrivateIpAddress: '10.0.1.10',
    });
    const door = parseNetwork(paired);
    expect('network' in door && [...door.network.publicAddresses.values()].map(({ id }) => id)).toEqual([
      'eni-c',
    ]);
    const AssociationId = paired.Addresses?.at(-1)?.AssociationId ?? '';
    const freed = done(paired, { Action: 'DisassociateAddress', AssociationId });
    expect(done(freed, { Action: 'ReleaseAddress', AllocationId: made('eipalloc') })).toEqual(plain());
  });

  it('come from documentation ranges, and run out', () => {
    const one = done(plain(), { Action: 'AllocateAddress' });
    expect(one.Addresses?.at(-1)?.PublicIp).toBe('192.0.2.254');
    const hosts = Array.from({ length: 254 }, (_, i) => i + 1);
    const full = ['192.0.2', '198.51.100', '203.0.113'].flatMap((net) =>
      hosts.map((host) => ({ PublicIp: `${net}.${host}`, AllocationId: `eipalloc-${net}-${host}` })),
    );
    expect(refusal({ ...plain(), Addresses: full }, { Action: 'AllocateAddress' })).toBe(
      'AddressLimitExceeded',
    );
  });

  it('take each other’s place on an interface, and move to another one', () => {
    const first: Call = { Action: 'AssociateAddress', AllocationId: 'eipalloc-1', InstanceId: 'i-c' };
    const second: Call = { Action: 'AssociateAddress', AllocationId: 'eipalloc-2', InstanceId: 'i-c' };
    const swapped = done(plain(), first, second);
    expect(swapped.Addresses?.map(({ NetworkInterfaceId }) => NetworkInterfaceId)).toEqual([
      undefined,
      'eni-c',
      undefined,
    ]);
    const moved = done(plain(), first, { ...first, InstanceId: 'i-s' });
    expect(interfaceOf(moved, 'eni-c')?.Association).toBeUndefined();
    expect(interfaceOf(moved, 'eni-s')?.Association?.PublicIp).toBe('198.51.100.1');
  });
});

describe('internet gateways', () => {
  it('are made unattached, and deleted', () => {
    const created = done(plain(), { Action: 'CreateInternetGateway' });
    expect(created.InternetGateways?.at(-1)).toEqual({ InternetGatewayId: made('igw'), Attachments: [] });
    expect(done(created, { Action: 'DeleteInternetGateway', InternetGatewayId: made('igw') })).toEqual(
      plain(),
    );
  });

  it('stay attached while a public address or a route table needs them', () => {
    const detach: Call = { Action: 'DetachInternetGateway', InternetGatewayId: 'igw-1', VpcId: 'vpc-1' };
    const address: Call = { Action: 'AssociateAddress', AllocationId: 'eipalloc-1', InstanceId: 'i-c' };
    const table: Call = { Action: 'AssociateRouteTable', RouteTableId: 'rtb-spare', GatewayId: 'igw-1' };
    expect(refusal(plain(), address, detach)).toBe('DependencyViolation');
    expect(refusal(plain(), table, detach)).toBe('DependencyViolation');
    expect(refusal(plain(), detach, address)).toBe('Gateway.NotAttached');
  });

  it('of the egress-only kind are made with their attachment', () => {
    const created = done(plain(), { Action: 'CreateEgressOnlyInternetGateway', VpcId: 'vpc-2' });
    const id = made('eigw');
    expect(created.EgressOnlyInternetGateways).toEqual([
      { EgressOnlyInternetGatewayId: id, Attachments: [{ VpcId: 'vpc-2', State: 'attached' }] },
    ]);
    const remove: Call = { Action: 'DeleteEgressOnlyInternetGateway', EgressOnlyInternetGatewayId: id };
    expect(done(created, remove).EgressOnlyInternetGateways).toEqual([]);
  });
});

describe('NAT gateways', () => {
  const gateway = (snapshot: ReturnType<typeof plain>, id = NAT) =>
    snapshot.NatGateways?.find(({ NatGatewayId }) => NatGatewayId === id);

  it('of the public kind work through an interface that AWS makes, with their Elastic IP address on it', () => {
    const row = gateway(everything());
    expect(row).toMatchObject({ State: 'available', ConnectivityType: 'public', SubnetId: 'subnet-c' });
    const [address] = row?.NatGatewayAddresses ?? [];
    expect(address).toMatchObject({ PublicIp: '198.51.100.2', PrivateIp: '10.0.1.4', IsPrimary: true });
    expect(interfaceOf(everything(), address?.NetworkInterfaceId ?? '')).toMatchObject({
      InterfaceType: 'nat_gateway',
      Description: `Interface for NAT Gateway ${NAT}`,
      RequesterManaged: true,
      SourceDestCheck: false,
      Groups: [],
      Association: { PublicIp: '198.51.100.2', AllocationId: 'eipalloc-2' },
    });
  });

  it('leave their row behind, free the address, and make their routes blackholes', () => {
    const gone = done(
      everything(),
      { Action: 'ReplaceRoute', RouteTableId: 'rtb-s', DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: NAT },
      { Action: 'DeleteNatGateway', NatGatewayId: NAT },
    );
    expect(gateway(gone)?.State).toBe('deleted');
    expect(gone.NetworkInterfaces?.some(({ InterfaceType }) => InterfaceType === 'nat_gateway')).toBe(false);
    expect(gone.Addresses?.[1]?.AssociationId).toBeUndefined();
    expect(routesOf(gone, 'rtb-s')).toContain(`0.0.0.0/0 ${NAT} blackhole`);
    expect(refusal(gone, { Action: 'DeleteNatGateway', NatGatewayId: NAT })).toBe('NatGatewayNotFound');
  });

  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NatGateway.html (FailureCode)
  it.each<[string, Call]>([
    ['Gateway.NotAttached', { Action: 'CreateNatGateway', SubnetId: 'subnet-2', AllocationId: 'eipalloc-1' }],
    [
      'InvalidAllocationID.NotFound',
      { Action: 'CreateNatGateway', SubnetId: 'subnet-s', AllocationId: 'eipalloc-9' },
    ],
    [
      'Resource.AlreadyAssociated',
      { Action: 'CreateNatGateway', SubnetId: 'subnet-s', AllocationId: 'eipalloc-2' },
    ],
  ])('are made and fail: %s', (code, action) => {
    const after = done(everything(), action);
    expect(gateway(after, made('nat', 2))).toMatchObject({ State: 'failed', FailureCode: code });
    expect(after.NetworkInterfaces).toEqual(everything().NetworkInterfaces);
  });

  it('of the private kind have no public address, and take further private ones', () => {
    const one = done(plain(), {
      Action: 'CreateNatGateway',
      SubnetId: 'subnet-s',
      ConnectivityType: 'private',
      PrivateIpAddress: '10.0.2.77',
      SecondaryPrivateIpAddressCount: 1,
    });
    const addresses = () => gateway(one)?.NatGatewayAddresses?.map(({ PrivateIp }) => PrivateIp);
    expect(addresses()).toEqual(['10.0.2.77', '10.0.2.4']);
    const more = done(one, {
      Action: 'AssignPrivateNatGatewayAddress',
      NatGatewayId: NAT,
      PrivateIpAddresses: ['10.0.2.99'],
    });
    const eni = more.NetworkInterfaces?.find(({ InterfaceType }) => InterfaceType === 'nat_gateway');
    expect(eni?.PrivateIpAddresses?.map(({ PrivateIpAddress }) => PrivateIpAddress)).toEqual([
      '10.0.2.77',
      '10.0.2.4',
      '10.0.2.99',
    ]);
    expect(
      done(more, {
        Action: 'UnassignPrivateNatGatewayAddress',
        NatGatewayId: NAT,
        PrivateIpAddresses: ['10.0.2.99'],
      }),
    ).toEqual(one);
    expect(
      refusal(one, {
        Action: 'AssociateNatGatewayAddress',
        NatGatewayId: NAT,
        AllocationIds: ['eipalloc-1'],
      }),
    ).toBe('InvalidParameterCombination');
  });

  it('take further Elastic IP addresses, each with a private one', () => {
    const more = done(everything(), {
      Action: 'AssociateNatGatewayAddress',
      NatGatewayId: NAT,
      AllocationIds: ['eipalloc-1'],
    });
    const second = gateway(more)?.NatGatewayAddresses?.[1];
    expect(second).toMatchObject({ PublicIp: '198.51.100.1', PrivateIp: '10.0.1.7', IsPrimary: false });
    expect(
      done(more, {
        Action: 'DisassociateNatGatewayAddress',
        NatGatewayId: NAT,
        AssociationIds: [String(second?.AssociationId)],
      }),
    ).toEqual(everything());
  });

  it('of the regional kind have a route table of their own and addresses by zone', () => {
    const create: Call = { Action: 'CreateNatGateway', AvailabilityMode: 'regional', VpcId: 'vpc-1' };
    const after = done(plain(), create);
    const row = gateway(after);
    expect(row?.SubnetId).toBeUndefined();
    expect(row?.NatGatewayAddresses?.map(({ AvailabilityZone }) => AvailabilityZone)).toEqual([
      'eu-central-1a',
      'eu-central-1b',
    ]);
    expect(routesOf(after, row?.RouteTableId ?? '')).toEqual([
      '10.0.0.0/16 local active',
      '0.0.0.0/0 igw-1 active',
    ]);
    expect(refusal(after, { Action: 'DeleteRouteTable', RouteTableId: row?.RouteTableId ?? '' })).toBe(
      'DependencyViolation',
    );
    const gone = done(after, { Action: 'DeleteNatGateway', NatGatewayId: NAT });
    expect({ ...gone, NatGateways: undefined }).toEqual({ ...plain(), NatGateways: undefined });
    const manual = done(plain(), {
      ...create,
      AvailabilityZoneAddresses: [{ AvailabilityZone: 'eu-central-1b', AllocationIds: ['eipalloc-1'] }],
    });
    expect(gateway(manual)?.NatGatewayAddresses).toMatchObject([
      { AllocationId: 'eipalloc-1', AvailabilityZone: 'eu-central-1b' },
    ]);
    expect(gateway(done(plain(), { ...create, VpcId: 'vpc-2' }))).toMatchObject({
      State: 'failed',
      FailureCode: 'Gateway.NotAttached',
    });
  });
});

describe('peering connections', () => {
  const last = (...calls: readonly Call[]) => done(plain(), ...calls).VpcPeeringConnections?.at(-1);

  it('wait for acceptance, or fail over common addresses of any block', () => {
    const create = { Action: 'CreateVpcPeeringConnection', VpcId: 'vpc-2', PeerVpcId: 'vpc-3' } as const;
    expect(last(create)).toMatchObject({ Status: { Code: 'pending-acceptance' } });
    expect(last({ ...create, VpcId: 'vpc-1' })).toMatchObject({ Status: { Code: 'failed' } });
    expect(last({ ...create, PeerVpcId: 'vpc-2' })).toMatchObject({ Status: { Code: 'failed' } });
    const { Vpcs = [], ...rest } = plain();
    const widened = {
      ...rest,
      Vpcs: Vpcs.map((row) => ({
        ...row,
        CidrBlockAssociationSet: [
          { CidrBlock: row.CidrBlock },
          { CidrBlock: row.VpcId === 'vpc-2' ? '172.16.0.0/20' : '172.16.0.0/16' },
        ],
      })),
    };
    expect(done(widened, create).VpcPeeringConnections?.at(-1)).toMatchObject({ Status: { Code: 'failed' } });
  });

  it('reach accounts and Regions that the document does not show', () => {
    expect(
      last({
        Action: 'CreateVpcPeeringConnection',
        VpcId: 'vpc-1',
        PeerVpcId: 'vpc-far',
        PeerOwnerId: '444455556666',
        PeerRegion: 'us-east-1',
      }),
    ).toMatchObject({
      AccepterVpcInfo: { VpcId: 'vpc-far', OwnerId: '444455556666', Region: 'us-east-1' },
      Status: { Code: 'pending-acceptance' },
    });
  });

  it('are accepted, rejected and deleted, and nothing brings them back', () => {
    const id = { VpcPeeringConnectionId: 'pcx-1' };
    const accept: Call = { Action: 'AcceptVpcPeeringConnection', ...id };
    const reject: Call = { Action: 'RejectVpcPeeringConnection', ...id };
    const remove: Call = { Action: 'DeleteVpcPeeringConnection', ...id };
    expect(last(reject)?.Status?.Code).toBe('rejected');
    expect(last(accept, remove)?.Status?.Code).toBe('deleted');
    for (const calls of [
      [accept, accept],
      [accept, reject],
      [accept, remove, remove],
      [reject, accept],
    ])
      expect(refusal(plain(), ...calls)).toBe('InvalidStateTransition');
  });

  it('have DNS options on each side once they are active', () => {
    expect(
      last(
        { Action: 'AcceptVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-1' },
        {
          Action: 'ModifyVpcPeeringConnectionOptions',
          VpcPeeringConnectionId: 'pcx-1',
          RequesterPeeringConnectionOptions: { AllowDnsResolutionFromRemoteVpc: true },
        },
      ),
    ).toMatchObject({ RequesterVpcInfo: { PeeringOptions: { AllowDnsResolutionFromRemoteVpc: true } } });
  });
});
