import { describe, expect, it } from 'vitest';
import {
  evaluateNetworkAcl,
  NACL_DEFAULT_DENY,
  NACL_FIRST_MATCH,
  passedOver,
} from '@/lib/core/rules/network-acl';
import { acl } from '../../support/filter';
import { echo, tcp } from '../../support/packet';

const web = acl({
  ingress: [
    '100 allow tcp 0.0.0.0/0 443',
    '200 deny tcp 10.0.0.0/8 22',
    '300 allow tcp 10.0.0.0/8 22',
    '400 allow tcp ::/0 443',
  ],
  egress: ['100 allow tcp 0.0.0.0/0 1024-65535'],
});

describe('evaluateNetworkAcl', () => {
  it.each([
    ['allows', 100, 'ingress', tcp('203.0.113.5:50000 > 10.0.0.4:443')],
    ['denies', 200, 'ingress', tcp('10.1.2.3:50000 > 10.0.0.4:22')],
    ['denies', 32767, 'ingress', tcp('203.0.113.5:50000 > 10.0.0.4:22')],
    ['denies', 32767, 'ingress', echo('203.0.113.5 > 10.0.0.4')],
    ['allows', 400, 'ingress', tcp('[2001:db8::1]:50000 > [2001:db8::2]:443')],
    ['denies', 32768, 'ingress', tcp('[2001:db8::1]:50000 > [2001:db8::2]:22')],
    ['allows', 100, 'egress', tcp('10.0.0.4:443 > 203.0.113.5:50000')],
    ['denies', 32767, 'egress', tcp('10.0.0.4:50000 > 203.0.113.5:443')],
  ] as const)('%s by rule %i, %s', (verb, ruleNumber, direction, packet) => {
    const decision = evaluateNetworkAcl(web, direction, packet);
    expect(decision).toMatchObject({ allowed: verb === 'allows', decidedBy: { ruleNumber } });
    expect(decision.rule).toBe(ruleNumber >= 32767 ? NACL_DEFAULT_DENY : NACL_FIRST_MATCH);
  });

  it('says why each earlier entry was passed over', () => {
    const reasons = passedOver(web, 'ingress', tcp('203.0.113.5:50000 > 10.0.0.4:22'));
    expect(reasons.map(({ mismatch }) => mismatch)).toEqual(['port', 'address', 'address', 'address']);
  });
});
