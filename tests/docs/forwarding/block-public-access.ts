/** Block Public Access: every mode, under every exclusion, on every way out and in. */
import { expect } from 'vitest';
import { blockPublicAccess, egressOnly, natGateway, regionalNat } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { play, traffic } from '../../support/network/play';
import { vpn, vpnGateway } from '../../support/network/premises';
import { tgw } from '../../support/network/transit-gateway';
import { vpc } from '../../support/network/vpc';
import { asks, type Case, proves } from './case';

const WAYS = {
  'out by the internet gateway': 'pubweb > 203.0.113.5 tcp 443',
  'in by the internet gateway': '203.0.113.5 > pubweb tcp 443',
  'out by a NAT gateway': 'web > 203.0.113.5 tcp 443',
  'out by a regional NAT gateway': 'reg > 203.0.113.5 tcp 443',
  'out by an egress-only gateway': 'web > 2001:4860::8 tcp 443',
  'IPv6 in by the internet gateway': '2001:4860::8 > 2001:db8:a:9::20 tcp 443',
  'over a transit gateway': 'web > api tcp 443',
  'over a VPN': 'web > 192.168.4.7 tcp 443',
} as const;

/** All the ways at once. */
const world = (bpa: Part) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      blocks: ['2001:db8:a::/56'],
      subnets: {
        app: '10.1.1.0/24 2001:db8:a:1::/64',
        reg: '10.1.3.0/24',
        pub: '10.1.9.0/24 2001:db8:a:9::/64',
        ta: '10.1.8.0/28',
      },
      servers: {
        web: '10.1.1.10 2001:db8:a:1::10',
        reg: '10.1.3.10',
        pubweb: '10.1.9.20 198.51.100.20 2001:db8:a:9::20',
      },
      routes: {
        app: ['0.0.0.0/0 nat-x', '::/0 eigw-a', '10.2.0.0/16 tgw-1', '192.168.0.0/16 vgw-a'],
        reg: ['0.0.0.0/0 nat-r'],
        pub: ['0.0.0.0/0 igw-a', '::/0 igw-a'],
      },
      igw: true,
    }),
    natGateway('x', 'a', 'pub', '10.1.9.5 198.51.100.9'),
    regionalNat('r', 'a', { a: '198.51.100.1' }),
    egressOnly('a'),
    vpc('b', '10.2.0.0/16', {
      subnets: { far: '10.2.1.0/24', tb: '10.2.8.0/28' },
      servers: { api: '10.2.1.10' },
      routes: { main: ['10.1.0.0/16 tgw-1'], tb: [] },
    }),
    tgw('1', {
      attachments: { a: 'ta 10.1.8.5', b: 'tb 10.2.8.5' },
      routes: ['10.1.0.0/16 a', '10.2.0.0/16 b'],
    }),
    vpnGateway('a'),
    vpn('1', 'vgw-a 192.168.0.0/16'),
    bpa,
  );

type Way = keyof typeof WAYS;
const ALL = Object.keys(WAYS) as Way[];
const PRIVATE: readonly Way[] = ['over a transit gateway', 'over a VPN'];
const EGRESS_ONLY: readonly Way[] = [
  'out by a NAT gateway',
  'out by a regional NAT gateway',
  'out by an egress-only gateway',
];

interface Line {
  readonly name: string;
  readonly bpa: Part;
  /** The ways that stay open. */
  readonly open: readonly Way[];
  /** Rule that stops the others, out and in. */
  readonly rules: readonly [string, string];
  readonly row?: 'bpa.modes' | 'bpa.exclusions';
}

const TWICE = (rule: string): readonly [string, string] => [rule, rule];

const LINES: readonly Line[] = [
  { name: 'off', bpa: blockPublicAccess('off'), open: ALL, rules: TWICE('') },
  {
    name: 'bidirectional',
    bpa: blockPublicAccess('block-bidirectional'),
    open: PRIVATE,
    rules: TWICE('bpa.bidirectional'),
  },
  {
    name: 'ingress',
    bpa: blockPublicAccess('block-ingress'),
    open: [...EGRESS_ONLY, ...PRIVATE],
    rules: TWICE('bpa.ingress'),
  },
  {
    name: 'bidirectional, the VPC excluded both ways',
    bpa: blockPublicAccess('block-bidirectional', { 'vpc-a': 'allow-bidirectional' }),
    open: ALL,
    rules: TWICE(''),
    row: 'bpa.exclusions',
  },
  {
    name: 'bidirectional, another VPC excluded',
    bpa: blockPublicAccess('block-bidirectional', { 'vpc-b': 'allow-bidirectional' }),
    open: PRIVATE,
    rules: TWICE('bpa.bidirectional'),
    row: 'bpa.exclusions',
  },
  {
    name: 'bidirectional, the public subnet excluded both ways',
    bpa: blockPublicAccess('block-bidirectional', { 'subnet-pub': 'allow-bidirectional' }),
    open: [
      'out by the internet gateway',
      'in by the internet gateway',
      'out by a NAT gateway',
      'IPv6 in by the internet gateway',
      ...PRIVATE,
    ],
    rules: TWICE('bpa.bidirectional'),
    row: 'bpa.exclusions',
  },
  {
    name: 'bidirectional, the subnet of the clients excluded both ways',
    bpa: blockPublicAccess('block-bidirectional', { 'subnet-app': 'allow-bidirectional' }),
    open: ['out by an egress-only gateway', ...PRIVATE],
    rules: TWICE('bpa.bidirectional'),
    row: 'bpa.exclusions',
  },
  {
    name: 'bidirectional, the VPC excluded for egress',
    bpa: blockPublicAccess('block-bidirectional', { 'vpc-a': 'allow-egress' }),
    open: [...EGRESS_ONLY, ...PRIVATE],
    rules: ['bpa.egress-exclusion', 'bpa.bidirectional'],
    row: 'bpa.exclusions',
  },
  {
    name: 'ingress, the VPC excluded for egress, which does not count',
    bpa: blockPublicAccess('block-ingress', { 'vpc-a': 'allow-egress' }),
    open: [...EGRESS_ONLY, ...PRIVATE],
    rules: TWICE('bpa.ingress'),
    row: 'bpa.exclusions',
  },
  {
    name: 'ingress, the VPC excluded both ways',
    bpa: blockPublicAccess('block-ingress', { 'vpc-a': 'allow-bidirectional' }),
    open: ALL,
    rules: TWICE(''),
    row: 'bpa.exclusions',
  },
];

const matrix = LINES.flatMap(({ name, bpa, open, rules, row = 'bpa.modes' }) =>
  ALL.map((way) => {
    const [leg, rule] = way.startsWith('out') ? ['denied-out', rules[0]] : ['denied-in', rules[1]];
    const answer = open.includes(way) ? 'established' : `timeout: forward ${leg} at vpc-a by ${rule}`;
    return asks(row, `${name}, ${way}`, world(bpa), WAYS[way], answer);
  }),
);

const record = (text: string, id: string) => {
  const made = play(worldOf(world(blockPublicAccess('block-bidirectional')), traffic(text)));
  const [first] = made.crossings.filter(({ networkInterface }) => networkInterface.id === id);
  return (
    first && {
      action: first.action,
      reason: first.rejectReason,
      inferred: first.inferred.map(({ id: rule }) => rule),
    }
  );
};

/** `web` behind `fw`, both with public addresses, each in a subnet of its own. */
const behindAppliance = (excluded: 'subnet-app' | 'subnet-fw') =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', fw: '10.1.5.0/24' },
      servers: { web: '10.1.1.10 198.51.100.7', fw: '10.1.5.10 198.51.100.8 no-check' },
      routes: { app: ['0.0.0.0/0 eni-fw'], fw: ['0.0.0.0/0 igw-a'] },
      edges: { 'igw-a': ['10.1.1.0/24 eni-fw'] },
      igw: true,
    }),
    blockPublicAccess('block-bidirectional', { [excluded]: 'allow-bidirectional' }),
  );

export const CASES: readonly Case[] = [
  ...matrix,
  asks(
    'bpa.exclusions',
    'behind an appliance its own subnet counts',
    behindAppliance('subnet-fw'),
    '203.0.113.5 > web tcp 443',
    'established via eni-fw / eni-fw',
  ),
  asks(
    'bpa.exclusions',
    'not that of its clients',
    behindAppliance('subnet-app'),
    '203.0.113.5 > web tcp 443',
    'timeout: forward denied-in at vpc-a by bpa.bidirectional',
  ),
  asks(
    'bpa.exclusions',
    'nor on the way out',
    behindAppliance('subnet-app'),
    'web > 203.0.113.5 tcp 443',
    'timeout: forward denied-out at vpc-a by bpa.bidirectional',
  ),
  proves('bpa.records', 'in: REJECT at the receiver', () => {
    expect(record('203.0.113.5 > pubweb tcp 443', 'eni-pubweb')).toEqual({
      action: 'REJECT',
      reason: 'BPA',
      inferred: [],
    });
  }),
  proves('bpa.records', 'out: REJECT at the sender, which no page of AWS shows', () => {
    expect(record('pubweb > 203.0.113.5 tcp 443', 'eni-pubweb')).toEqual({
      action: 'REJECT',
      reason: 'BPA',
      inferred: ['bpa.egress-record'],
    });
  }),
  proves(
    'bpa.records',
    'out by a NAT gateway: ACCEPT at the client, REJECT where it left the gateway',
    () => {
      expect(record('web > 203.0.113.5 tcp 443', 'eni-web')).toEqual({
        action: 'ACCEPT',
        reason: undefined,
        inferred: [],
      });
      const { crossings } = play(
        worldOf(world(blockPublicAccess('block-bidirectional')), traffic('web > 203.0.113.5 tcp 443')),
      );
      const nat = crossings.filter(
        ({ networkInterface, direction }) => networkInterface.id === 'eni-nat-x' && direction === 'egress',
      );
      expect(nat[0]).toMatchObject({ action: 'REJECT', rejectReason: 'BPA' });
    },
  ),
  proves('bpa.records', 'out by a regional NAT gateway: the client has reached it, and says ACCEPT', () => {
    expect(record('reg > 203.0.113.5 tcp 443', 'eni-reg')).toEqual({
      action: 'ACCEPT',
      reason: undefined,
      inferred: [],
    });
  }),
];
