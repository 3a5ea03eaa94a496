/** Gateway endpoints: routes to a service by its prefix list. */
import { expect } from 'vitest';
import { at, play, traffic } from '../../support/network/play';
import { vpn, vpnGateway } from '../../support/network/premises';
import { tgw } from '../../support/network/transit-gateway';
import { vpc } from '../../support/network/vpc';
import { asks, type Case, ec2, proves } from './case';
import { TO_S3, withGatewayEndpoint } from './endpoint-world';

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

export const CASES: readonly Case[] = [
  asks(
    'endpoint.gateway',
    'by the route of its prefix list',
    withGatewayEndpoint(),
    TO_S3,
    'established via vpce-s3',
  ),
  asks(
    'endpoint.gateway',
    'which is longer than the default route',
    withGatewayEndpoint(),
    'web > 203.0.113.5 tcp 443',
    'established via nat-x',
  ),
  asks(
    'endpoint.gateway',
    'another table has no such route, and goes over the internet',
    withGatewayEndpoint({ routes: { app: ['0.0.0.0/0 nat-x'], pub: ['0.0.0.0/0 igw-a'] } }),
    TO_S3,
    'established via nat-x igw-a',
  ),
  asks(
    'endpoint.gateway',
    'addresses of another Region are not on the list',
    withGatewayEndpoint(),
    'web > 52.92.1.9 tcp 443',
    'established via nat-x',
  ),
  asks('endpoint.gateway', 'ping', withGatewayEndpoint(), 'web > 52.95.128.9 icmp', 'replied via vpce-s3'),
  asks(
    'endpoint.gateway',
    'no UDP',
    withGatewayEndpoint(),
    'web > 52.95.128.9 udp 443',
    'timeout: forward gateway-refused at vpce-s3 by vpce.gateway-protocols',
  ),
  asks(
    'endpoint.gateway',
    'not before it is available',
    withGatewayEndpoint({}, { State: 'pending' }),
    TO_S3,
    'timeout: forward gateway-refused at vpce-s3 by vpce.state',
  ),
  asks(
    'endpoint.gateway',
    'a security group may name the list',
    withGatewayEndpoint({
      servers: { web: '10.1.1.10 sg-s3' },
      groups: { 'sg-s3': { in: [], out: ['tcp pl-s3 443'] } },
    }),
    TO_S3,
    'established',
  ),
  asks(
    'endpoint.gateway',
    'which is nothing else',
    withGatewayEndpoint({
      servers: { web: '10.1.1.10 sg-s3' },
      groups: { 'sg-s3': { in: [], out: ['tcp pl-s3 443'] } },
    }),
    'web > 203.0.113.5 tcp 443',
    'timeout: forward denied-out at sg-s3 by sg.no-rule',
  ),
  asks(
    'endpoint.gateway',
    "a network ACL needs the service's blocks, answers included",
    withGatewayEndpoint({ acls: { app: { in: ['100 allow tcp 10.1.0.0/16 1024-65535'] } } }),
    TO_S3,
    'timeout: return denied-in at acl-app by nacl.default-deny',
  ),
  asks(
    'endpoint.gateway',
    'not over a transit gateway',
    withGatewayEndpoint({}, {}, VPC_B, HUB),
    'api > 52.95.128.9 tcp 443',
    'timeout: forward gateway-refused at vpce-s3 by vpce.own-vpc',
  ),
  asks(
    'endpoint.gateway',
    'not over a VPN',
    withGatewayEndpoint({}, {}, vpnGateway('a'), vpn('1', 'vgw-a 192.168.0.0/16'), {
      Premises: [{ Name: 'plant', Connections: ['vpn-1'], Routes: ['0.0.0.0/0'] }],
    }),
    '192.168.4.7 > 52.95.128.9 tcp 443',
    'timeout: forward gateway-refused at vgw-a by vgw.own-address',
  ),
  proves('endpoint.gateway', 'the record shows public addresses and its own path', () => {
    const { crossings } = play(withGatewayEndpoint({}, {}, traffic(TO_S3)));
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
        const made = withGatewayEndpoint(
          {},
          { ServiceName: `com.amazonaws.eu-central-1.${service}` },
          traffic(TO_S3, { Requests: 10 }),
          at(14.5, ec2({ Action: 'RevokeSecurityGroupEgress', ...rule })),
        );
        return Math.max(...play(made).seconds('eni-web', 'egress'));
      };
      expect(last('s3')).toBe(14);
      expect(last('dynamodb')).toBe(19);
    },
  ),
];
