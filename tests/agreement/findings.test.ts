/** What the two witnesses once disagreed about, each in the smallest world that shows it, with who was right. */
import { describe, it } from 'vitest';
import { expectAnswer } from '../support/network/ask';
import { natGateway } from '../support/network/gateways';
import { worldOf } from '../support/network/part';
import { vpc } from '../support/network/vpc';

describe('findings', () => {
  it('a rule for ::/0 opens nothing to IPv4, so the connection is tracked and the answer passes', () => {
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html#untracked-connections
    const world = worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24' },
        servers: { web: '10.1.1.10', db: '10.1.1.20 sg-db' },
        groups: { 'sg-db': { in: ['all 0.0.0.0/0'], out: ['all ::/0'] } },
      }),
    );
    expectAnswer(world, 'web > db tcp 443', 'established');
  });

  it("an answer that a NAT gateway gives another source is nobody's answer", () => {
    // The request comes in by the internet gateway, the answer leaves by the NAT gateway.
    const world = worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24', pub: '10.1.3.0/24' },
        servers: { web: '10.1.1.10 198.51.100.10' },
        igw: true,
        routes: { main: ['0.0.0.0/0 nat-a'], pub: ['0.0.0.0/0 igw-a'] },
      }),
      natGateway('a', 'a', 'pub', '10.1.3.200 198.51.100.99'),
      { Hosts: [{ Name: 'office', IpAddress: '8.8.8.8' }] },
    );
    expectAnswer(world, 'office > web udp 53', 'timeout: return host-dropped at office by host.no-receiver');
  });

  it('a NAT gateway takes no echo request for an answer, though it comes from whom somebody asked', () => {
    // https://repost.aws/knowledge-center/vpc-analyze-inbound-traffic-nat-gateway
    const world = worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24', pub: '10.1.3.0/24' },
        servers: { web: '10.1.1.10' },
        igw: true,
        routes: { main: ['0.0.0.0/0 nat-a'], pub: ['0.0.0.0/0 igw-a'] },
      }),
      natGateway('a', 'a', 'pub', '10.1.3.200 198.51.100.99'),
    );
    expectAnswer(
      world,
      'web > 198.51.100.99 icmp',
      'timeout: forward no-session at nat-a by nat.unsolicited',
    );
  });
});
