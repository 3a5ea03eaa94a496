/** The door to a Network: what it refuses, with path and words, and what it lets pass though it looks odd. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { formatPath } from '@/lib/core/ec2/issue';
import { readSnapshot } from '@/lib/core/ec2/read-snapshot';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { generate } from '@/lib/core/scenario/generate';
import { parseNetwork } from '@/lib/core/vpc/parse-network';
import { natGateway } from '../../support/network/gateways';
import { worldOf } from '../../support/network/part';
import { vpc } from '../../support/network/vpc';
import { pair } from '../../support/pair';

type Rows = Record<string, Record<string, unknown>[]>;

function edited(change: (rows: Rows) => void): Snapshot {
  const copy = structuredClone(pair().Snapshot) as unknown as Rows;
  change(copy);
  return copy as unknown as Snapshot;
}

const at = (rows: Rows, key: string, index = 0): Record<string, unknown> =>
  rows[key]?.[index] as Record<string, unknown>;
const list = (row: Record<string, unknown>, key: string): Record<string, unknown>[] =>
  row[key] as Record<string, unknown>[];

const BROKEN: readonly (readonly [string, (rows: Rows) => void, string, string])[] = [
  [
    'a subnet of an unknown VPC',
    (r) => {
      at(r, 'Subnets').VpcId = 'vpc-x';
    },
    'Subnets[0].VpcId',
    '`vpc-x`',
  ],
  [
    'a subnet outside its VPC',
    (r) => {
      at(r, 'Subnets').CidrBlock = '192.168.1.0/24';
    },
    'Subnets[0]',
    'is in no block of `vpc-1`',
  ],
  [
    'subnets that overlap',
    (r) => {
      at(r, 'Subnets', 1).CidrBlock = '10.0.1.0/25';
    },
    'Subnets',
    'overlap',
  ],
  [
    'an id twice',
    (r) => {
      r.Vpcs?.push(structuredClone(at(r, 'Vpcs')));
    },
    'Vpcs[1].VpcId',
    '`vpc-1` stands twice',
  ],
  [
    'VPC blocks that overlap',
    (r) => {
      list(at(r, 'Vpcs'), 'CidrBlockAssociationSet').push({
        CidrBlock: '10.0.4.0/24',
        CidrBlockState: { State: 'associated' },
      });
    },
    'Vpcs[0]',
    'overlap',
  ],
  [
    'an interface in an unknown subnet',
    (r) => {
      at(r, 'NetworkInterfaces').SubnetId = 'subnet-x';
    },
    'NetworkInterfaces[0].SubnetId',
    '`subnet-x`',
  ],
  [
    'an interface that names another VPC',
    (r) => {
      at(r, 'NetworkInterfaces').VpcId = 'vpc-9';
    },
    'NetworkInterfaces[0].VpcId',
    '`vpc-9`',
  ],
  [
    'an interface with an unknown group',
    (r) => {
      at(r, 'NetworkInterfaces').Groups = [{ GroupId: 'sg-x' }];
    },
    'NetworkInterfaces[0].Groups[0]',
    '`sg-x`',
  ],
  [
    'an address outside the subnet',
    (r) => {
      list(at(r, 'NetworkInterfaces'), 'PrivateIpAddresses')[0] = {
        PrivateIpAddress: '10.0.9.9',
        Primary: true,
      };
    },
    'NetworkInterfaces[0]',
    '`10.0.9.9` is not in `subnet-c`',
  ],
  [
    'an address that AWS keeps',
    (r) => {
      list(at(r, 'NetworkInterfaces'), 'PrivateIpAddresses')[0] = {
        PrivateIpAddress: '10.0.1.2',
        Primary: true,
      };
    },
    'NetworkInterfaces[0]',
    'AWS keeps',
  ],
  [
    'an address owned twice',
    (r) => {
      const row = at(r, 'NetworkInterfaces', 1);
      row.SubnetId = 'subnet-c';
      list(row, 'PrivateIpAddresses')[0] = { PrivateIpAddress: '10.0.1.10', Primary: true };
    },
    'NetworkInterfaces[1]',
    'belongs to `eni-c` and to `eni-s`',
  ],
  [
    'a public address owned twice',
    (r) => {
      for (const row of r.NetworkInterfaces ?? []) row.Association = { PublicIp: '198.51.100.1' };
    },
    'NetworkInterfaces[1]',
    '`198.51.100.1` belongs to',
  ],
  [
    'a pairing told in two ways',
    (r) => {
      at(r, 'NetworkInterfaces').Association = { PublicIp: '198.51.100.1' };
      r.Addresses = [{ PublicIp: '198.51.100.2', NetworkInterfaceId: 'eni-c' }];
    },
    'NetworkInterfaces[0]',
    'is paired with',
  ],
  [
    'an interface without an address',
    (r) => {
      const row = at(r, 'NetworkInterfaces');
      row.PrivateIpAddresses = [];
      delete row.PrivateIpAddress;
    },
    'NetworkInterfaces[0]',
    'no private IPv4 address',
  ],
  [
    'an instance that is not there',
    (r) => {
      r.Instances = [];
    },
    'NetworkInterfaces[0].Attachment.InstanceId',
    '`i-c`',
  ],
  [
    'no main table where one is needed',
    (r) => {
      for (const row of r.RouteTables ?? []) row.Associations = [];
    },
    'Subnets[0]',
    'has no route table',
  ],
  [
    'two main tables',
    (r) => {
      list(at(r, 'RouteTables', 1), 'Associations').push({ Main: true });
    },
    '(document)',
    'two main route tables',
  ],
  [
    'a subnet with two tables',
    (r) => {
      list(at(r, 'RouteTables', 1), 'Associations').push({ SubnetId: 'subnet-c' });
    },
    'RouteTables[1].Associations[1]',
    '`subnet-c` is associated with',
  ],
  [
    'a route without a target',
    (r) => {
      list(at(r, 'RouteTables'), 'Routes').push({ DestinationCidrBlock: '0.0.0.0/0' });
    },
    'RouteTables[0].Routes[1]',
    'has no target',
  ],
  [
    'two routes for one block',
    (r) => {
      list(at(r, 'RouteTables'), 'Routes').push({ DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local' });
    },
    'RouteTables[0].Routes[1]',
    'two routes for `10.0.0.0/16`',
  ],
  [
    'a route to a gateway that is not attached',
    (r) => {
      r.InternetGateways = [{ InternetGatewayId: 'igw-2' }];
      list(at(r, 'RouteTables'), 'Routes').push({
        DestinationCidrBlock: '0.0.0.0/0',
        GatewayId: 'igw-2',
        State: 'active',
      });
    },
    'RouteTables[0].Routes[1].GatewayId',
    'route table `rtb-c` sends `0.0.0.0/0` to `igw-2`, which is not attached to `vpc-1`',
  ],
  [
    'a route to nothing',
    (r) => {
      list(at(r, 'RouteTables'), 'Routes').push({
        DestinationCidrBlock: '0.0.0.0/0',
        VpcPeeringConnectionId: 'pcx-9',
        State: 'active',
      });
    },
    'RouteTables[0].Routes[1].VpcPeeringConnectionId',
    '`pcx-9`',
  ],
  [
    'two gateways on one VPC',
    (r) => {
      r.InternetGateways = ['igw-1', 'igw-2'].map((InternetGatewayId) => ({
        InternetGatewayId,
        Attachments: [{ VpcId: 'vpc-1' }],
      }));
    },
    'InternetGateways[1].Attachments',
    'two internet gateways',
  ],
  [
    'a rule number twice',
    (r) => {
      const entries = list(at(r, 'NetworkAcls'), 'Entries');
      entries.push(structuredClone(entries[0] ?? {}));
    },
    'NetworkAcls[0].Entries[4]',
    'rules `100`',
  ],
  [
    'an entry without a block',
    (r) => {
      delete list(at(r, 'NetworkAcls'), 'Entries')[0]?.CidrBlock;
    },
    'NetworkAcls[0].Entries[0]',
    'names no block',
  ],
  [
    'a port range that ends before it begins',
    (r) => {
      at(r, 'SecurityGroups').IpPermissions = [
        { IpProtocol: 'tcp', FromPort: 9, ToPort: 1, IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
      ];
    },
    'SecurityGroups[0].IpPermissions[0]',
    'ends before it begins',
  ],
  [
    'rules that disagree with SecurityGroupRules',
    (r) => {
      r.SecurityGroupRules = [
        {
          SecurityGroupRuleId: 'sgr-1',
          GroupId: 'sg-s',
          IsEgress: false,
          IpProtocol: 'tcp',
          FromPort: 1,
          ToPort: 1,
          CidrIpv4: '0.0.0.0/0',
        },
      ];
    },
    'SecurityGroups[1].IpPermissions',
    'differ',
  ],
  [
    'a NAT gateway without its interface',
    (r) => {
      r.NatGateways = [
        {
          NatGatewayId: 'nat-1',
          VpcId: 'vpc-1',
          SubnetId: 'subnet-c',
          State: 'available',
          NatGatewayAddresses: [{ NetworkInterfaceId: 'eni-x' }],
        },
      ];
    },
    'NatGateways[0].NatGatewayAddresses[0].NetworkInterfaceId',
    '`eni-x`',
  ],
];

describe('parseNetwork refuses', () => {
  it.each(BROKEN)('%s', (_what, change, path, words) => {
    const door = parseNetwork(edited(change));
    if (!('issues' in door)) throw new Error('the door stood open');
    const texts = door.issues.map((issue) => `${formatPath(issue.path)}: ${issue.message}`);
    expect(
      texts.some((text) => text.startsWith(`${path}: `) && text.includes(words)),
      texts.join('\n'),
    ).toBe(true);
    for (const { message } of door.issues) expect(message).toMatch(/^(?:NAT |[^A-Z]).*[^.]$/);
  });
});

const VALID: readonly (readonly [string, (rows: Rows) => void, number])[] = [
  ['as it is', () => undefined, 0],
  [
    'a blackhole to an id that stands nowhere',
    (r) => {
      list(at(r, 'RouteTables'), 'Routes').push({
        DestinationCidrBlock: '0.0.0.0/0',
        NatGatewayId: 'nat-gone',
        State: 'blackhole',
      });
    },
    0,
  ],
  [
    'a stale group reference',
    (r) => {
      at(r, 'SecurityGroups').IpPermissions = [
        { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-gone' }] },
      ];
    },
    1,
  ],
  [
    'network ACLs without their * entries',
    (r) => {
      for (const row of r.NetworkAcls ?? [])
        row.Entries = list(row, 'Entries').filter(({ RuleNumber }) => RuleNumber !== 32767);
    },
    0,
  ],
  [
    'a subnet on the main table and the default ACL',
    (r) => {
      at(r, 'RouteTables', 1).Associations = [];
      at(r, 'NetworkAcls', 1).Associations = [];
    },
    0,
  ],
  [
    'interfaces only inside their instances',
    (r) => {
      for (const [i, row] of (r.Instances ?? []).entries())
        row.NetworkInterfaces = [r.NetworkInterfaces?.[i]];
      r.NetworkInterfaces = [];
    },
    0,
  ],
  [
    'a peering whose far side is not shown',
    (r) => {
      r.VpcPeeringConnections = [
        {
          VpcPeeringConnectionId: 'pcx-1',
          RequesterVpcInfo: { VpcId: 'vpc-1' },
          AccepterVpcInfo: { VpcId: 'vpc-far' },
          Status: { Code: 'active' },
        },
      ];
    },
    1,
  ],
  [
    'a route to a transit gateway',
    (r) => {
      list(at(r, 'RouteTables'), 'Routes').push({
        DestinationCidrBlock: '0.0.0.0/0',
        TransitGatewayId: 'tgw-1',
        State: 'active',
      });
    },
    1,
  ],
  [
    'a static and a propagated route for one block',
    (r) => {
      list(at(r, 'RouteTables'), 'Routes').push({
        DestinationCidrBlock: '10.0.0.0/16',
        GatewayId: 'vgw-1',
        Origin: 'EnableVgwRoutePropagation',
      });
      r.VpnGateways = [{ VpnGatewayId: 'vgw-1', VpcAttachments: [{ VpcId: 'vpc-1', State: 'attached' }] }];
    },
    0,
  ],
];

describe('parseNetwork lets pass', () => {
  it.each(VALID)('%s', (_what, change, notices) => {
    const door = parseNetwork(edited(change));
    expect('issues' in door ? door.issues : []).toEqual([]);
    if ('network' in door) {
      expect(door.notices).toHaveLength(notices);
      expect(door.network.networkInterfaces.size).toBe(2);
      for (const { networkAcl } of door.network.subnets.values()) {
        expect(networkAcl.ingress.slice(-2).map(({ ruleNumber }) => ruleNumber)).toEqual([32767, 32768]);
      }
    }
  });
});

describe('whatever is done to a document', () => {
  const whole = generate('door').world.Snapshot as unknown as Rows;
  const keys = Object.keys(whole).filter((key) => Array.isArray(whole[key]) && (whole[key]?.length ?? 0) > 0);

  test.prop(
    [
      fc.array(
        fc.tuple(fc.constantFrom(...keys), fc.nat(), fc.constantFrom('drop', 'rename', 'empty', 'double')),
        { minLength: 1, maxLength: 4 },
      ),
    ],
    { numRuns: 300 },
  )('the doors answer with issues or a network, never with a throw', (edits) => {
    const copy = structuredClone(whole);
    for (const [key, n, what] of edits) {
      const rows = copy[key] ?? [];
      const index = rows.length === 0 ? 0 : n % rows.length;
      const row = rows[index] ?? {};
      if (what === 'drop') rows.splice(index, 1);
      else if (what === 'double') rows.push(structuredClone(row));
      else if (what === 'empty') rows[index] = {};
      else for (const name of Object.keys(row)) if (name.endsWith('Id')) row[name] = `${String(row[name])}x`;
    }
    const read = readSnapshot(copy);
    if ('issues' in read) expect(read.issues.length).toBeGreaterThan(0);
    else
      expect(Object.keys(parseNetwork(read.snapshot))).toContain(
        'issues' in parseNetwork(read.snapshot) ? 'issues' : 'network',
      );
  });

  it('5,000 interfaces and 100,000 rules pass', () => {
    const many = edited((rows) => {
      at(rows, 'Subnets').CidrBlock = '10.0.64.0/18';
      at(rows, 'SecurityGroups').IpPermissions = Array.from({ length: 100_000 }, (_, i) => ({
        IpProtocol: 'tcp',
        FromPort: i % 65536,
        ToPort: i % 65536,
        IpRanges: [{ CidrIp: '10.0.0.0/8' }],
      }));
      rows.Instances = [];
      rows.NetworkInterfaces = Array.from({ length: 5000 }, (_, i) => ({
        NetworkInterfaceId: `eni-${i}`,
        SubnetId: 'subnet-c',
        PrivateIpAddress: `10.0.${64 + Math.floor((i + 10) / 250)}.${((i + 10) % 250) + 4}`,
        Groups: [{ GroupId: 'sg-c' }],
      }));
    });
    const door = parseNetwork(many);
    expect('issues' in door ? door.issues : []).toEqual([]);
  });
});

describe('the public address of a NAT gateway', () => {
  const door = (association: string | undefined) => {
    const made = worldOf(
      vpc('a', '10.1.0.0/16', { subnets: { pub: '10.1.9.0/24' } }),
      natGateway('x', 'a', 'pub', '10.1.9.5 198.51.100.9'),
    ).Snapshot;
    const Association = association === undefined ? undefined : { PublicIp: association };
    const NetworkInterfaces = (made.NetworkInterfaces ?? []).map((row) => ({
      ...row,
      Association,
      PrivateIpAddresses: [{ PrivateIpAddress: '10.1.9.5', Primary: true }],
    }));
    return parseNetwork({ ...made, NetworkInterfaces });
  };

  it('may stand in its own row alone', () => {
    const made = door(undefined);
    expect('network' in made && [...made.network.publicAddresses.values()].map(({ id }) => id)).toEqual([
      'eni-nat-x',
    ]);
  });

  it('has to be the one that its interface names', () => {
    const made = door('198.51.100.10');
    expect('issues' in made && made.issues[0]?.message).toMatch(/is paired with `198.51.100.10` and with/);
  });
});
