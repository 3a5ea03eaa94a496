/** What becomes a record, and what a record says: windows, scope, filter, flags, addresses. */
import { describe, expect, it } from 'vitest';
import { parseFormat } from '@/lib/core/ec2/log-format';
import { DEFAULT_FIELDS, FIELDS, versionOf } from '@/lib/core/flowlog/fields';
import { AWS_LOG_LAWS, type LogLaws } from '@/lib/core/flowlog/log-laws';
import { recordedFlags } from '@/lib/core/flowlog/tcp-flags';
import { writeFlowLog } from '@/lib/core/flowlog/write';
import { simulate } from '@/lib/core/simulate/simulate';
import type { World } from '@/lib/core/simulate/world';
import { C, pair, parsed, S, START } from '../../support/pair';

const MINUTES = (count: number) => ({ from: START, to: START + count * 60_000 });

function logged(world: World, minutes = 3) {
  const ready = parsed(world);
  return writeFlowLog(ready.network, simulate(ready).crossings, MINUTES(minutes));
}

function withLog(row: object): World {
  const world = pair();
  const log = {
    FlowLogId: 'fl-1',
    ResourceId: 'vpc-1',
    TrafficType: 'ALL',
    MaxAggregationInterval: 60,
    CreationTime: new Date(START - 600_000).toISOString(),
    ...row,
  };
  return { ...world, Snapshot: { ...world.Snapshot, FlowLogs: [log as never] } };
}

const statuses = (world: World, minutes?: number) =>
  logged(world, minutes).map(({ interfaceId, record }) => `${interfaceId} ${record['log-status']}`);

describe('writeFlowLog', () => {
  it('writes one record per direction and window, and NODATA for every idle window', () => {
    const records = logged(pair());
    expect(records.filter(({ record }) => record['log-status'] === 'OK')).toHaveLength(4);
    expect(records.filter(({ record }) => record['log-status'] === 'NODATA')).toHaveLength(4);
    for (const { record, inferred } of records) {
      if (record['log-status'] !== 'NODATA') continue;
      expect(inferred.map(({ id }) => id)).toEqual(['flowlog.nodata-cadence']);
      expect(record.end - record.start).toBe(60);
    }
  });

  it.each([
    ['the VPC', { ResourceId: 'vpc-1' }, [C, S]],
    ['one subnet', { ResourceId: 'subnet-s' }, [S]],
    ['one interface', { ResourceId: C }, [C]],
  ])('covers %s and nothing else', (_what, row, covered) => {
    expect([...new Set(logged(withLog(row)).map(({ interfaceId }) => interfaceId))].sort()).toEqual(covered);
  });

  it('hides half of the story behind a filter, NODATA included', () => {
    expect(statuses(withLog({ TrafficType: 'REJECT' }))).toEqual([]);
    expect(new Set(logged(withLog({ TrafficType: 'ACCEPT' })).map(({ record }) => record.action))).toEqual(
      new Set(['ACCEPT']),
    );
  });

  it('writes nothing from before it was made, or when it is not active', () => {
    expect(statuses(withLog({ CreationTime: new Date(START + 3_600_000).toISOString() }))).toEqual([]);
    expect(statuses(withLog({ FlowLogStatus: 'FAILED' }))).toEqual([]);
  });

  it('writes the interface of a Nitro instance by the minute, whatever the log says, and others by its interval', () => {
    const ten = withLog({ MaxAggregationInterval: 600, CreationTime: new Date(START).toISOString() });
    expect(logged(ten, 10).filter(({ interfaceId }) => interfaceId === S)).toHaveLength(2 + 9);
    const Instances = (ten.Snapshot.Instances ?? []).map((row) => ({ ...row, InstanceType: 't2.micro' }));
    const old: World = { ...ten, Snapshot: { ...ten.Snapshot, Instances } };
    expect(logged(old, 10).filter(({ interfaceId }) => interfaceId === S)).toHaveLength(2);
  });

  it('cuts a long connection at the window, restarts its counters, and keeps flags to the window that saw them', () => {
    const world = pair();
    const [attempt] = world.Traffic;
    const long: World = { ...world, Traffic: [{ ...attempt, Requests: 100 } as never] };
    const flags = logged(long)
      .filter(({ interfaceId, record }) => interfaceId === S && record['flow-direction'] === 'ingress')
      .map(({ record }) => record['tcp-flags']);
    expect(flags).toEqual([2, 1]);
  });

  it('stamps all flows of a window alike where that is how AWS is read', () => {
    const world = pair();
    const later = { ...world.Traffic[0], At: new Date(START + 20_000).toISOString(), SourcePort: 40_001 };
    const ready = parsed({ ...world, Traffic: [...world.Traffic, later as never] });
    const stamps = (laws: LogLaws) =>
      new Set(
        writeFlowLog(ready.network, simulate(ready).crossings, { ...MINUTES(1), laws })
          .filter(({ interfaceId }) => interfaceId === C)
          .map(({ record }) => `${record.start} ${record.end}`),
      );
    expect(stamps(AWS_LOG_LAWS).size).toBeGreaterThan(1);
    const [only, ...others] = stamps({ ...AWS_LOG_LAWS, stampsPerWindow: true });
    expect(others).toEqual([]);
    const start = START / 1000;
    expect(only).toMatch(new RegExp(`^${start + 10} ${start + 20}`));
  });

  it('prints the primary address for what comes in at a secondary one', () => {
    const world = pair();
    const NetworkInterfaces = (world.Snapshot.NetworkInterfaces ?? []).map((row) =>
      row.NetworkInterfaceId === S
        ? {
            ...row,
            PrivateIpAddresses: [
              ...(row.PrivateIpAddresses ?? []),
              { PrivateIpAddress: '10.0.2.21', Primary: false },
            ],
          }
        : row,
    );
    const dialled: World = {
      ...world,
      Snapshot: { ...world.Snapshot, NetworkInterfaces },
      Traffic: world.Traffic.map((row) => ({ ...row, To: '10.0.2.21' })),
    };
    const records = logged(dialled).filter(({ interfaceId, record }) => interfaceId === S && record.action);
    const [ingress, egress] = records;
    expect(ingress?.record).toMatchObject({
      dstaddr: '10.0.2.20',
      'pkt-dstaddr': '10.0.2.21',
      'flow-direction': 'ingress',
    });
    expect(egress?.record).toMatchObject({ srcaddr: '10.0.2.20', 'pkt-srcaddr': '10.0.2.21' });
    expect(egress?.inferred.map(({ id }) => id)).toEqual(['flowlog.egress-secondary']);
  });

  it('never logs the Amazon DNS server, instance metadata or the time service', () => {
    const world = pair();
    const quiet = [
      ['10.0.0.2', 'udp', 53],
      ['169.254.169.253', 'tcp', 53],
      ['169.254.169.254', 'tcp', 80],
      ['169.254.169.123', 'udp', 123],
    ] as const;
    const Traffic = quiet.map(([To, Protocol, Port]) => ({
      From: C,
      To,
      Protocol,
      Port,
      At: new Date(START).toISOString(),
    }));
    const ready = parsed({ ...world, Traffic });
    const { crossings, results } = simulate(ready);
    expect(crossings).toEqual([]);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual([
      'established',
      'established',
      'replied',
      'replied',
    ]);
  });

  it('fills the fields of versions 3 to 5 from the interface', () => {
    const [record] = logged(pair()).filter(
      ({ interfaceId, record: { action } }) => interfaceId === S && action,
    );
    expect(record?.record).toMatchObject({
      'vpc-id': 'vpc-1',
      'subnet-id': 'subnet-s',
      'instance-id': 'i-s',
      type: 'IPv4',
      region: 'eu-central-1',
      'az-id': 'euc1-az3',
      'sublocation-type': null,
      'flow-direction': 'ingress',
      'traffic-path': null,
    });
  });
});

describe('recordedFlags', () => {
  it.each([
    ['SYN', 0x02, 2],
    ['SYN-ACK', 0x12, 18],
    ['ACK alone is not recorded', 0x10, 0],
    ['FIN,ACK counts 1', 0x11, 1],
    ['RST,ACK counts 4', 0x14, 4],
    ['PSH,ACK is not recorded', 0x18, 0],
    ['SYN with ECE counts 2', 0x42, 2],
  ])('%s', (_what, flags, recorded) => {
    expect(recordedFlags(flags)).toBe(recorded);
  });
});

describe('formats', () => {
  it('know the 14 fields of the default format and 54 up to version 11', () => {
    expect(DEFAULT_FIELDS).toHaveLength(14);
    expect(FIELDS).toHaveLength(54);
  });

  it.each([
    [['srcaddr', 'bytes'], 2],
    [['srcaddr', 'vpc-id'], 3],
    [['region', 'tcp-flags'], 4],
    [['flow-direction', 'version'], 5],
    [['srcaddr', 'ecs-task-id'], 7],
    [['reject-reason', 'ecs-task-id'], 8],
    [['resource-id'], 9],
    [['encryption-status', 'resource-id'], 10],
    [['srcaddr', 'dstaddr', 'instance-tag'], 11],
  ] as const)('%s prints version %i', (fields, version) => {
    expect(versionOf(fields)).toBe(version);
  });

  it.each([
    ['', 'names no field'],
    ['srcaddr', '`srcaddr`'],
    ['${nope}', '`${nope}`'],
    ['${srcaddr} ${srcaddr}', 'twice'],
  ])('%j is refused', (text, reason) => {
    expect(parseFormat(text)).toEqual({ issue: expect.stringContaining(reason) });
  });
});
