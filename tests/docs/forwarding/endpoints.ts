/** VPC endpoints: routes to a service, interfaces in front of one, and the policy that judges what is asked. */
import { expect } from 'vitest';
import { probe } from '@/lib/core/simulate/probe';
import { simulate } from '@/lib/core/simulate/simulate';
import { ask, question } from '../../support/network/ask';
import { gatewayEndpoint, interfaceEndpoint, natGateway, peering } from '../../support/network/gateways';
import { type Part, worldOf } from '../../support/network/part';
import { at, play, traffic } from '../../support/network/play';
import { vpn, vpnGateway } from '../../support/network/premises';
import { tgw } from '../../support/network/transit-gateway';
import { type VpcSketch, vpc } from '../../support/network/vpc';
import { parsed } from '../../support/pair';
import { asks, type Case, ec2, proves } from './case';

const S3 = ['52.95.128.0/21', '52.219.0.0/16'];

const gateway = (
  sketch: Partial<VpcSketch> = {},
  endpoint: Parameters<typeof gatewayEndpoint>[3] = {},
  ...more: readonly Part[]
) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', pub: '10.1.9.0/24', ta: '10.1.8.0/28' },
      servers: { web: '10.1.1.10' },
      routes: { app: ['pl-s3 vpce-s3', '0.0.0.0/0 nat-x'], pub: ['0.0.0.0/0 igw-a'], ta: ['pl-s3 vpce-s3'] },
      igw: true,
      ...sketch,
    }),
    gatewayEndpoint('s3', 'a', S3, endpoint),
    natGateway('x', 'a', 'pub', '10.1.9.5 198.51.100.9'),
    ...more,
  );

const ASKED = 'web > 52.95.128.9 tcp 443';

/** Somebody outside VPC a who asks for S3 by way of it. */
const VPC_B = vpc('b', '10.2.0.0/16', {
  subnets: { far: '10.2.1.0/24', tb: '10.2.8.0/28' },
  servers: { api: '10.2.1.10' },
  routes: { main: ['0.0.0.0/0 tgw-1'], tb: [] },
});
const HUB = tgw('1', {
  attachments: { a: 'ta 10.1.8.5', b: 'tb 10.2.8.5' },
  routes: ['0.0.0.0/0 a', '10.2.0.0/16 b', '10.1.0.0/16 a'],
});

/** An interface endpoint at 10.1.5.20 with the group `sg-vpce`, and VPC b peered beside it. */
const endpoint = (rules: readonly string[] = ['tcp 0.0.0.0/0 443'], ...more: readonly Part[]) =>
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24', ep: '10.1.5.0/24' },
      servers: { web: '10.1.1.10' },
      groups: { 'sg-vpce': { in: rules } },
      routes: { main: ['10.2.0.0/16 pcx-ab', '192.168.0.0/16 vgw-a'] },
    }),
    vpc('b', '10.2.0.0/16', {
      subnets: { far: '10.2.1.0/24' },
      servers: { api: '10.2.1.10' },
      routes: { main: ['10.1.0.0/16 pcx-ab'] },
    }),
    peering('a', 'b'),
    vpnGateway('a'),
    vpn('1', 'vgw-a 192.168.0.0/16'),
    interfaceEndpoint('kms', 'a', 'ep', '10.1.5.20', 'sg-vpce'),
    ...more,
  );

const ROLE = 'arn:aws:iam::111122223333:role/app';
const statement = (Effect: string, Action: string, Resource: string, Principal = '*') => ({
  Effect,
  Action,
  Resource,
  Principal,
});
const document = (...Statement: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement });

/** What the policy says of a call, and what the packets did. */
const judged = (PolicyDocument: string | undefined, action: string, resource: string, principal = '*') => {
  const world = gateway({}, PolicyDocument === undefined ? {} : { PolicyDocument });
  const { connection, policy } = probe(parsed(world), {
    ...question(ASKED),
    request: { action, resource, principal },
  });
  return { connection, allowed: policy?.allowed, rule: policy?.rule.id };
};

const OBJECT = 'arn:aws:s3:::bills/2026/11.pdf';
const GET = 's3:GetObject';

const POLICIES: readonly (readonly [
  string,
  string | undefined,
  readonly [string, string, string?],
  boolean,
])[] = [
  ['without a policy everything', undefined, [GET, OBJECT], true],
  [
    'an Allow that matches',
    document(statement('Allow', 's3:Get*', 'arn:aws:s3:::bills/*')),
    [GET, OBJECT],
    true,
  ],
  ['actions without regard to case', document(statement('Allow', 'S3:getobject', '*')), [GET, OBJECT], true],
  [
    'an Allow for another bucket',
    document(statement('Allow', '*', 'arn:aws:s3:::photos/*')),
    [GET, OBJECT],
    false,
  ],
  ['an Allow for another action', document(statement('Allow', 's3:PutObject', '*')), [GET, OBJECT], false],
  [
    'a Deny beside an Allow',
    document(statement('Allow', '*', '*'), statement('Deny', 's3:*', '*/11.pdf')),
    [GET, OBJECT],
    false,
  ],
  [
    'an Allow for another principal',
    document(statement('Allow', '*', '*', 'arn:aws:iam::111122223333:role/other')),
    [GET, OBJECT, ROLE],
    false,
  ],
  ['an empty policy', document(), [GET, OBJECT], false],
];

export const CASES: readonly Case[] = [
  asks('endpoint.gateway', 'by the route of its prefix list', gateway(), ASKED, 'established via vpce-s3'),
  asks(
    'endpoint.gateway',
    'which is longer than the default route',
    gateway(),
    'web > 203.0.113.5 tcp 443',
    'established via nat-x',
  ),
  asks(
    'endpoint.gateway',
    'another table has no such route, and goes over the internet',
    gateway({ routes: { app: ['0.0.0.0/0 nat-x'], pub: ['0.0.0.0/0 igw-a'] } }),
    ASKED,
    'established via nat-x igw-a',
  ),
  asks(
    'endpoint.gateway',
    'addresses of another Region are not on the list',
    gateway(),
    'web > 52.92.1.9 tcp 443',
    'established via nat-x',
  ),
  asks('endpoint.gateway', 'ping', gateway(), 'web > 52.95.128.9 icmp', 'replied via vpce-s3'),
  asks(
    'endpoint.gateway',
    'no UDP',
    gateway(),
    'web > 52.95.128.9 udp 443',
    'timeout: forward gateway-refused at vpce-s3 by vpce.gateway-protocols',
  ),
  asks(
    'endpoint.gateway',
    'not before it is available',
    gateway({}, { State: 'pending' }),
    ASKED,
    'timeout: forward gateway-refused at vpce-s3 by vpce.state',
  ),
  asks(
    'endpoint.gateway',
    'a security group may name the list',
    gateway({ servers: { web: '10.1.1.10 sg-s3' }, groups: { 'sg-s3': { in: [], out: ['tcp pl-s3 443'] } } }),
    ASKED,
    'established',
  ),
  asks(
    'endpoint.gateway',
    'which is nothing else',
    gateway({ servers: { web: '10.1.1.10 sg-s3' }, groups: { 'sg-s3': { in: [], out: ['tcp pl-s3 443'] } } }),
    'web > 203.0.113.5 tcp 443',
    'timeout: forward denied-out at sg-s3 by sg.no-rule',
  ),
  asks(
    'endpoint.gateway',
    "a network ACL needs the service's blocks, answers included",
    gateway({ acls: { app: { in: ['100 allow tcp 10.1.0.0/16 1024-65535'] } } }),
    ASKED,
    'timeout: return denied-in at acl-app by nacl.default-deny',
  ),
  asks(
    'endpoint.gateway',
    'not over a transit gateway',
    gateway({}, {}, VPC_B, HUB),
    'api > 52.95.128.9 tcp 443',
    'timeout: forward gateway-refused at vpce-s3 by vpce.own-vpc',
  ),
  asks(
    'endpoint.gateway',
    'not over a VPN',
    gateway({}, {}, vpnGateway('a'), vpn('1', 'vgw-a 192.168.0.0/16'), {
      Premises: [{ Name: 'plant', Connections: ['vpn-1'], Routes: ['0.0.0.0/0'] }],
    }),
    '192.168.4.7 > 52.95.128.9 tcp 443',
    'timeout: forward gateway-refused at vgw-a by vgw.own-address',
  ),
  proves('endpoint.gateway', 'the record shows public addresses and its own path', () => {
    const { crossings } = play(gateway({}, {}, traffic(ASKED)));
    expect(crossings.find(({ direction }) => direction === 'egress')?.trafficPath).toBe(7);
  }),
  proves(
    'sg.always-tracked',
    'only the DynamoDB gateway endpoint keeps a connection whose rule is gone',
    () => {
      const last = (service: string): number => {
        const rule = {
          GroupId: 'sg-a',
          IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
        };
        const made = gateway(
          {},
          { ServiceName: `com.amazonaws.eu-central-1.${service}` },
          traffic(ASKED, { Requests: 10 }),
          at(14.5, ec2({ Action: 'RevokeSecurityGroupEgress', ...rule })),
        );
        return Math.max(...play(made).seconds('eni-web', 'egress'));
      };
      expect(last('s3')).toBe(14);
      expect(last('dynamodb')).toBe(19);
    },
  ),

  asks(
    'endpoint.interface',
    'its group lets in',
    endpoint(),
    'web > 10.1.5.20 tcp 443',
    'established via sg-vpce',
  ),
  asks(
    'endpoint.interface',
    'or not',
    endpoint(['tcp 10.9.0.0/16 443']),
    'web > 10.1.5.20 tcp 443',
    'timeout: forward denied-in at sg-vpce by sg.no-rule',
  ),
  asks(
    'endpoint.interface',
    'it answers no ping',
    endpoint(['all 0.0.0.0/0']),
    'web > 10.1.5.20 icmp',
    'timeout: forward host-dropped at eni-vpce-kms by vpce.no-ping',
  ),
  asks('endpoint.interface', 'it starts nothing', endpoint(), 'eni-vpce-kms > web tcp 443', 'never-sent'),
  asks(
    'endpoint.interface',
    'from a peered VPC',
    endpoint(),
    'api > 10.1.5.20 tcp 443',
    'established via pcx-ab',
  ),
  asks(
    'endpoint.interface',
    'from the premises',
    endpoint(),
    '192.168.4.7 > 10.1.5.20 tcp 443',
    'established via vpn-1',
  ),
  proves(
    'endpoint.interface',
    'it starts nothing also where the document does not call its interface one',
    () => {
      const made = endpoint();
      const NetworkInterfaces = (made.Snapshot.NetworkInterfaces ?? []).map((row) => ({
        ...row,
        InterfaceType: 'interface',
      }));
      expect(
        ask({ ...made, Snapshot: { ...made.Snapshot, NetworkInterfaces } }, 'eni-vpce-kms > web tcp 443')
          .connection,
      ).toBe('never-sent');
    },
  ),
  proves(
    'sg.always-tracked',
    'through an interface endpoint a connection outlives a rule that is open both ways',
    () => {
      const rule = {
        GroupId: 'sg-a',
        IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      };
      const made = endpoint(
        ['tcp 0.0.0.0/0 443'],
        traffic('web > 10.1.5.20 tcp 443', { Requests: 10 }),
        at(14.5, ec2({ Action: 'RevokeSecurityGroupEgress', ...rule })),
      );
      expect(play(made).seconds('eni-web', 'egress').at(-1)).toBe(19);
    },
  ),

  ...POLICIES.map(([name, text, [action, resource, principal], allowed]) =>
    proves('endpoint.policy', name, () => {
      const rule = allowed ? 'vpce.policy-allows' : 'vpce.policy-denies';
      expect(judged(text, action, resource, principal)).toEqual({ connection: 'established', allowed, rule });
    }),
  ),
  proves('endpoint.policy', 'it is asked in a played world too, at an interface endpoint', () => {
    const PolicyDocument = document(statement('Deny', 'kms:*', '*'));
    const made = endpoint();
    const VpcEndpoints = (made.Snapshot.VpcEndpoints ?? []).map((row) => ({ ...row, PolicyDocument }));
    const Call = { Action: 'kms:Decrypt', Resource: '*' };
    const world = worldOf(
      { ...made, Snapshot: { ...made.Snapshot, VpcEndpoints } },
      traffic('web > 10.1.5.20 tcp 443', { Call }),
    );
    const { results } = simulate(parsed(world));
    expect(results[0]).toMatchObject({ outcome: 'established', policy: { allowed: false } });
  }),
];
