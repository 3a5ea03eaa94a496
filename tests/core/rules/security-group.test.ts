import { describe, expect, it } from 'vitest';
import { opensTrackedConnection } from '@/lib/core/rules/connection-tracking';
import { evaluateSecurityGroups } from '@/lib/core/rules/security-group';
import { group } from '../../support/filter';
import { echo, tcp } from '../../support/packet';

const webServers = new Set([tcp('10.0.0.9:1 > 10.0.1.5:1').source]);
const members = (referenced: string, fromVpcId: string) =>
  referenced === 'sg-web' && fromVpcId === 'vpc-1' ? webServers : undefined;
const ssh = group('sg-ssh', { ingress: ['tcp 203.0.113.0/24 22'] });
const fromWeb = group('sg-app', { ingress: ['tcp sg-web 8080'] });
const closed = group('sg-closed', {});

describe('evaluateSecurityGroups', () => {
  it.each([
    ['a range that holds the source', [ssh], tcp('203.0.113.7:40000 > 10.0.1.5:22'), 'sg-ssh'],
    ['any group of several: the union', [closed, ssh], tcp('203.0.113.7:40000 > 10.0.1.5:22'), 'sg-ssh'],
    [
      'a member of the referenced group, by its private address',
      [fromWeb],
      tcp('10.0.0.9:40000 > 10.0.1.5:8080'),
      'sg-app',
    ],
  ])('allows %s', (_what, groups, packet, id) => {
    const decision = evaluateSecurityGroups(groups, 'ingress', packet, members);
    expect(decision).toMatchObject({ allowed: true, group: { id } });
  });

  it.each([
    ['another port', [ssh], tcp('203.0.113.7:40000 > 10.0.1.5:23')],
    ['another source', [ssh], tcp('198.51.100.7:40000 > 10.0.1.5:22')],
    ['another protocol', [ssh], echo('203.0.113.7 > 10.0.1.5')],
    ['a member that comes by its public address', [fromWeb], tcp('198.51.100.9:40000 > 10.0.1.5:8080')],
    ['anything, when there is no rule', [closed], tcp('10.0.0.9:40000 > 10.0.1.5:8080')],
  ])('refuses %s', (_what, groups, packet) => {
    expect(evaluateSecurityGroups(groups, 'ingress', packet, members)).toMatchObject({
      allowed: false,
      decidedBy: 'no-rule',
    });
  });
});

describe('opensTrackedConnection', () => {
  const packet = tcp('203.0.113.7:40000 > 10.0.1.5:22');
  it.each([
    [
      'a narrow rule',
      true,
      group('sg-1', { ingress: ['tcp 203.0.113.0/24 22'], egress: ['all 0.0.0.0/0'] }),
      packet,
    ],
    [
      'open both ways',
      false,
      group('sg-2', { ingress: ['tcp 0.0.0.0/0 22'], egress: ['all 0.0.0.0/0'] }),
      packet,
    ],
    [
      'open inbound only',
      true,
      group('sg-3', { ingress: ['tcp 0.0.0.0/0 22'], egress: ['tcp 0.0.0.0/0 443'] }),
      packet,
    ],
    [
      'ICMP, always',
      true,
      group('sg-4', { ingress: ['icmp 0.0.0.0/0'], egress: ['all 0.0.0.0/0'] }),
      echo('203.0.113.7 > 10.0.1.5'),
    ],
  ])('%s: %s', (_what, tracked, sg, seen) => {
    const decision = evaluateSecurityGroups([sg], 'ingress', seen, members);
    expect(decision.allowed && opensTrackedConnection([sg], 'ingress', seen, decision.decidedBy)).toBe(
      tracked,
    );
  });
});
