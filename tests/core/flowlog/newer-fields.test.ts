/** What the fields after version 5 print, each from a configuration. */
import { describe, expect, it } from 'vitest';
import { FIELDS } from '@/lib/core/flowlog/fields';
import type { FieldName, FlowLogRecord } from '@/lib/core/flowlog/record';
import { writeFlowLog } from '@/lib/core/flowlog/write';
import { edit } from '@/lib/core/scenario/edit';
import { simulate } from '@/lib/core/simulate/simulate';
import type { World } from '@/lib/core/simulate/world';
import { C, pair, parsed, S, START } from '../../support/pair';

const ALL = FIELDS.map(({ name }) => name);

function written(world: World): readonly FlowLogRecord[] {
  const ready = parsed(world);
  const { crossings, natCrossings } = simulate(ready);
  const options = { from: START, to: START + 60_000, fields: ALL, natCrossings };
  return writeFlowLog(ready.network, crossings, options).map(({ record }) => record);
}

function recordAt(world: World, subject: string, direction: 'ingress' | 'egress'): FlowLogRecord {
  const found = written(world).find(
    (record) =>
      (record['interface-id'] ?? record['resource-id']) === subject && record['flow-direction'] === direction,
  );
  if (!found) throw new Error(`no ${direction} record at ${subject}`);
  return found;
}

const only = (record: FlowLogRecord, ...names: readonly FieldName[]) => names.map((name) => record[name]);
const withSnapshot = (world: World, rows: object): World => ({
  ...world,
  Snapshot: { ...world.Snapshot, ...rows },
});

describe('next hop', () => {
  // https://aws.amazon.com/about-aws/whats-new/2026/06/amazon-flow-logs-metadata
  it('is who receives, on the way out, and who sent, on the way in', () => {
    const names = ['next-hop-interface-id', 'next-hop-subnet-id', 'next-hop-vpc-id'] as const;
    expect(only(recordAt(pair(), C, 'egress'), ...names)).toEqual([S, 'subnet-s', 'vpc-1']);
    expect(only(recordAt(pair(), S, 'ingress'), ...names)).toEqual([C, 'subnet-c', 'vpc-1']);
  });

  it('is nobody where the packet was refused before it left', () => {
    const closed = edit(pair(), 'SecurityGroups', (row) =>
      row.GroupId === 'sg-c' ? { ...row, IpPermissionsEgress: [] } : row,
    );
    const record = recordAt(closed, C, 'egress');
    expect(only(record, 'action', 'next-hop-interface-id')).toEqual(['REJECT', null]);
  });

  it('is nobody behind an internet gateway', () => {
    expect(only(recordAt(public_(), S, 'ingress'), 'srcaddr', 'next-hop-interface-id')).toEqual([
      '203.0.113.7',
      null,
    ]);
  });
});

/** The server with a public address, asked from the internet. */
function public_(more: object = {}): World {
  const world = edit(
    edit(pair(), 'NetworkInterfaces', (row) =>
      row.NetworkInterfaceId === S ? { ...row, Association: { PublicIp: '198.51.100.20' } } : row,
    ),
    'RouteTables',
    (row) => ({
      ...row,
      Routes: [...(row.Routes ?? []), { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' }],
    }),
  );
  return {
    ...withSnapshot(world, {
      InternetGateways: [
        { InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1', State: 'available' }] },
      ],
      ...more,
    }),
    Hosts: [...(world.Hosts ?? []), { Name: 'reader', IpAddress: '203.0.113.7' }],
    Traffic: (world.Traffic ?? []).map((row) => ({ ...row, From: 'reader', To: '198.51.100.20' })),
  };
}

describe('Block Public Access', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-assess-impact-main.html
  it('is the reason of a REJECT at the receiver, with no bytes counted', () => {
    const record = recordAt(
      public_({ VpcBlockPublicAccessOptions: [{ InternetGatewayBlockMode: 'block-bidirectional' }] }),
      S,
      'ingress',
    );
    expect(only(record, 'action', 'reject-reason', 'bytes')).toEqual(['REJECT', 'BPA', null]);
    expect(record.packets).toBeGreaterThan(0);
  });

  it('is no reason where a security group refuses', () => {
    const closed = edit(pair(), 'SecurityGroups', (row) =>
      row.GroupId === 'sg-s' ? { ...row, IpPermissions: [] } : row,
    );
    expect(only(recordAt(closed, S, 'ingress'), 'action', 'reject-reason')).toEqual(['REJECT', null]);
  });
});

describe('tags', () => {
  const tagged = withSnapshot(
    edit(
      edit(pair(), 'Instances', (row) =>
        row.InstanceId === 'i-s' ? { ...row, Tags: [{ Key: 'app', Value: 'my-app' }] } : row,
      ),
      'NetworkInterfaces',
      (row) => (row.NetworkInterfaceId === S ? { ...row, TagSet: [{ Key: 'role', Value: 'db 1' }] } : row),
    ),
    {
      AutoScalingGroups: [
        {
          AutoScalingGroupName: 'web',
          Instances: [{ InstanceId: 'i-s' }],
          Tags: [{ Key: 'team', Value: 'é' }],
        },
      ],
      FlowLogs: [
        {
          FlowLogId: 'fl-1',
          ResourceId: 'vpc-1',
          MaxAggregationInterval: 60,
          TagFieldSpecifications: [
            { ResourceType: 'instance', TagKeys: ['app', 'absent'] },
            { ResourceType: 'network-interface', TagKeys: ['role'] },
            { ResourceType: 'auto-scaling-group', TagKeys: ['team'] },
          ],
        },
      ],
    },
  );
  it('print the chosen keys, percent-encoded, and - where there is none', () => {
    const record = recordAt(tagged, S, 'ingress');
    expect(
      only(record, 'instance-tag', 'instance-tag-2', 'interface-tag', 'interface-tag-2', 'asg-tag'),
    ).toEqual(['my%2Dapp', null, 'db%201', null, '%C3%A9']);
    expect(only(recordAt(tagged, C, 'egress'), 'instance-tag', 'interface-tag', 'asg-tag')).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('ECS', () => {
  const cluster = 'arn:aws:ecs:eu-central-1:111122223333:cluster/shop';
  const task = 'arn:aws:ecs:eu-central-1:111122223333:task/shop/0f9d';
  const withTask = (lastStatus: string): World =>
    withSnapshot(pair(), {
      EcsTasks: [
        {
          taskArn: task,
          clusterArn: cluster,
          taskDefinitionArn: 'arn:aws:ecs:eu-central-1:111122223333:task-definition/web:7',
          group: 'service:web',
          lastStatus,
          containers: [{ runtimeId: '0f9d-1' }, { runtimeId: '0f9d-2' }],
          attachments: [{ details: [{ name: 'networkInterfaceId', value: S }] }],
        },
      ],
    });
  const names = [
    'ecs-cluster-arn',
    'ecs-cluster-name',
    'ecs-container-instance-id',
    'ecs-container-id',
    'ecs-second-container-id',
    'ecs-service-name',
    'ecs-task-id',
  ] as const;

  it('is told of a running task and its interface', () => {
    expect(only(recordAt(withTask('RUNNING'), S, 'ingress'), ...names)).toEqual([
      cluster,
      'shop',
      null,
      '0f9d-1',
      '0f9d-2',
      'web',
      '0f9d',
    ]);
  });

  it('is not told of a stopped task, nor of another interface', () => {
    const nothing = names.map(() => null);
    expect(only(recordAt(withTask('STOPPED'), S, 'ingress'), ...names)).toEqual(nothing);
    expect(only(recordAt(withTask('RUNNING'), C, 'egress'), ...names)).toEqual(nothing);
  });
});

describe('encryption status', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html
  const nitro = edit(pair(), 'Instances', (row) => ({ ...row, InstanceType: 'm7i.large' }));
  const controlled = (world: World): World =>
    withSnapshot(world, { VpcEncryptionControls: [{ VpcId: 'vpc-1', Mode: 'monitor', State: 'available' }] });
  it.each([
    ['- while the controls are off', nitro, null],
    ['1 between two Nitro instances', controlled(nitro), 1],
    [
      '0 where one end is not Nitro',
      controlled(edit(nitro, 'Instances', (row) => ({ ...row, InstanceType: 'm4.large' }))),
      0,
    ],
  ])('is %s', (_what, world, expected) => {
    expect(recordAt(world, C, 'egress')['encryption-status']).toBe(expected);
  });
});

describe('sublocation', () => {
  it.each([
    ['us-west-2-lax-1a', 'localzone'],
    ['us-east-1-wl1-bos-wlz-1', 'wavelength'],
    ['us-east-1a', null],
  ])('of %s is %s', (zone, type) => {
    const world = edit(pair(), 'Subnets', (row) => ({
      ...row,
      AvailabilityZone: zone,
      AvailabilityZoneId: 'usw2-az9',
    }));
    const record = recordAt(world, C, 'egress');
    expect(record['sublocation-type']).toBe(type);
    expect(only(record, 'az-id', 'sublocation-id')).toEqual(type ? [null, 'usw2-az9'] : ['usw2-az9', null]);
  });
});

describe('a regional NAT gateway', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-records-examples.html: - as interface, subnet and instance, resource-id names it.
  const regional: World = {
    ...withSnapshot(
      edit(pair(), 'RouteTables', (row) =>
        row.RouteTableId === 'rtb-c'
          ? {
              ...row,
              Routes: [...(row.Routes ?? []), { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1' }],
            }
          : row,
      ),
      {
        InternetGateways: [
          { InternetGatewayId: 'igw-1', Attachments: [{ VpcId: 'vpc-1', State: 'available' }] },
        ],
        NatGateways: [
          {
            NatGatewayId: 'nat-1',
            VpcId: 'vpc-1',
            State: 'available',
            AvailabilityMode: 'regional',
            NatGatewayAddresses: [{ PublicIp: '198.51.100.77', AvailabilityZone: 'eu-central-1a' }],
          },
        ],
      },
    ),
    Traffic: (pair().Traffic ?? []).map((row) => ({ ...row, To: '203.0.113.80' })),
  };

  it('has a record each way with its public address', () => {
    const out = recordAt(regional, 'nat-1', 'egress');
    const names = ['interface-id', 'subnet-id', 'instance-id', 'resource-id', 'interface-type'] as const;
    expect(only(out, ...names)).toEqual([null, null, null, 'nat-1', 'regional_nat_gateway']);
    expect(only(out, 'srcaddr', 'dstaddr', 'action')).toEqual(['198.51.100.77', '203.0.113.80', 'ACCEPT']);
    expect(only(recordAt(regional, 'nat-1', 'ingress'), 'srcaddr')).toEqual(['10.0.1.10']);
  });

  it('lets the connection complete', () => {
    expect(simulate(parsed(regional)).results[0]).toMatchObject({ outcome: 'established' });
  });
});
