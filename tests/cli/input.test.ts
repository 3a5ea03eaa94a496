/** Bad input: every issue with its path on stderr, nothing on stdout, exit code 2, never a stack trace. */
import { readFileSync, truncateSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, file, flowtrap } from '../support/command';
import { pair } from '../support/pair';

const GOOD = ['--from', 'eni-c', '--to', 'eni-s', '--protocol', 'tcp', '--port', '443'];
const probe = (document: unknown, ...args: readonly string[]) => [
  'probe',
  file(document),
  ...(args.length > 0 ? args : GOOD),
];
const snapshot = (change: (value: Record<string, unknown[]>) => void) => {
  const copy = structuredClone(pair().Snapshot) as unknown as Record<string, unknown[]>;
  change(copy);
  return copy;
};
const row = (rows: unknown[] | undefined, index = 0) => rows?.[index] as Record<string, unknown>;

function huge(): string {
  const name = file('');
  truncateSync(name, 200 * 1024 * 1024);
  return name;
}

const DEEP = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;

const BAD: readonly (readonly [string, () => readonly string[], readonly string[]])[] = [
  ['no command', () => [], []],
  ['an unknown command', () => ['prob'], ['`prob`']],
  ['no file', () => ['probe', ...GOOD], ['which file']],
  ['two files', () => ['probe', 'a.json', 'b.json', ...GOOD], ['`b.json`']],
  ['an unknown option', () => [...probe(pair()), '--nope'], ['--nope']],
  [
    'missing options, all at once',
    () => ['probe', file(pair()), '--protocol', 'tcp'],
    ['--from is missing', '--to is missing', '--port is missing'],
  ],
  [
    'a negative port',
    () => probe(pair(), '--from', 'eni-c', '--to', 'eni-s', '--protocol', 'tcp', '--port', '-1'),
    ['`-1` is not a port'],
  ],
  [
    'a port too high',
    () => probe(pair(), '--from', 'eni-c', '--to', 'eni-s', '--protocol', 'tcp', '--port', '70000'),
    ['`70000` is not a port'],
  ],
  [
    'a protocol too high',
    () => probe(pair(), '--from', 'eni-c', '--to', 'eni-s', '--protocol', '256'),
    ['`256` is not a protocol'],
  ],
  [
    'a port for ICMP',
    () => probe(pair(), '--from', 'eni-c', '--to', 'eni-s', '--protocol', 'icmp', '--port', '1'),
    ['has no ports'],
  ],
  [
    'unknown ends',
    () => probe(pair(), '--from', 'eni-x', '--to', '300.1.1.1', '--protocol', 'tcp', '--port', '1'),
    ['`eni-x`', '`300.1.1.1`'],
  ],
  [
    'IPv4 to IPv6',
    () => probe(pair(), '--from', '10.0.1.10', '--to', '2001:db8::1', '--protocol', 'tcp', '--port', '1'),
    ['family'],
  ],
  ['a missing file', () => ['probe', '/no/such/file', ...GOOD], ['there is no such file']],
  ['a folder without documents', () => ['probe', emptyFolder, ...GOOD], ['without .json files']],
  ['an empty file', () => probe(''), ['is not JSON']],
  ['what is not JSON', () => probe('nope\n{'), ['is not JSON']],
  ['an array', () => probe([]), ['(document): is not an object']],
  ['null', () => probe('null'), ['(document): is not an object']],
  ['200 MB', () => ['probe', huge(), ...GOOD], ['larger than 64 MB']],
  ['deep nesting', () => probe(DEEP), []],
  [
    'overlapping subnets',
    () =>
      probe(
        snapshot((value) => {
          row(value.Subnets, 1).CidrBlock = '10.0.1.128/25';
        }),
      ),
    ['Subnets', 'overlap'],
  ],
  [
    'a dangling reference',
    () =>
      probe(
        snapshot((value) => {
          row(value.NetworkInterfaces).SubnetId = 'subnet-x';
        }),
      ),
    ['NetworkInterfaces[0].SubnetId', '`subnet-x`'],
  ],
  [
    'a route to a gateway that is not attached',
    () =>
      probe(
        snapshot((value) => {
          value.InternetGateways = [{ InternetGatewayId: 'igw-2', Attachments: [] }];
          (row(value.RouteTables).Routes as unknown[]).push({
            DestinationCidrBlock: '0.0.0.0/0',
            GatewayId: 'igw-2',
            State: 'active',
          });
        }),
      ),
    ['route table `rtb-c` sends `0.0.0.0/0` to `igw-2`, which is not attached to `vpc-1`'],
  ],
  [
    'several at once',
    () =>
      probe(
        snapshot((value) => {
          row(value.Vpcs).CidrBlock = '10.0.0.1/16';
          row(value.Subnets).VpcId = 'x';
          row(value.Subnets, 1).CidrBlock = 7;
        }),
      ),
    [
      'Vpcs[0].CidrBlock',
      'EC2 writes this block `10.0.0.0/16`',
      'Subnets[0].VpcId',
      'Subnets[1].CidrBlock: is not a string',
      '3 issues',
    ],
  ],
  [
    'a host on an unknown interface',
    () => probe({ ...pair(), Hosts: [{ Name: 'x', NetworkInterfaceIds: ['eni-x'] }] }),
    ['Hosts[0].NetworkInterfaceIds[0]'],
  ],
  ['a key that a World does not have', () => probe({ ...pair(), Trafic: [] }), ['has no `Trafic`']],
  ['a time that is none', () => probe({ ...pair(), Now: 'yesterday' }), ['Now: `yesterday` is not a time']],
  [
    'a listener on a negative port',
    () =>
      probe({
        ...pair(),
        Hosts: [{ Name: 's', NetworkInterfaceIds: ['eni-s'], Listeners: [{ Protocol: 'tcp', Port: -1 }] }],
      }),
    ['Hosts[0].Listeners[0].Port: `-1` is not a port'],
  ],
  [
    'a change that AWS would refuse',
    () =>
      probe({
        ...pair(),
        Timeline: [
          {
            At: '2026-03-02T10:00:00Z',
            Changes: [
              {
                Service: 'ec2',
                Action: 'DeleteRoute',
                RouteTableId: 'rtb-x',
                DestinationCidrBlock: '0.0.0.0/0',
              },
            ],
          },
        ],
      }),
    ['Timeline[0].Changes[0]', 'InvalidRouteTableID.NotFound'],
  ],
  [
    'an action that does not exist',
    () =>
      probe({
        ...pair(),
        Timeline: [{ At: '2026-03-02T10:00:00Z', Changes: [{ Service: 'ec2', Action: 'FixIt' }] }],
      }),
    ['Timeline[0].Changes[0]'],
  ],
  ['a format that is none', () => ['simulate', file(pair()), '--format', '${nope}'], ['`${nope}`']],
  ['an interface that is none', () => ['simulate', file(pair()), '--interface', 'eni-x'], ['`eni-x`']],
  ['a schema that is none', () => ['schema', 'nope'], ['world or snapshot']],
];

describe('bad input', () => {
  it.each(BAD)('%s', async (_name, args, expected) => {
    const { code, stdout, stderr } = await flowtrap(args());
    expect(code).toBe(2);
    expect(stdout).toBe('');
    for (const text of expected) expect(stderr).toContain(text);
    expect(stderr).not.toMatch(/\n\s+at |node:internal|Error:/);
  });

  it('prints at most 100 issues of 100,000', async () => {
    const document = snapshot((value) => {
      value.Vpcs = Array.from({ length: 100_000 }, () => ({ VpcId: 7 }));
    });
    const { code, stderr } = await flowtrap(probe(document));
    expect(code).toBe(2);
    expect(stderr.split('\n').filter((line) => line.startsWith('  '))).toHaveLength(100);
  });
});

describe('flowtrap simulate', () => {
  it('prints lines in the order of delivery, or JSON, for one interface or all', async () => {
    const world = file(pair());
    const lines = (await flowtrap(['simulate', world])).stdout.trim().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(
      /^2 111122223333 eni-c 10\.0\.1\.10 10\.0\.2\.20 \d+ 443 6 \d+ \d+ \d+ \d+ ACCEPT OK$/,
    );
    const one = await flowtrap([
      'simulate',
      world,
      '--interface',
      'eni-s',
      '--format',
      '${interface-id} ${flow-direction}',
    ]);
    expect(one.stdout).toBe('eni-s ingress\neni-s egress\n');
    const [json] = (await flowtrap(['simulate', world, '--json'])).stdout.split('\n');
    expect(JSON.parse(json ?? '')).toMatchObject({
      interfaceId: 'eni-c',
      record: { version: 2, 'account-id': '111122223333', action: 'ACCEPT' },
    });
  });

  it('prints nothing for a world without traffic, and says the same bytes twice', async () => {
    expect(await flowtrap(['simulate', file({ ...pair(), Traffic: [] })])).toMatchObject({
      code: 0,
      stdout: '',
    });
    const world = file(pair());
    expect((await flowtrap(['simulate', world])).stdout).toBe((await flowtrap(['simulate', world])).stdout);
  });
});

describe("the README's example", () => {
  const example = fileURLToPath(new URL('../../docs/examples/world.json', import.meta.url));
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

  it('writes the lines that the README prints', async () => {
    const { stdout } = await flowtrap(['simulate', example]);
    const printed = readme.match(/^2 \d{12} .*$/gm) ?? [];
    expect(printed.length).toBeGreaterThan(0);
    for (const line of printed) expect(stdout).toContain(`${line}\n`);
  });

  it('decides as the README says', async () => {
    const { stdout } = await flowtrap([
      'probe',
      example,
      '--from',
      'office',
      '--to',
      'web',
      '--protocol',
      'tcp',
      '--port',
      '22',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      connection: 'timeout',
      decidedBy: { component: 'acl-web', direction: 'egress', entry: 32767 },
    });
  });
});

describe('flowtrap schema', () => {
  it.each(['world', 'snapshot'])('%s is a JSON Schema', async (name) => {
    const { stdout } = await flowtrap(['schema', name]);
    const schema = JSON.parse(stdout);
    expect(schema.$schema).toContain('json-schema.org');
    const { properties } = name === 'world' ? schema.properties.Snapshot : schema;
    expect(Object.keys(properties)).toEqual(
      expect.arrayContaining(['Vpcs', 'RouteTables', 'NetworkAcls', 'FlowLogs']),
    );
  });
});
