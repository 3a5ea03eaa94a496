/** Behind a transit gateway: zones kept and pinned, stateful appliances, central egress, gateways that are peered. */
import { expect } from 'vitest';
import { natGateway } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { play, traffic } from '../../support/network/play';
import { tgw } from '../../support/network/transit-gateway';
import { vpc } from '../../support/network/vpc';
import { asks, type Case, proves } from './case';

/** Two appliances in the inspection VPC i, one for each zone, which follow connections and let everything pass. */
const stateful: Part = {
  Hosts: ['fwa', 'fwb'].map((Name) => ({ Name, Firewall: [{ Direction: 'in', Do: 'accept' }] })),
};

/** `web` in zone a of VPC a, `api` in zone b of VPC b; everything between them goes through i. */
const inspected = (mode: 'appliance' | '', ...more: readonly Part[]) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', ta: '10.1.8.0/28', ta2: '10.1.9.0/28 b' },
      servers: { web: '10.1.1.10' },
      routes: { main: ['10.0.0.0/8 tgw-1'] },
    }),
    vpc('b', '10.2.0.0/16', {
      subnets: { far: '10.2.1.0/24 b', tb: '10.2.8.0/28', tb2: '10.2.9.0/28 b' },
      servers: { api: '10.2.1.10' },
      routes: { main: ['10.0.0.0/8 tgw-1'] },
    }),
    vpc('i', '10.9.0.0/16', {
      subnets: { fwa: '10.9.1.0/24', fwb: '10.9.2.0/24 b', ti: '10.9.8.0/28', ti2: '10.9.9.0/28 b' },
      servers: { fwa: '10.9.1.10 no-check', fwb: '10.9.2.10 no-check' },
      routes: { main: ['10.0.0.0/8 tgw-1'], ti: ['0.0.0.0/0 eni-fwa'], ti2: ['0.0.0.0/0 eni-fwb'] },
    }),
    tgw('1', {
      attachments: {
        a: 'ta 10.1.8.5 ta2 10.1.9.5',
        b: 'tb 10.2.8.5 tb2 10.2.9.5',
        i: `ti 10.9.8.5 ti2 10.9.9.5 ${mode}`,
      },
      routes: {
        spokes: { for: ['a', 'b'], routes: ['0.0.0.0/0 i'] },
        inspection: { for: ['i'], routes: ['10.1.0.0/16 a', '10.2.0.0/16 b'] },
      },
    }),
    ...more,
  );

const ASKED = 'web > api tcp 443';

/** Which of the two appliances saw anything of requests and of answers. */
const sides = (mode: 'appliance' | '') => {
  const { crossings } = play(inspected(mode, traffic(ASKED)));
  const seen = (port: 'sourcePort' | 'destinationPort') => [
    ...new Set(
      crossings
        .filter(({ networkInterface, packet }) => /^eni-fw/.test(networkInterface.id) && packet[port] === 443)
        .map(({ networkInterface }) => networkInterface.id),
    ),
  ];
  return { requests: seen('destinationPort'), answers: seen('sourcePort') };
};

/** VPC a without any way to the internet but VPC e, by `tgw-1`. */
const centralEgress = (natRoutes: readonly string[]) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', ta: '10.1.8.0/28' },
      servers: { web: '10.1.1.10' },
      routes: { main: ['0.0.0.0/0 tgw-1'], ta: [] },
    }),
    vpc('e', '10.9.0.0/16', {
      subnets: { te: '10.9.8.0/28', pub: '10.9.9.0/24' },
      routes: { te: ['0.0.0.0/0 nat-x'], pub: natRoutes },
      igw: true,
    }),
    natGateway('x', 'e', 'pub', '10.9.9.5 198.51.100.9'),
    tgw('1', {
      attachments: { a: 'ta 10.1.8.5', e: 'te 10.9.8.5' },
      routes: ['0.0.0.0/0 e', '10.1.0.0/16 a'],
    }),
  );

/** `tgw-1` with VPC a and `tgw-2` with VPC b, peered; each sends what it does not know to the other. */
const peeredGateways = (known: readonly string[]) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', ta: '10.1.8.0/28' },
      servers: { web: '10.1.1.10' },
      routes: { main: ['10.0.0.0/8 tgw-1'] },
    }),
    vpc('b', '10.2.0.0/16', {
      subnets: { far: '10.2.1.0/24', tb: '10.2.8.0/28' },
      servers: { api: '10.2.1.10' },
      routes: { main: ['10.0.0.0/8 tgw-2'] },
      region: 'eu-west-1',
    }),
    tgw('1', {
      attachments: { a: 'ta 10.1.8.5', peer: 'tgw-2' },
      routes: ['10.1.0.0/16 a', '0.0.0.0/0 peer'],
    }),
    tgw('2', { attachments: { b: 'tb 10.2.8.5', peer: 'tgw-1' }, routes: [...known, '0.0.0.0/0 peer'] }),
  );

export const CASES: readonly Case[] = [
  proves('tgw.appliance-mode', 'without it each direction keeps its own zone', () => {
    expect(sides('')).toEqual({ requests: ['eni-fwa'], answers: ['eni-fwb'] });
  }),
  proves('tgw.appliance-mode', 'with it both use one', () => {
    const { requests, answers } = sides('appliance');
    expect(requests).toHaveLength(1);
    expect(answers).toEqual(requests);
  }),
  asks(
    'tgw.appliance-mode',
    'appliances that keep no state do not mind',
    inspected(''),
    ASKED,
    'established via eni-fwa / eni-fwb',
  ),
  asks(
    'tgw.appliance-mode',
    'a stateful one drops what it has not seen begin',
    inspected('', stateful),
    ASKED,
    'timeout: return host-dropped at fwb by host.firewall-unseen',
  ),
  asks(
    'tgw.appliance-mode',
    'with it stateful ones work',
    inspected('appliance', stateful),
    ASKED,
    'established via eni-fwa / eni-fwa',
  ),
  asks(
    'tgw.appliance-mode',
    'pings too',
    inspected('', stateful),
    'web > api icmp',
    'timeout: return host-dropped at fwb by host.firewall-unseen',
  ),

  asks(
    'tgw.attachment-table',
    'central egress: the attachment subnet leads to the NAT gateway',
    centralEgress(['0.0.0.0/0 igw-e', '10.1.0.0/16 tgw-1']),
    'web > 203.0.113.5 tcp 443',
    'established via tgw-rtb-1 nat-x igw-e / igw-e nat-x tgw-rtb-1',
  ),
  asks(
    'tgw.attachment-table',
    'whose subnet needs the way back',
    centralEgress(['0.0.0.0/0 igw-e']),
    'web > 203.0.113.5 tcp 443',
    'timeout: return gateway-refused at igw-e by igw.private-destination',
  ),

  asks(
    'tgw.tables',
    'two gateways, by static routes',
    peeredGateways(['10.2.0.0/16 b']),
    ASKED,
    'established via tgw-rtb-1 tgw-attach-peer tgw-rtb-2 / tgw-rtb-2 tgw-attach-peer tgw-rtb-1',
  ),
  asks(
    'tgw.tables',
    'that each send it to the other: a loop',
    peeredGateways([]),
    ASKED,
    'timeout: forward loop at tgw-attach-peer by route.loop',
  ),
];
