/** What a world has already is told as what is so; everything else is a change. */
import { describe, expect, it } from 'vitest';
import { alreadySentence } from '@/lib/core/explain/already-so';
import { plain } from '@/lib/core/explain/prose';
import { aclEntry, tcpFrom } from '@/lib/core/scenario/blueprints/filter-rows';
import { edit, editHost } from '@/lib/core/scenario/edit';
import type { Change, World } from '@/lib/core/simulate/world';
import { pair, parsed } from '../../support/pair';

type Entry = ReturnType<typeof aclEntry>;

const listed = (...entries: readonly Entry[]): World =>
  edit(pair(), 'NetworkAcls', (acl) =>
    acl.NetworkAclId === 'acl-s' ? { ...acl, Entries: [...entries] } : acl,
  );
const admitting = (port: number, from: string): World =>
  edit(pair(), 'SecurityGroups', (group) =>
    group.GroupId === 'sg-s' ? { ...group, IpPermissions: [tcpFrom(port, from)] } : group,
  );
const guarded = (...rules: readonly ('drop' | 'accept')[]): World =>
  editHost(pair(), 's', (host) => ({
    ...host,
    Firewall: rules.map((Do) => ({ Direction: 'in', Protocol: 'tcp', Port: 443, Do })),
  }));

const ec2 = (change: object): Change => ({ Service: 'ec2', ...change }) as Change;
const route = (DestinationCidrBlock: string, target: object): Change =>
  ec2({ Action: 'ReplaceRoute', RouteTableId: 'rtb-c', DestinationCidrBlock, ...target });
const entry = (CidrBlock: string, From: number, To = From): Change =>
  ec2({
    Action: 'CreateNetworkAclEntry',
    NetworkAclId: 'acl-s',
    RuleNumber: 1,
    Protocol: '6',
    RuleAction: 'allow',
    Egress: false,
    CidrBlock,
    PortRange: { From, To },
  });
const permission = (CidrIp: string, port: number): Change =>
  ec2({
    Action: 'AuthorizeSecurityGroupIngress',
    GroupId: 'sg-s',
    IpPermissions: [{ IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp }] }],
  });
const listener = (Port: number): Change => ({
  Service: 'host',
  Action: 'StartListener',
  Host: 's',
  Protocol: 'tcp',
  Port,
  Bind: '0.0.0.0',
});
const ACCEPT: Change = {
  Service: 'host',
  Action: 'AddFirewallRule',
  Host: 's',
  Direction: 'in',
  Protocol: 'tcp',
  Port: 443,
  Do: 'accept',
};

const local = { GatewayId: 'local' };
const ROWS: readonly (readonly [string, World, Change, string | undefined])[] = [
  ['a route that stands', pair(), route('10.0.0.0/16', local), 'rtb-c already sends 10.0.0.0/16 to local'],
  ['a route to another target', pair(), route('10.0.0.0/16', { GatewayId: 'igw-1' }), undefined],
  ['a route that is not there', pair(), route('10.9.0.0/16', local), undefined],
  [
    'a group rule for a wider range',
    admitting(443, '10.0.0.0/16'),
    permission('10.0.1.10/32', 443),
    'sg-s already allows tcp 443 from 10.0.0.0/16, inbound',
  ],
  [
    'a group rule for another port',
    admitting(444, '10.0.0.0/16'),
    permission('10.0.1.10/32', 443),
    undefined,
  ],
  [
    'a group rule for another range',
    admitting(443, '10.0.2.0/24'),
    permission('10.0.1.10/32', 443),
    undefined,
  ],
  [
    'a list whose first entry that fits allows',
    listed(
      aclEntry(90, false, '10.9.0.0/16', [443, 443], 'deny'),
      aclEntry(100, false, '10.0.0.0/8', [443, 443]),
    ),
    entry('10.0.1.10/32', 443),
    'Rule 100 of acl-s already allows tcp 443 from 10.0.0.0/8, inbound',
  ],
  [
    'a list whose first entry that fits denies',
    listed(
      aclEntry(90, false, '10.0.0.0/16', [443, 443], 'deny'),
      aclEntry(100, false, '10.0.0.0/8', [443, 443]),
    ),
    entry('10.0.1.10/32', 443),
    undefined,
  ],
  [
    'a list that allows a part of the ports',
    listed(aclEntry(100, false, '10.0.0.0/8', [1024, 5000])),
    entry('10.0.1.10/32', 1024, 65535),
    undefined,
  ],
  ['a list with nothing but *', listed(), entry('10.0.1.10/32', 443), undefined],
  ['a listener', pair(), listener(443), 's already listens for tcp 443 on every address'],
  ['no such listener', pair(), listener(22), undefined],
  [
    'a listener for the host itself',
    editHost(pair(), 's', (host) => ({
      ...host,
      Listeners: [{ Protocol: 'tcp', Port: 443, Bind: '127.0.0.1' }],
    })),
    listener(443),
    undefined,
  ],
  ['a firewall without rules', guarded(), ACCEPT, 'The host firewall of s already lets tcp 443 in'],
  ['a firewall that drops', guarded('drop'), ACCEPT, undefined],
  [
    'a firewall that accepts before it drops',
    guarded('accept', 'drop'),
    ACCEPT,
    'The host firewall of s already lets tcp 443 in',
  ],
];

describe('alreadySentence', () => {
  it.each(ROWS)('%s', (_name, world, change, sentence) => {
    const already = alreadySentence(parsed(world), change);
    expect(already && plain(already)).toBe(sentence);
  });
});
