import { describe, expect, it } from 'vitest';
import { formatPath, MOST_ISSUES } from '@/lib/core/ec2/issue';
import { readSnapshot } from '@/lib/core/ec2/read-snapshot';
import { pair } from '../../support/pair';

const log = (row: object) => ({ FlowLogs: [{ FlowLogId: 'fl-1', ResourceId: 'vpc-1', ...row }] });

const BAD: readonly (readonly [unknown, string])[] = [
  [7, '(document): is not an object'],
  [{ Vpcs: 7 }, 'Vpcs: is not an array'],
  [{ Vpcs: [{ CidrBlock: '10.0.0.0/16' }] }, 'Vpcs[0].VpcId: is missing: expected a string'],
  [
    { Vpcs: [{ VpcId: 'subnet-1', CidrBlock: '10.0.0.0/16' }] },
    'Vpcs[0].VpcId: `subnet-1` is not an id like `vpc-…`',
  ],
  [
    { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.1/16' }] },
    'Vpcs[0].CidrBlock: `10.0.0.1/16` has bits behind its prefix; EC2 writes this block `10.0.0.0/16`',
  ],
  [
    { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '2001:db8::/32' }] },
    'Vpcs[0].CidrBlock: `2001:db8::/32` is not an IPv4 block',
  ],
  [
    {
      NetworkInterfaces: [
        { NetworkInterfaceId: 'eni-1', SubnetId: 'subnet-1', PrivateIpAddress: '10.0.0.256' },
      ],
    },
    'NetworkInterfaces[0].PrivateIpAddress: `10.0.0.256` is not an IPv4 address',
  ],
  [
    {
      NetworkAcls: [
        {
          NetworkAclId: 'acl-1',
          VpcId: 'vpc-1',
          Entries: [{ RuleNumber: 0, Egress: false, RuleAction: 'allow', Protocol: '-1' }],
        },
      ],
    },
    'NetworkAcls[0].Entries[0].RuleNumber: is smaller than 1',
  ],
  [
    {
      NetworkAcls: [
        {
          NetworkAclId: 'acl-1',
          VpcId: 'vpc-1',
          Entries: [{ RuleNumber: 1, Egress: false, RuleAction: 'permit', Protocol: '-1' }],
        },
      ],
    },
    'NetworkAcls[0].Entries[0].RuleAction: is none of `allow`, `deny`',
  ],
  [
    { SecurityGroups: [{ GroupId: 'sg-1', VpcId: 'vpc-1', IpPermissions: [{ IpProtocol: 'xtp' }] }] },
    'SecurityGroups[0].IpPermissions[0].IpProtocol: `xtp` is not a protocol: use -1, tcp, udp, icmp, icmpv6 or a number from 0 to 255',
  ],
  [
    {
      SecurityGroups: [
        { GroupId: 'sg-1', VpcId: 'vpc-1', IpPermissions: [{ IpProtocol: 'tcp', FromPort: 70000 }] },
      ],
    },
    'SecurityGroups[0].IpPermissions[0].FromPort: `70000` is not a port: use 0 to 65535',
  ],
  [
    { FlowLogs: [{ FlowLogId: 'fl-1', ResourceId: 'vpc-1', MaxAggregationInterval: 90 }] },
    'FlowLogs[0].MaxAggregationInterval: is none of `60`, `600`',
  ],
  [
    log({ LogFormat: '${version} ${foo}' }),
    'FlowLogs[0].LogFormat: the format has `${foo}`, which is no field',
  ],
  [
    log({ LogFormat: 'srcaddr dstaddr' }),
    'FlowLogs[0].LogFormat: the format has `srcaddr` without its braces',
  ],
  [log({ LogFormat: '${srcaddr}${dstaddr}' }), 'which is no field: write fields like `${srcaddr}`'],
  [log({ LogFormat: '${bytes} ${bytes}' }), 'FlowLogs[0].LogFormat: the format has `${bytes}` twice'],
  [log({ LogFormat: '' }), 'FlowLogs[0].LogFormat: the format names no field'],
  [log({ LogGroupName: 'a group' }), 'FlowLogs[0].LogGroupName: `a group` is no name of a log group'],
  [
    log({ LogDestinationType: 's3', LogDestination: '../../etc' }),
    'FlowLogs[0].LogDestination: `../../etc` is no ARN of a bucket',
  ],
  [
    log({ LogDestinationType: 's3', LogDestination: 'arn:aws:s3:::../etc' }),
    'FlowLogs[0].LogDestination: `arn:aws:s3:::../etc` has no name of a bucket',
  ],
  [
    log({ LogDestination: 'arn:aws:s3:::our-bucket' }),
    'FlowLogs[0].LogDestination: `arn:aws:s3:::our-bucket` is no ARN of a log group',
  ],
];

// Fields of a transit gateway's log are none of ours, and none of our business.
const TRANSIT = log({ ResourceId: 'tgw-1', LogFormat: '${version} ${tgw-id}' });

describe('readSnapshot', () => {
  it.each(BAD)('%j', (value, expected) => {
    const door = readSnapshot(value);
    if (!('issues' in door)) throw new Error('the door stood open');
    const [first] = door.issues.map(({ path, message }) => `${formatPath(path)}: ${message}`);
    expect(first).toContain(expected);
  });

  it('leaves the format of a transit gateway log alone', () => {
    expect(readSnapshot(TRANSIT)).toHaveProperty('snapshot');
  });

  it('finds everything at once, and stops counting', () => {
    const door = readSnapshot({ Vpcs: Array.from({ length: 500 }, () => ({})), Subnets: [7] });
    expect('issues' in door && door.issues).toHaveLength(MOST_ISSUES);
  });

  it('takes reservations, keeps what it does not know, and says so', () => {
    const { Instances, ...rest } = pair().Snapshot;
    const door = readSnapshot({
      ...rest,
      Reservations: [{ Instances }],
      DhcpOptions: [{ DhcpOptionsId: 'dopt-1' }],
      VpnGateways: [],
      Odd: 1,
    });
    if ('issues' in door) throw new Error(JSON.stringify(door.issues));
    expect(door.snapshot.Instances).toHaveLength(2);
    expect(door.snapshot.DhcpOptions).toEqual([{ DhcpOptionsId: 'dopt-1' }]);
    expect(door.notices.map(({ message }) => message)).toEqual([
      'not modelled: 1 `DhcpOptions`',
      '`Odd` is no key of a snapshot; it is kept and not read',
    ]);
  });

  it('keeps fields that nobody uses', () => {
    const door = readSnapshot({
      Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', DhcpOptionsId: 'dopt-1' }],
    });
    expect('snapshot' in door && door.snapshot.Vpcs?.[0]?.DhcpOptionsId).toBe('dopt-1');
  });
});
