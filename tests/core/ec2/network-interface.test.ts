/** Network interfaces, their addresses, and instances: what calls make of them. */
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import {
  type Call,
  done,
  everything,
  interfaceOf,
  made,
  plain,
  refusal,
  routesOf,
} from '../../support/calls';

const ENI = made('eni');
const addressesOf = (snapshot: Snapshot, id: string) =>
  interfaceOf(snapshot, id)?.PrivateIpAddresses?.map(({ PrivateIpAddress }) => PrivateIpAddress);

describe('a network interface', () => {
  const create: Call = { Action: 'CreateNetworkInterface', SubnetId: 'subnet-c' };

  it('gets the lowest free address and the default group, and belongs to nobody', () => {
    const snapshot = done(plain(), create);
    expect(interfaceOf(snapshot, ENI)).toMatchObject({
      SubnetId: 'subnet-c',
      VpcId: 'vpc-1',
      Status: 'available',
      SourceDestCheck: true,
      PrivateIpAddress: '10.0.1.4',
      Groups: [{ GroupId: 'sg-default' }],
    });
    expect(done(snapshot, { Action: 'DeleteNetworkInterface', NetworkInterfaceId: ENI })).toEqual(plain());
  });

  it('gets the addresses it asks for, the primary first, and free ones beside them', () => {
    const named = done(plain(), {
      ...create,
      PrivateIpAddresses: [
        { PrivateIpAddress: '10.0.1.4' },
        { PrivateIpAddress: '10.0.1.50', Primary: true },
      ],
      SecondaryPrivateIpAddressCount: 2,
      ConnectionTrackingSpecification: { TcpEstablishedTimeout: 600 },
    });
    expect(addressesOf(named, ENI)).toEqual(['10.0.1.50', '10.0.1.4', '10.0.1.5', '10.0.1.6']);
    expect(interfaceOf(named, ENI)?.ConnectionTrackingConfiguration).toEqual({ TcpEstablishedTimeout: 600 });
  });

  it('skips what AWS keeps and what others have, until the subnet is full', () => {
    const small = done(
      { Region: 'eu-central-1' },
      { Action: 'CreateVpc', CidrBlock: '10.9.0.0/28' },
      { Action: 'CreateSubnet', VpcId: made('vpc'), CidrBlock: '10.9.0.0/28' },
      {
        ...create,
        SubnetId: made('subnet'),
        PrivateIpAddress: '10.9.0.5',
        SecondaryPrivateIpAddressCount: 10,
      },
    );
    expect(addressesOf(small, ENI)).toEqual(
      ['5', '4', '6', '7', '8', '9', '10', '11', '12', '13', '14'].map((n) => `10.9.0.${n}`),
    );
    expect(refusal(small, { ...create, SubnetId: made('subnet') })).toBe('InsufficientFreeAddressesInSubnet');
  });

  it('is put on an instance and taken off, and its address knows where', () => {
    const attach: Call = {
      Action: 'AttachNetworkInterface',
      NetworkInterfaceId: ENI,
      InstanceId: 'i-c',
      DeviceIndex: 1,
    };
    const free = done(plain(), create, {
      Action: 'AssociateAddress',
      AllocationId: 'eipalloc-1',
      NetworkInterfaceId: ENI,
    });
    const attached = done(free, attach);
    expect(interfaceOf(attached, ENI)).toMatchObject({
      Status: 'in-use',
      Attachment: { InstanceId: 'i-c', DeviceIndex: 1, Status: 'attached' },
    });
    expect(attached.Addresses?.[0]).toMatchObject({ NetworkInterfaceId: ENI, InstanceId: 'i-c' });
    expect(done(attached, { Action: 'DetachNetworkInterface', AttachmentId: made('eni-attach') })).toEqual(
      free,
    );
    expect(refusal(free, { ...attach, DeviceIndex: 0 })).toBe('InvalidParameterValue');
    expect(refusal(free, { ...attach, InstanceId: 'i-s' })).toBe('InvalidParameterCombination');
    expect(refusal(free, { Action: 'TerminateInstances', InstanceIds: ['i-c'] }, attach)).toBe(
      'IncorrectInstanceState',
    );
  });

  it('that is deleted leaves its Elastic IP address to the account, and so does a terminated instance', () => {
    const associate: Call = {
      Action: 'AssociateAddress',
      AllocationId: 'eipalloc-1',
      NetworkInterfaceId: ENI,
    };
    const gone = done(plain(), create, associate, {
      Action: 'DeleteNetworkInterface',
      NetworkInterfaceId: ENI,
    });
    expect(gone).toEqual(plain());
    const ended = done(
      plain(),
      { ...associate, NetworkInterfaceId: 'eni-c' },
      { Action: 'TerminateInstances', InstanceIds: ['i-c'] },
    );
    expect(ended.Addresses).toEqual(plain().Addresses);
  });

  it('changes groups, its source/destination check and its time-outs, one in a call', () => {
    const modify = { Action: 'ModifyNetworkInterfaceAttribute', NetworkInterfaceId: 'eni-c' } as const;
    const row = (...calls: readonly Call[]) => interfaceOf(done(plain(), ...calls), 'eni-c');
    expect(row({ ...modify, SourceDestCheck: { Value: false } })?.SourceDestCheck).toBe(false);
    expect(row({ ...modify, Groups: ['sg-s'] })?.Groups).toEqual([{ GroupId: 'sg-s' }]);
    expect(
      row(
        { ...modify, ConnectionTrackingSpecification: { TcpEstablishedTimeout: 600 } },
        { ...modify, ConnectionTrackingSpecification: { UdpTimeout: 60 } },
      )?.ConnectionTrackingConfiguration,
    ).toEqual({ TcpEstablishedTimeout: 600, UdpTimeout: 60 });
  });

  it('that stands only inside its instance is found there', () => {
    const { NetworkInterfaces = [], Instances = [], ...rest } = plain();
    const nested: Snapshot = {
      ...rest,
      Instances: Instances.map((instance) => ({
        ...instance,
        NetworkInterfaces: NetworkInterfaces.filter(
          ({ Attachment }) => Attachment?.InstanceId === instance.InstanceId,
        ),
      })),
    };
    const changed = done(nested, { Action: 'ModifyInstanceAttribute', InstanceId: 'i-c', Groups: ['sg-s'] });
    expect(interfaceOf(changed, 'eni-c')?.Groups).toEqual([{ GroupId: 'sg-s' }]);
  });
});

describe('private addresses', () => {
  const assign = { Action: 'AssignPrivateIpAddresses', NetworkInterfaceId: 'eni-c' } as const;

  it('are assigned and unassigned, and an Elastic IP address on one of them is free again', () => {
    const two = done(plain(), { ...assign, SecondaryPrivateIpAddressCount: 2 });
    expect(addressesOf(two, 'eni-c')).toEqual(['10.0.1.10', '10.0.1.4', '10.0.1.5']);
    const remove: Call = {
      Action: 'UnassignPrivateIpAddresses',
      NetworkInterfaceId: 'eni-c',
      PrivateIpAddresses: ['10.0.1.4', '10.0.1.5'],
    };
    expect(done(two, remove)).toEqual(plain());
    const paired = done(two, {
      Action: 'AssociateAddress',
      AllocationId: 'eipalloc-1',
      NetworkInterfaceId: 'eni-c',
      PrivateIpAddress: '10.0.1.5',
    });
    expect(interfaceOf(paired, 'eni-c')?.Association).toBeUndefined();
    expect(done(paired, remove)).toEqual(plain());
  });

  it('move between interfaces of a subnet only if the call allows it', () => {
    const two = done(plain(), {
      Action: 'CreateNetworkInterface',
      SubnetId: 'subnet-c',
      PrivateIpAddress: '10.0.1.40',
      SecondaryPrivateIpAddressCount: 1,
    });
    expect(addressesOf(two, ENI)).toEqual(['10.0.1.40', '10.0.1.4']);
    const take: Call = { ...assign, PrivateIpAddresses: ['10.0.1.4'] };
    expect(refusal(two, take)).toBe('InvalidParameterValue');
    const moved = done(two, { ...take, AllowReassignment: true });
    expect([addressesOf(moved, ENI), addressesOf(moved, 'eni-c')]).toEqual([
      ['10.0.1.40'],
      ['10.0.1.10', '10.0.1.4'],
    ]);
    expect(refusal(two, { ...take, PrivateIpAddresses: ['10.0.1.40'], AllowReassignment: true })).toBe(
      'InvalidParameterValue',
    );
  });

  it('of IPv6 come from the subnet’s block', () => {
    const six = done(
      plain(),
      { Action: 'AssociateVpcCidrBlock', VpcId: 'vpc-1', AmazonProvidedIpv6CidrBlock: true },
      { Action: 'AssociateSubnetCidrBlock', SubnetId: 'subnet-c', Ipv6CidrBlock: '2001:db8:0:100::/64' },
    );
    const assigned = done(
      six,
      { Action: 'AssignIpv6Addresses', NetworkInterfaceId: 'eni-c', Ipv6Addresses: ['2001:db8:0:100::5'] },
      { Action: 'AssignIpv6Addresses', NetworkInterfaceId: 'eni-c', Ipv6AddressCount: 2 },
    );
    expect(interfaceOf(assigned, 'eni-c')?.Ipv6Addresses).toEqual(
      ['5', '4', '6'].map((n) => ({ Ipv6Address: `2001:db8:0:100::${n}` })),
    );
    expect(
      done(assigned, {
        Action: 'UnassignIpv6Addresses',
        NetworkInterfaceId: 'eni-c',
        Ipv6Addresses: ['2001:DB8:0:100:0::4', '2001:db8:0:100::5', '2001:db8:0:100::6'],
      }),
    ).toEqual(six);
  });
});

describe('instances', () => {
  const drawn = (mapPublic: boolean): Snapshot => {
    const { NetworkInterfaces = [], Subnets = [], ...rest } = plain();
    const Association = { PublicIp: '203.0.113.99', IpOwnerId: 'amazon' };
    return {
      ...rest,
      Subnets: Subnets.map((row) => ({ ...row, MapPublicIpOnLaunch: mapPublic })),
      NetworkInterfaces: NetworkInterfaces.map((row) =>
        row.NetworkInterfaceId === 'eni-c'
          ? {
              ...row,
              Association,
              PrivateIpAddresses: row.PrivateIpAddresses?.map((own) => ({ ...own, Association })),
            }
          : row,
      ),
    };
  };
  const stop: Call = { Action: 'StopInstances', InstanceIds: ['i-c'] };
  const start: Call = { Action: 'StartInstances', InstanceIds: ['i-c'] };

  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
  it('lose a drawn public address when they stop, and get another one if the subnet gives one', () => {
    const stopped = done(drawn(true), stop);
    expect(stopped.Instances?.[0]?.State).toEqual({ Code: 80, Name: 'stopped' });
    expect(interfaceOf(stopped, 'eni-c')).toEqual(interfaceOf(plain(), 'eni-c'));
    expect(interfaceOf(done(stopped, start), 'eni-c')?.Association).toEqual({
      PublicIp: '192.0.2.254',
      IpOwnerId: 'amazon',
    });
    expect(interfaceOf(done(drawn(false), stop, start), 'eni-c')?.Association).toBeUndefined();
  });

  it('keep an Elastic IP address', () => {
    const paired = done(plain(), {
      Action: 'AssociateAddress',
      AllocationId: 'eipalloc-1',
      InstanceId: 'i-c',
    });
    expect(done(paired, stop, start)).toEqual(paired);
  });

  it('that do not run forward nothing', () => {
    const route: Call = {
      Action: 'CreateRoute',
      RouteTableId: 'rtb-s',
      DestinationCidrBlock: '192.0.2.0/24',
      InstanceId: 'i-c',
    };
    const routed = done(plain(), route);
    expect(routesOf(done(routed, stop), 'rtb-s').at(-1)).toBe('192.0.2.0/24 eni-c blackhole');
    expect(done(routed, stop, start)).toEqual(routed);
    expect(
      routesOf(done(routed, { Action: 'TerminateInstances', InstanceIds: ['i-c'] }), 'rtb-s').at(-1),
    ).toBe('192.0.2.0/24 eni-c blackhole');
  });

  it('are launched with an interface, and take it along when they are terminated', () => {
    const run: Call = {
      Action: 'RunInstances',
      ImageId: 'ami-1',
      InstanceType: 'm7g.large',
      MinCount: 2,
      MaxCount: 2,
      SubnetId: 'subnet-s',
      SecurityGroupIds: ['sg-s'],
    };
    const two = done(plain(), run);
    expect(two.Instances?.slice(-2).map(({ InstanceId, State }) => `${InstanceId} ${State?.Name}`)).toEqual([
      `${made('i')} running`,
      `${made('i', 2)} running`,
    ]);
    expect(interfaceOf(two, ENI)).toMatchObject({
      PrivateIpAddress: '10.0.2.4',
      Groups: [{ GroupId: 'sg-s' }],
      Attachment: { InstanceId: made('i'), DeviceIndex: 0 },
    });
    const ended = done(two, { Action: 'TerminateInstances', InstanceIds: [made('i'), made('i', 2)] });
    expect(ended.NetworkInterfaces).toEqual(plain().NetworkInterfaces);
    expect(refusal(ended, { Action: 'StartInstances', InstanceIds: [made('i')] })).toBe(
      'IncorrectInstanceState',
    );
  });

  it('launched as far as there is room', () => {
    const small = done(
      {},
      { Action: 'CreateVpc', CidrBlock: '10.9.0.0/28' },
      { Action: 'CreateSubnet', VpcId: made('vpc'), CidrBlock: '10.9.0.0/28' },
    );
    const run = {
      Action: 'RunInstances',
      ImageId: 'ami-1',
      MinCount: 1,
      MaxCount: 50,
      SubnetId: made('subnet'),
    } as const;
    expect(done(small, run).Instances).toHaveLength(11);
    expect(refusal(small, { ...run, MinCount: 12 })).toBe('InsufficientFreeAddressesInSubnet');
  });

  it('with several interfaces are changed at the interface', () => {
    const second: readonly Call[] = [
      { Action: 'CreateNetworkInterface', SubnetId: 'subnet-c', As: 'leg' },
      {
        Action: 'AttachNetworkInterface',
        NetworkInterfaceId: { Ref: 'leg' },
        InstanceId: 'i-c',
        DeviceIndex: 1,
      },
    ];
    const modify: Call = {
      Action: 'ModifyInstanceAttribute',
      InstanceId: 'i-c',
      SourceDestCheck: { Value: false },
    };
    expect(interfaceOf(done(plain(), modify), 'eni-c')?.SourceDestCheck).toBe(false);
    expect(refusal(plain(), ...second, modify)).toBe('InvalidInstanceID');
    const ended = done(plain(), ...second, { Action: 'TerminateInstances', InstanceIds: ['i-c'] });
    expect(interfaceOf(ended, ENI)).toMatchObject({ Status: 'available' });
    expect(interfaceOf(ended, 'eni-c')).toBeUndefined();
  });
});

it('everything() has an interface of every kind that AWS makes', () => {
  const kinds = new Set(everything().NetworkInterfaces?.map(({ InterfaceType }) => InterfaceType));
  expect([...kinds].sort()).toEqual([
    'gateway_load_balancer_endpoint',
    'interface',
    'nat_gateway',
    'transit_gateway',
    'vpc_endpoint',
  ]);
});
