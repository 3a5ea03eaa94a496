/** Command lines read back: each line that we print, each way in which people write one, and what is no call at all. */
import { describe, expect, it } from 'vitest';
import { formatAwsCli } from '@/lib/core/ec2/aws-cli';
import { readAwsCli } from '@/lib/core/ec2/read-aws-cli';
import { call } from '../../support/calls';
import { ACCEPTED, LATER, SCRIPTS } from './cases/accepted';
import { ALL_LINES, ALL_REFUSED } from './cases/all';

function read(text: string) {
  const door = readAwsCli(text);
  if ('issues' in door) throw new Error(JSON.stringify(door.issues));
  return door.actions;
}

function problem(text: string): string {
  const door = readAwsCli(text);
  if (!('issues' in door)) throw new Error('it is a call');
  return door.issues.map(({ line, message }) => `${line}: ${message}`).join('\n');
}

/** Lists and texts of nothing are not printed; where one is needed there is no such line. */
const isTold = (action: object): boolean => !/\[\]|""/.test(JSON.stringify(action));

describe('a line that we print', () => {
  const actions = [
    ...ACCEPTED,
    ...LATER,
    ...SCRIPTS.flat(),
    ...ALL_LINES.map(([action]) => action),
    ...ALL_REFUSED.map(([action]) => action),
  ]
    .map(call)
    .filter(isTold);

  it('reads back as the same call', () => {
    expect(actions.length).toBeGreaterThan(300);
    for (const action of actions) expect(read(formatAwsCli(action))).toEqual([action]);
  });

  it('reads back among others', () => {
    const some = actions.slice(0, 40);
    expect(read(some.map(formatAwsCli).join('\n'))).toEqual(some);
  });
});

describe('people write', () => {
  const ssh = {
    Service: 'ec2',
    Action: 'AuthorizeSecurityGroupIngress',
    GroupId: 'sg-1',
    IpPermissions: [
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '203.0.113.7/32' }] },
    ],
  };

  it.each([
    [
      'plain options',
      'aws ec2 authorize-security-group-ingress --group-id sg-1 --protocol tcp --port 22 --cidr 203.0.113.7/32',
    ],
    [
      'a line broken in two',
      'aws ec2 authorize-security-group-ingress \\\n  --group-id sg-1 --protocol tcp \\\n  --port 22 --cidr 203.0.113.7/32',
    ],
    [
      'a prompt and a comment',
      '# let the office in\n$ aws ec2 authorize-security-group-ingress --group-id sg-1 --protocol tcp --port 22 --cidr 203.0.113.7/32 # SSH',
    ],
    [
      'shorthand',
      "aws ec2 authorize-security-group-ingress --group-id sg-1 --ip-permissions 'IpProtocol=tcp,FromPort=22,ToPort=22,IpRanges=[{CidrIp=203.0.113.7/32}]'",
    ],
    [
      'JSON',
      `aws ec2 authorize-security-group-ingress --group-id sg-1 --ip-permissions '[{"IpProtocol":"tcp","FromPort":22,"ToPort":22,"IpRanges":[{"CidrIp":"203.0.113.7/32"}]}]'`,
    ],
  ])('%s', (_name, text) => {
    expect(read(text)).toEqual([ssh]);
  });

  it('a range of ports, all of them, and a group', () => {
    const line = (rest: string) =>
      read(`aws ec2 authorize-security-group-egress --group-id sg-1 ${rest}`).map((one) =>
        'IpPermissions' in one ? one.IpPermissions : undefined,
      );
    expect(line('--protocol tcp --port 8000-8080 --source-group sg-2')).toEqual([
      [{ IpProtocol: 'tcp', FromPort: 8000, ToPort: 8080, UserIdGroupPairs: [{ GroupId: 'sg-2' }] }],
    ]);
    expect(line('--protocol all --cidr 0.0.0.0/0')).toEqual([
      [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    ]);
  });

  it('variables for what an earlier line made', () => {
    const text = [
      'address=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)',
      'aws ec2 associate-address --allocation-id "$address" --network-interface-id eni-1',
      'aws ec2 associate-address --allocation-id ${address} --network-interface-id eni-1',
    ].join('\n');
    const [first, second, third] = read(text);
    expect(first).toEqual({ Service: 'ec2', Action: 'AllocateAddress', As: 'address', Domain: 'vpc' });
    expect(second).toMatchObject({ AllocationId: { Ref: 'address' } });
    expect(third).toEqual(second);
  });
});

describe('what is no call is told with its line', () => {
  it.each([
    ['rm -rf /', '1: `rm` is not `aws`'],
    ['aws s3 ls', '1: `aws s3` is not read here: only `aws ec2`'],
    ['aws ec2', '1: `aws ec2 ` is no call that changes a network here'],
    ['\naws ec2 describe-vpcs', '2: `aws ec2 describe-vpcs` is no call that changes a network here'],
    ['aws ec2 create-route rtb-1', '1: `rtb-1` stands behind no option'],
    ['aws ec2 create-route --table rtb-1', '1: there is no option `--table` here'],
    ['aws ec2 create-route --route-table-id', '1: `--route-table-id` wants a value'],
    ['aws ec2 create-route --route-table-id rtb-1 rtb-2', '1: `--route-table-id` takes one value, and has 2'],
    [
      'aws ec2 create-route --route-table-id rtb-1 --route-table-id rtb-2',
      '1: `--route-table-id` stands twice',
    ],
    ['aws ec2 create-route --gateway-id igw-1', '1: `--route-table-id` is missing: expected a string'],
    ["aws ec2 create-route --route-table-id 'rtb-1", '1: a single quote is not closed'],
    ['x=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16', '1: the bracket of `$(` is not closed'],
    [
      'aws ec2 create-route --route-table-id $(whoami)',
      '1: `$(…)` stands only behind `name=` at the beginning of a line',
    ],
    [
      'aws ec2 create-network-acl-entry --network-acl-id acl-1 --rule-number ten --ingress --protocol 6 --rule-action allow',
      '1: `--rule-number` is not a number',
    ],
    [
      'aws ec2 create-network-acl-entry --network-acl-id acl-1 --rule-number 10 --ingress --protocol 6 --rule-action maybe',
      '1: `--rule-action` is none of `allow`, `deny`',
    ],
    [
      'aws ec2 create-network-acl-entry --network-acl-id acl-1 --rule-number 10 --ingress --protocol 6 --rule-action allow --port-range From22',
      '1: `--port-range` `From22` is neither shorthand nor JSON',
    ],
    [
      'aws ec2 authorize-security-group-ingress --group-id sg-1 --protocol tcp --port ssh --cidr 10.0.0.0/8',
      '1: `--ip-permissions` at [0].FromPort is not a number',
    ],
  ])('%s', (text, says) => {
    expect(problem(text)).toBe(says);
  });

  it('every line of several', () => {
    expect(problem('aws s3 ls\naws ec2 create-vpc --cidr-block 10.0.0.0/16\nls')).toBe(
      '1: `aws s3` is not read here: only `aws ec2`\n3: `ls` is not `aws`',
    );
  });

  it('too much of it, and brackets without end', () => {
    expect(problem('#'.repeat(70_000))).toBe('1: more than 65536 characters are not read');
    const deep = `aws ec2 authorize-security-group-ingress --group-id sg-1 --ip-permissions ${'IpRanges=['.repeat(5000)}`;
    expect(problem(deep)).toMatch(/is neither shorthand nor JSON$/);
  });
});
