/** Conversations in time: retransmission, close, Changes in the middle, what is remembered, what is translated. */
import { describe, expect, it } from 'vitest';
import { tcpFrom } from '@/lib/core/scenario/blueprints/filter-rows';
import { routeTo } from '@/lib/core/scenario/blueprints/route-rows';
import { edit, editHost } from '@/lib/core/scenario/edit';
import { simulate } from '@/lib/core/simulate/simulate';
import type { Change, World } from '@/lib/core/simulate/world';
import { C, pair, parsed, S, START } from '../../support/pair';

const iso = (seconds: number): string => new Date(START + seconds * 1000).toISOString();
const traffic = (row: object): NonNullable<World['Traffic']>[number] => ({
  From: C,
  To: '10.0.2.20',
  Protocol: 'tcp',
  Port: 443,
  At: iso(0),
  ...row,
});

function run(world: World) {
  const { crossings, results } = simulate(parsed(world));
  const at = (id: string, direction: 'ingress' | 'egress', action = 'ACCEPT') =>
    crossings
      .filter((one) => one.networkInterface.id === id && one.direction === direction && one.action === action)
      .map(({ at: time }) => Math.round((time - START) / 1000));
  return { crossings, outcomes: results.map(({ outcome }) => outcome), at };
}

const dropping = (world: World) =>
  editHost(world, 's', (host) => ({ ...host, Firewall: [{ Direction: 'in', Do: 'drop' }] }));

describe('TCP', () => {
  it('sends a SYN seven times over 63 seconds, as Linux does, and then gives up', () => {
    const { at, outcomes } = run({ ...dropping(pair()), Traffic: [traffic({})] });
    expect(outcomes).toEqual(['timeout']);
    expect(at(C, 'egress')).toEqual([0, 1, 3, 7, 15, 31, 63]);
    expect(at(S, 'egress')).toEqual([]);
  });

  it('answers every SYN and retransmits the SYN-ACK while nothing acknowledges it', () => {
    const closed = edit(pair(), 'NetworkAcls', (row) =>
      row.NetworkAclId === 'acl-s'
        ? { ...row, Entries: (row.Entries ?? []).filter(({ Egress }) => !Egress) }
        : row,
    );
    const { at } = run({ ...closed, Traffic: [traffic({})] });
    expect(at(S, 'egress', 'REJECT')).toEqual([0, 1, 1, 3, 3, 7, 7, 15, 15, 31, 31, 63]);
  });

  it('stops at the first refusal', () => {
    const { at, outcomes } = run({
      ...editHost(pair(), 's', (host) => ({ ...host, Listeners: [] })),
      Traffic: [traffic({})],
    });
    expect(outcomes).toEqual(['refused']);
    expect(at(C, 'egress')).toEqual([0]);
  });

  it('carries what it is asked to carry, and closes from both ends', () => {
    const { crossings } = run({
      ...pair(),
      Traffic: [traffic({ Requests: 2, Bytes: 1000, ReplyBytes: 5000 })],
    });
    const sent = crossings.filter(
      ({ networkInterface, direction }) => networkInterface.id === S && direction === 'egress',
    );
    const payload = sent.reduce((sum, { packet }) => sum + Math.max(0, packet.length - 52), 0);
    expect(payload).toBe(2 * 5000 + 8);
    expect(sent.filter(({ packet }) => (packet.tcpFlags & 1) === 1)).toHaveLength(1);
  });

  it('uses another source port for each repetition, inside the range of its host', () => {
    const world = { ...pair(), Traffic: [traffic({ Repeat: { Every: 5, Times: 20 } })] };
    const narrow = editHost(world, 'c', (host) => ({ ...host, EphemeralPorts: [40000, 40999] }));
    const ports = run(narrow)
      .crossings.filter(({ packet }) => packet.destinationPort === 443)
      .map(({ packet }) => packet.sourcePort);
    expect(new Set(ports).size).toBeGreaterThan(15);
    for (const port of ports) expect(port >= 40000 && port <= 40999).toBe(true);
  });
});

describe('pings and datagrams', () => {
  it('are answered one by one', () => {
    const { outcomes, at } = run({
      ...pair(),
      Traffic: [traffic({ Protocol: 'icmp', Port: undefined, Requests: 4 })],
    });
    expect(outcomes).toEqual(['replied']);
    expect(at(C, 'ingress')).toEqual([0, 1, 2, 3]);
  });

  it('to a closed UDP port are refused by ICMP, which passes as part of the tracked connection', () => {
    const { outcomes, crossings } = run({ ...pair(), Traffic: [traffic({ Protocol: 'udp', Port: 53 })] });
    expect(outcomes).toEqual(['refused']);
    expect(crossings.map(({ packet }) => packet.protocol)).toEqual([17, 17, 1, 1]);
  });
});

describe('Changes in the middle of a conversation', () => {
  const revoke: Change = {
    Service: 'ec2',
    Action: 'RevokeSecurityGroupIngress',
    GroupId: 'sg-s',
    IpPermissions: [tcpFrom(443, '10.0.0.0/16')],
  };
  const long = (world: World): World => ({
    ...world,
    Traffic: [traffic({ Requests: 20 }), traffic({ At: iso(15) })],
    Timeline: [{ At: iso(10), Changes: [revoke] }],
  });

  it('leave a tracked connection alive and keep new ones out', () => {
    const tracked = edit(pair(), 'SecurityGroups', (row) =>
      row.GroupId === 'sg-s' ? { ...row, IpPermissions: [tcpFrom(443, '10.0.0.0/16')] } : row,
    );
    const { at, outcomes } = run(long(tracked));
    expect(outcomes).toEqual(['established', 'timeout']);
    expect(Math.max(...at(S, 'ingress'))).toBeGreaterThan(17);
    expect(at(S, 'ingress', 'REJECT')[0]).toBe(15);
  });

  it('cut an untracked connection at once', () => {
    const open = edit(pair(), 'SecurityGroups', (row) =>
      row.GroupId === 'sg-s' ? { ...row, IpPermissions: [tcpFrom(443, '0.0.0.0/0')] } : row,
    );
    const world = long(open);
    const everybody: Change = { ...revoke, IpPermissions: [tcpFrom(443, '0.0.0.0/0')] } as Change;
    const { at } = run({ ...world, Timeline: [{ At: iso(10), Changes: [everybody] }] });
    expect(at(S, 'ingress').filter((second) => second > 10)).toEqual([]);
    expect(at(S, 'ingress', 'REJECT')[0]).toBe(10);
  });

  it('reach hosts too', () => {
    const world: World = {
      ...editHost(pair(), 's', (host) => ({ ...host, Listeners: [] })),
      Traffic: [traffic({}), traffic({ At: iso(20) })],
      Timeline: [
        {
          At: iso(10),
          Changes: [{ Service: 'host', Action: 'StartListener', Host: 's', Protocol: 'tcp', Port: 443 }],
        },
      ],
    };
    expect(run(world).outcomes).toEqual(['refused', 'established']);
  });
});

describe('a NAT gateway', () => {
  it('translates out, restores back, and keeps two clients on one port apart', () => {
    const Association = { PublicIp: '198.51.100.9' };
    const row = {
      NetworkInterfaceId: 'eni-nat',
      SubnetId: 'subnet-s',
      PrivateIpAddress: '10.0.2.200',
      Groups: [],
      RequesterManaged: true,
      SourceDestCheck: false,
      Association,
    };
    const base = pair();
    const { NetworkInterfaces = [], RouteTables = [], ...rest } = base.Snapshot;
    const world: World = {
      ...base,
      Snapshot: {
        ...rest,
        NetworkInterfaces: [...NetworkInterfaces, row],
        RouteTables: RouteTables.map((table) => ({
          ...table,
          Routes: [
            ...(table.Routes ?? []),
            routeTo(
              '0.0.0.0/0',
              table.RouteTableId === 'rtb-c' ? { NatGatewayId: 'nat-1' } : { GatewayId: 'igw-1' },
            ),
          ],
        })),
        InternetGateways: [{ InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1' }] }],
        NatGateways: [
          {
            NatGatewayId: 'nat-1',
            VpcId: 'vpc-1',
            SubnetId: 'subnet-s',
            State: 'available',
            NatGatewayAddresses: [{ NetworkInterfaceId: 'eni-nat', PrivateIp: '10.0.2.200' }],
          },
        ],
      },
      Traffic: [
        traffic({ To: '203.0.113.5', SourcePort: 40000 }),
        traffic({ To: '203.0.113.5', SourcePort: 40001 }),
      ],
    };
    const { outcomes, crossings } = run(world);
    expect(outcomes).toEqual(['established', 'established']);
    const outside = crossings.filter(
      ({ networkInterface, direction, packet }) =>
        networkInterface.id === 'eni-nat' && direction === 'egress' && packet.destinationPort === 443,
    );
    expect(new Set(outside.map(({ packet }) => packet.sourcePort)).size).toBe(2);
    expect(
      crossings.filter(
        ({ networkInterface, direction }) => networkInterface.id === C && direction === 'ingress',
      ).length,
    ).toBeGreaterThan(4);
  });
});

describe('a reference to a security group', () => {
  const referring = (status: string): World => {
    const base = edit(pair(), 'SecurityGroups', (row) =>
      row.GroupId === 'sg-s'
        ? {
            ...row,
            IpPermissions: [
              { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, UserIdGroupPairs: [{ GroupId: 'sg-far' }] },
            ],
          }
        : row,
    );
    const {
      Vpcs = [],
      Subnets = [],
      RouteTables = [],
      NetworkAcls = [],
      SecurityGroups = [],
      NetworkInterfaces = [],
      ...rest
    } = base.Snapshot;
    const everything = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }];
    const route = { VpcPeeringConnectionId: 'pcx-1' };
    return {
      ...base,
      Snapshot: {
        ...rest,
        Vpcs: [...Vpcs, { VpcId: 'vpc-2', CidrBlock: '10.9.0.0/16' }],
        Subnets: [...Subnets, { SubnetId: 'subnet-f', VpcId: 'vpc-2', CidrBlock: '10.9.1.0/24' }],
        RouteTables: [
          ...RouteTables.map((table) => ({
            ...table,
            Routes: [...(table.Routes ?? []), routeTo('10.9.0.0/16', route)],
          })),
          {
            RouteTableId: 'rtb-f',
            VpcId: 'vpc-2',
            Routes: [routeTo('10.0.0.0/16', route)],
            Associations: [{ Main: true }],
          },
        ],
        NetworkAcls: [
          ...NetworkAcls,
          { NetworkAclId: 'acl-f', VpcId: 'vpc-2', IsDefault: true, Entries: NetworkAcls[0]?.Entries ?? [] },
        ],
        SecurityGroups: [
          ...SecurityGroups,
          { GroupId: 'sg-far', VpcId: 'vpc-2', IpPermissions: [], IpPermissionsEgress: everything },
        ],
        NetworkInterfaces: [
          ...NetworkInterfaces,
          {
            NetworkInterfaceId: 'eni-f',
            SubnetId: 'subnet-f',
            PrivateIpAddress: '10.9.1.10',
            Groups: [{ GroupId: 'sg-far' }],
          },
        ],
        VpcPeeringConnections: [
          {
            VpcPeeringConnectionId: 'pcx-1',
            RequesterVpcInfo: { VpcId: 'vpc-1' },
            AccepterVpcInfo: { VpcId: 'vpc-2' },
            Status: { Code: status },
          },
        ],
      },
      Traffic: [traffic({ From: 'eni-f' })],
    };
  };

  it('reaches into a peered VPC', () => {
    expect(run(referring('active')).outcomes).toEqual(['established']);
  });

  it('carries nothing where nothing is peered', () => {
    expect(run(referring('deleted')).outcomes).toEqual(['timeout']);
  });
});
