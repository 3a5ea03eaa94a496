/** NAT gateways in a subnet: whom they serve, what they remember, and when they forget. */
import { expect } from 'vitest';
import { AWS_PACKET_LAWS } from '@/lib/core/rules/packet-laws';
import { natGateway, peering } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { at, play, traffic } from '../../support/network/play';
import { vpn, vpnGateway } from '../../support/network/premises';
import { tgw } from '../../support/network/transit-gateway';
import { type VpcSketch, vpc } from '../../support/network/vpc';
import { asks, type Case, ec2, proves } from './case';

const SKETCH: VpcSketch = {
  subnets: { app: '10.1.1.0/24', pub: '10.1.9.0/24' },
  servers: { web: '10.1.1.10', two: '10.1.1.20', pubweb: '10.1.9.20' },
  routes: { app: ['0.0.0.0/0 nat-x'], pub: ['0.0.0.0/0 igw-a'] },
  igw: true,
};

const PUBLIC = natGateway('x', 'a', 'pub', '10.1.9.5 198.51.100.9');

/** `web` behind the NAT gateway `nat-x`, which stands in a public subnet. */
const world = (sketch: Partial<VpcSketch> = {}, nat: Part = PUBLIC, ...more: readonly Part[]) =>
  worldOf(vpc('a', '10.1.0.0/16', { ...SKETCH, ...sketch }), nat, ...more);

const OUT = 'web > 203.0.113.5 tcp 443';
const THROUGH = 'established via nat-x igw-a / igw-a nat-x';

/** VPC b, peered with a, whose NAT gateway leads there; b knows no way back unless told. */
const towardsPeer = (back: readonly string[], acl: Partial<VpcSketch> = {}, ...more: readonly Part[]) =>
  world(
    { routes: { app: ['10.2.0.0/16 nat-x'], pub: ['10.2.0.0/16 pcx-ab'] } },
    natGateway('x', 'a', 'pub', '10.1.9.5'),
    vpc('b', '10.2.0.0/16', {
      subnets: { far: '10.2.1.0/24' },
      servers: { api: '10.2.1.10' },
      routes: { main: back },
      ...acl,
    }),
    peering('a', 'b'),
    ...more,
  );

/** The premises at 192.168.0.0/16 send everything into AWS, over a virtual private gateway or a transit gateway. */
const fromPremises = (by: 'vgw-a' | 'tgw-1') =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      ...SKETCH,
      subnets: { ...SKETCH.subnets, ta: '10.1.8.0/28' },
      routes: {
        ta: ['0.0.0.0/0 nat-x'],
        pub: ['0.0.0.0/0 igw-a', `192.168.0.0/16 ${by}`],
        app: [`192.168.0.0/16 ${by}`],
      },
    }),
    PUBLIC,
    ...(by === 'vgw-a'
      ? [vpnGateway('a'), vpn('1', 'vgw-a 192.168.0.0/16')]
      : [
          vpn('1', 'tgw-1'),
          tgw('1', {
            attachments: { a: 'ta 10.1.8.5', on: 'vpn-1' },
            routes: ['0.0.0.0/0 a', '192.168.0.0/16 on'],
          }),
        ]),
    {
      Premises: [{ Name: 'plant', Connections: ['vpn-1'], Routes: ['0.0.0.0/0'] }],
      Hosts: [{ Name: 'erp', IpAddress: '192.168.4.7', Behind: 'plant' }],
    },
  );

const idle = (pause: number, ...more: readonly Part[]) =>
  play(world({}, PUBLIC, traffic(OUT, { SourcePort: 40000, Requests: 2, Pause: pause }), ...more));

export const CASES: readonly Case[] = [
  asks('nat.public', 'TCP', world(), OUT, THROUGH),
  asks('nat.public', 'UDP', world(), 'web > 203.0.113.5 udp 53', 'replied via nat-x igw-a / igw-a nat-x'),
  asks('nat.public', 'ICMP', world(), 'web > 203.0.113.5 icmp', 'replied via nat-x igw-a / igw-a nat-x'),
  asks(
    'nat.public',
    'and nothing else',
    world(),
    'web > 203.0.113.5 47',
    'not-answered: forward gateway-refused at nat-x by nat.protocols',
  ),
  asks(
    'nat.public',
    'its subnet needs the route to the internet gateway',
    world({ routes: { app: ['0.0.0.0/0 nat-x'] } }),
    OUT,
    'timeout: forward no-route at rtb-a by route.none',
  ),
  asks(
    'nat.public',
    'not before it is available',
    world({}, natGateway('x', 'a', 'pub', '10.1.9.5 198.51.100.9', { State: 'pending' })),
    OUT,
    'timeout: forward gateway-refused at nat-x by nat.state',
  ),
  asks(
    'nat.public',
    'nor once it is deleted, when the route is a blackhole',
    world({ routes: { app: ['0.0.0.0/0 nat-gone blackhole'], pub: [] } }),
    OUT,
    'timeout: forward blackhole at rtb-app by route.blackhole',
  ),
  asks(
    'nat.public',
    'the network ACL of its subnet judges what comes from inside',
    world({ acls: { pub: { in: ['100 allow tcp 10.1.0.0/16 80'] } } }),
    OUT,
    'timeout: forward denied-in at acl-pub by nacl.default-deny',
  ),
  asks(
    'nat.public',
    'what it sends on',
    world({ acls: { pub: { out: ['100 allow tcp 10.1.0.0/16 1024-65535'] } } }),
    OUT,
    'timeout: forward denied-out at acl-pub by nacl.default-deny',
  ),
  asks(
    'nat.public',
    'and the answers, which go to 1024-65535',
    world({ acls: { pub: { in: ['100 allow all 10.1.0.0/16', '200 allow tcp 0.0.0.0/0 1024-65535'] } } }),
    OUT,
    THROUGH,
  ),
  asks(
    'nat.public',
    'an entry for the ports of the client does not hold for the gateway',
    world({ acls: { pub: { in: ['100 allow all 10.1.0.0/16', '200 allow tcp 0.0.0.0/0 443'] } } }),
    OUT,
    'timeout: return denied-in at acl-pub by nacl.default-deny',
  ),
  asks(
    'nat.public',
    'nothing starts outside, although the log says ACCEPT',
    world(),
    '203.0.113.5 > 198.51.100.9 tcp 443',
    'timeout: forward no-session at nat-x by nat.unsolicited',
  ),
  proves('nat.public', 'two clients with one source port are kept apart, pings too', () => {
    const port = { SourcePort: 40000 };
    const made = play(
      world(
        {},
        PUBLIC,
        traffic(OUT, port),
        traffic('two > 203.0.113.5 tcp 443', port),
        traffic('web > 203.0.113.5 icmp'),
        traffic('two > 203.0.113.5 icmp'),
      ),
    );
    expect(made.outcomes).toEqual(['replied', 'replied', 'established', 'established'].sort());
    for (const id of ['eni-web', 'eni-two'])
      expect(made.lines(id).filter((line) => line.includes('ingress')).length).toBeGreaterThan(3);
    const ports = made.crossings
      .filter(
        ({ networkInterface, direction, packet }) =>
          networkInterface.id === 'eni-nat-x' && direction === 'egress' && packet.destinationPort === 443,
      )
      .map(({ packet }) => packet.sourcePort);
    expect(new Set(ports).size).toBe(2);
    for (const one of ports) expect(one >= 1024).toBe(true);
  }),
  proves(
    'nat.public',
    'with a limit of two connections to one destination the third is not carried, and another destination is',
    () => {
      const laws = { ...AWS_PACKET_LAWS, natConnections: () => 2 };
      // The last SYN of a client that hears nothing is sent after 63 seconds.
      const long = { Requests: 100 };
      const calls = [
        traffic(OUT, long),
        traffic(OUT, long),
        traffic(OUT, { after: 12 }),
        traffic('web > 203.0.113.6 tcp 443', { after: 12 }),
        traffic(OUT, { after: 200 }),
      ];
      const made = play(world({}, PUBLIC, ...calls), laws);
      expect([...made.outcomes].sort()).toEqual(
        ['established', 'established', 'established', 'established', 'timeout'].sort(),
      );
    },
  ),

  proves('nat.order', 'its own private address first, the public one at the internet gateway', () => {
    const { lines } = play(world({}, PUBLIC, traffic(OUT, { SourcePort: 40000 })));
    const [taken, sent] = lines('eni-nat-x');
    expect(taken).toBe('10 ingress ACCEPT 10.1.1.10:40000 > 203.0.113.5:443 S');
    expect(sent).toMatch(/^10 egress ACCEPT 10\.1\.9\.5:\d+ > 203\.0\.113\.5:443 S$/);
  }),

  asks(
    'nat.private',
    'into another VPC',
    towardsPeer(['10.1.0.0/16 pcx-ab']),
    'web > api tcp 443',
    'established via nat-x pcx-ab / pcx-ab nat-x',
  ),
  asks(
    'nat.private',
    'not to the internet',
    world({}, natGateway('x', 'a', 'pub', '10.1.9.5')),
    OUT,
    'timeout: forward gateway-refused at igw-a by igw.needs-public-source',
  ),

  asks(
    'nat.own-subnet',
    'a route to it in its own subnet leads in circles',
    world({ routes: { pub: ['0.0.0.0/0 nat-x'] } }),
    'pubweb > 203.0.113.5 tcp 443',
    'timeout: forward loop at acl-a by route.loop',
  ),

  asks(
    'nat.who',
    'not a peered VPC',
    worldOf(
      world({ routes: { app: ['0.0.0.0/0 nat-x'], pub: ['0.0.0.0/0 igw-a', '10.2.0.0/16 pcx-ab'] } }),
      vpc('b', '10.2.0.0/16', {
        subnets: { far: '10.2.1.0/24' },
        servers: { api: '10.2.1.10' },
        routes: { main: ['0.0.0.0/0 pcx-ab'] },
      }),
      peering('a', 'b'),
    ),
    'api > 203.0.113.5 tcp 443',
    'timeout: forward gateway-refused at pcx-ab by pcx.not-transitive',
  ),
  asks(
    'nat.who',
    'not by naming it from a peered VPC',
    worldOf(
      world(),
      vpc('b', '10.2.0.0/16', {
        subnets: { far: '10.2.1.0/24' },
        servers: { api: '10.2.1.10' },
        routes: { main: ['0.0.0.0/0 nat-x'] },
      }),
    ),
    'api > 203.0.113.5 tcp 443',
    'timeout: forward gateway-refused at nat-x by nat.source-in-vpc',
  ),
  asks(
    'nat.who',
    'not from the premises over a virtual private gateway',
    fromPremises('vgw-a'),
    'erp > 203.0.113.5 tcp 443',
    'timeout: forward gateway-refused at vgw-a by vgw.own-address',
  ),
  asks(
    'nat.who',
    'from the premises over a transit gateway',
    fromPremises('tgw-1'),
    'erp > 203.0.113.5 tcp 443',
    'established via vpn-1 tgw-rtb-1 nat-x igw-a / igw-a nat-x tgw-rtb-1 vpn-1',
  ),

  asks(
    'nat.return-to-sender',
    'the peer has no route back, and answers',
    towardsPeer([]),
    'web > api tcp 443',
    'established via nat-x pcx-ab / pcx-ab nat-x',
  ),
  asks(
    'nat.return-to-sender',
    'it starts nothing that way',
    towardsPeer([]),
    'api > web tcp 443',
    'timeout: forward no-route at rtb-b by route.none',
  ),
  asks(
    'nat.return-to-sender',
    'without the gateway it would not answer',
    towardsPeer([]),
    'pubweb > api tcp 443',
    'timeout: return no-route at rtb-b by route.none',
  ),
  asks(
    'nat.return-to-sender',
    'a network ACL stops it',
    towardsPeer([], { acls: { default: { out: [] } } }),
    'web > api tcp 443',
    'timeout: return denied-out at acl-b by nacl.default-deny',
  ),
  asks(
    'nat.return-to-sender',
    'so does the one of its own subnet',
    world(
      {
        routes: { app: ['10.2.0.0/16 nat-x'], pub: ['10.2.0.0/16 pcx-ab'] },
        acls: { pub: { in: ['100 allow all 10.1.0.0/16'] } },
      },
      natGateway('x', 'a', 'pub', '10.1.9.5'),
      vpc('b', '10.2.0.0/16', { subnets: { far: '10.2.1.0/24' }, servers: { api: '10.2.1.10' } }),
      peering('a', 'b'),
    ),
    'web > api tcp 443',
    'timeout: return denied-in at acl-pub by nacl.default-deny',
  ),
  proves('nat.return-to-sender', 'the record of the answer shows the peering, until that is deleted', () => {
    const made = play(
      towardsPeer(
        [],
        {},
        traffic('web > api tcp 443', { Requests: 10 }),
        at(14.5, ec2({ Action: 'DeleteVpcPeeringConnection', VpcPeeringConnectionId: 'pcx-ab' })),
      ),
    );
    const answers = made.crossings.filter(
      ({ networkInterface, direction }) => networkInterface.id === 'eni-api' && direction === 'egress',
    );
    expect(new Set(answers.map(({ trafficPath }) => trafficPath))).toEqual(new Set([4]));
    expect(Math.max(...made.seconds('eni-web', 'ingress'))).toBe(14);
  }),

  proves('nat.idle', 'after 349 s the connection goes on', () => {
    expect(idle(349).seconds('eni-web', 'ingress').at(-1)).toBe(359);
  }),
  proves(
    'nat.idle',
    'after 351 s the client sends into the dark, and hears RST in the name of the far end',
    () => {
      const made = idle(351);
      expect(made.lines('eni-web').slice(-2)).toEqual([
        '361 egress ACCEPT 10.1.1.10:40000 > 203.0.113.5:443',
        '361 ingress ACCEPT 203.0.113.5:443 > 10.1.1.10:40000 R',
      ]);
      expect(made.lines('eni-nat-x').slice(-2)).toEqual([
        '361 ingress ACCEPT 10.1.1.10:40000 > 203.0.113.5:443',
        '361 egress ACCEPT 203.0.113.5:443 > 10.1.1.10:40000 R',
      ]);
    },
  ),
  proves('nat.idle', 'also where the document does not say that its interface forwards', () => {
    const made = world({}, PUBLIC, traffic(OUT, { SourcePort: 40000, Requests: 2, Pause: 351 }));
    const NetworkInterfaces = (made.Snapshot.NetworkInterfaces ?? []).map(
      ({ SourceDestCheck: _check, ...row }) => row,
    );
    expect(
      play({ ...made, Snapshot: { ...made.Snapshot, NetworkInterfaces } })
        .lines('eni-web')
        .at(-1),
    ).toMatch(/ R$/);
  }),

  proves(
    'sg.always-tracked',
    'through a NAT gateway a connection outlives a rule that is open both ways',
    () => {
      const rule = {
        GroupId: 'sg-a',
        IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      };
      const made = play(
        world(
          {},
          PUBLIC,
          traffic(OUT, { Requests: 10 }),
          at(14.5, ec2({ Action: 'RevokeSecurityGroupEgress', ...rule })),
        ),
      );
      expect(made.seconds('eni-web', 'egress').at(-1)).toBe(19);
    },
  ),
];
