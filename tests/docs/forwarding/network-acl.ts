/** Network ACLs: which entry decides, what an entry asks for, and what is never asked. */
import { expect } from 'vitest';
import { ask } from '../../support/network/ask';
import type { Lists } from '../../support/network/filter-rows';
import { type Part, worldOf } from '../../support/network/part';
import { vpc } from '../../support/network/vpc';
import { asks, type Case, proves } from './case';

/** `web` and `near` in one subnet, `db` in another; everything open but for the ACLs given. */
const world = (acls: Readonly<Record<string, Lists>>, ...more: readonly Part[]) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24 b' },
      servers: { web: '10.1.1.10', near: '10.1.1.20', db: '10.1.2.10' },
      acls,
    }),
    ...more,
  );

const CLOSED: Lists = { in: [], out: [] };
const dataIn = (...entries: readonly string[]) => world({ data: { in: entries } });
const entryIn = 'timeout: forward denied-in at acl-data by';
const DENIED = `${entryIn} nacl.first-match`;
const UNMATCHED = `${entryIn} nacl.default-deny`;

/** Answers may leave `data` for these ports only. */
const answersTo = (ports: string, ...more: readonly Part[]) =>
  world({ data: { out: [`100 allow tcp 0.0.0.0/0 ${ports}`] } }, ...more);
const NO_ANSWER = 'timeout: return denied-out at acl-data by nacl.default-deny';

export const CASES: readonly Case[] = [
  asks('acl.one-per-subnet', "the subnet's own", world({ data: CLOSED }), 'web > db tcp 443', UNMATCHED),
  asks(
    'acl.one-per-subnet',
    "else the VPC's default one, which serves every such subnet",
    world({ default: CLOSED }),
    'web > db tcp 443',
    'timeout: forward denied-out at acl-a by nacl.default-deny',
  ),

  asks(
    'acl.first-match',
    'a lower number denies',
    dataIn('100 deny tcp 0.0.0.0/0 443', '200 allow all 0.0.0.0/0'),
    'web > db tcp 443',
    DENIED,
  ),
  asks(
    'acl.first-match',
    'the order of the document does not matter',
    dataIn('200 deny tcp 0.0.0.0/0 443', '100 allow all 0.0.0.0/0'),
    'web > db tcp 443',
    'established',
  ),
  asks(
    'acl.first-match',
    'nothing matches',
    dataIn('100 allow tcp 0.0.0.0/0 22'),
    'web > db tcp 443',
    UNMATCHED,
  ),
  asks(
    'acl.first-match',
    'the outbound list is another one',
    world({ app: { in: ['100 allow all 0.0.0.0/0'], out: ['100 deny all 0.0.0.0/0'] } }),
    'web > db tcp 443',
    'timeout: forward denied-out at acl-app by nacl.first-match',
  ),
  proves('acl.first-match', '* is entry 32767', () => {
    const { decidedBy } = ask(dataIn('100 allow tcp 0.0.0.0/0 22'), 'web > db tcp 443');
    expect(decidedBy?.step).toMatchObject({ kind: 'network-acl', by: { ruleNumber: 32767 } });
  }),

  asks('acl.new', 'the default ACL as AWS makes it', world({}), 'web > db tcp 443', 'established'),
  asks(
    'acl.new',
    'one without entries',
    world({ app: CLOSED }),
    'web > db tcp 443',
    'timeout: forward denied-out at acl-app by nacl.default-deny',
  ),

  asks(
    'acl.border',
    'inside its subnet a closed ACL is not asked',
    world({ app: CLOSED }),
    'web > near tcp 443',
    'established',
  ),
  asks(
    'acl.border',
    'at its border it is',
    world({ app: CLOSED }),
    'db > near tcp 443',
    'timeout: forward denied-in at acl-app by nacl.default-deny',
  ),

  asks(
    'acl.stateless',
    'the answer leaves by no rule',
    world({ data: { in: ['100 allow tcp 0.0.0.0/0 443'], out: [] } }),
    'web > db tcp 443',
    NO_ANSWER,
  ),
  asks(
    'acl.stateless',
    'or comes in by none',
    world({ app: { in: [] } }),
    'web > db tcp 443',
    'timeout: return denied-in at acl-app by nacl.default-deny',
  ),
  asks(
    'acl.stateless',
    'a ping needs both ways as well',
    world({ data: { in: ['100 allow icmp 0.0.0.0/0 8/-1'], out: ['100 allow tcp 0.0.0.0/0 0-65535'] } }),
    'web > db icmp',
    NO_ANSWER,
  ),

  asks('acl.fields', 'protocol', dataIn('100 allow udp 0.0.0.0/0 443'), 'web > db tcp 443', UNMATCHED),
  asks(
    'acl.fields',
    'a protocol by its number',
    dataIn('100 allow 47 0.0.0.0/0'),
    'web > db 47',
    'not-answered',
  ),
  asks(
    'acl.fields',
    'a range of ports holds both of its ends',
    dataIn('100 allow tcp 0.0.0.0/0 440-443'),
    'web > db tcp 443',
    'established',
  ),
  asks(
    'acl.fields',
    'and nothing beside',
    dataIn('100 allow tcp 0.0.0.0/0 440-442'),
    'web > db tcp 443',
    UNMATCHED,
  ),
  asks('acl.fields', 'ICMP type', dataIn('100 allow icmp 0.0.0.0/0 0/-1'), 'web > db icmp', UNMATCHED),
  asks(
    'acl.fields',
    'ICMP type with any code',
    dataIn('100 allow icmp 0.0.0.0/0 8/-1'),
    'web > db icmp',
    'replied',
  ),
  asks('acl.fields', 'ICMP code', dataIn('100 allow icmp 0.0.0.0/0 8/1'), 'web > db icmp', UNMATCHED),
  asks(
    'acl.fields',
    'the source of what comes in',
    dataIn('100 allow tcp 10.1.1.10/32 443'),
    'near > db tcp 443',
    UNMATCHED,
  ),
  asks(
    'acl.fields',
    'the destination of what goes out',
    world({ app: { out: ['100 allow tcp 10.1.2.11/32 443'] } }),
    'web > db tcp 443',
    'timeout: forward denied-out at acl-app by nacl.default-deny',
  ),

  asks(
    'acl.ephemeral',
    "Linux's own range is enough for a Linux client",
    answersTo('32768-60999'),
    'web > db tcp 443',
    'established',
  ),
  asks(
    'acl.ephemeral',
    'the ports above it are not',
    answersTo('61000-65535'),
    'web > db tcp 443',
    NO_ANSWER,
  ),
  asks('acl.ephemeral', '443 is not what an answer goes to', answersTo('443'), 'web > db tcp 443', NO_ANSWER),
  asks(
    'acl.ephemeral',
    'Windows asks from 49152-65535',
    answersTo('49152-65535', { Hosts: [{ Name: 'web', EphemeralPorts: [49152, 65535] }] }),
    'web > db tcp 443',
    'established',
  ),
  asks(
    'acl.ephemeral',
    'older Windows from 1025-5000',
    answersTo('32768-65535', { Hosts: [{ Name: 'web', EphemeralPorts: [1025, 5000] }] }),
    'web > db tcp 443',
    NO_ANSWER,
  ),

  asks(
    'acl.path-mtu',
    'an entry for type 3 code 4 lets exactly that pass',
    dataIn('100 allow icmp 0.0.0.0/0 3/4'),
    'web > db icmp 3/4',
    'not-answered',
  ),
  asks(
    'acl.path-mtu',
    'and no other unreachable',
    dataIn('100 allow icmp 0.0.0.0/0 3/4'),
    'web > db icmp 3/1',
    'not-answered: forward denied-in at acl-data by nacl.default-deny',
  ),
];
