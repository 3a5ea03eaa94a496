/** The doors answer every document, however spoilt, with a network or with issues, and never with an exception. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { MOST_ISSUES } from '@/lib/core/ec2/issue';
import { parseWorld } from '@/lib/core/simulate/parse-world';
import { proberOf } from '@/lib/core/simulate/probe';
import { readWorld } from '@/lib/core/simulate/read-world';
import { simulate } from '@/lib/core/simulate/simulate';
import { question as parseQuestion } from '../support/network/ask';
import { mutated } from '../support/network/mutate';
import { randomNetwork } from '../support/network/random';

const spoilt = randomNetwork.chain((world) => mutated(world));

/** Through both doors; what comes out can be asked and played. */
function pass(document: unknown): 'refused' | 'passed' {
  const read = readWorld(document);
  const door = 'issues' in read ? read : parseWorld(read.world);
  if ('issues' in door) {
    expect(door.issues.length).toBeGreaterThan(0);
    expect(door.issues.length).toBeLessThanOrEqual(MOST_ISSUES);
    for (const { message } of door.issues) {
      expect(message).toMatch(/\S/);
      expect(message).not.toMatch(/undefined|\[object|NaN/);
    }
    return 'refused';
  }
  const prober = proberOf(door.world);
  for (const asked of ['web > api tcp 443', 'web > 192.168.4.7 udp 53', '203.0.113.5 > 198.51.100.7 icmp'])
    prober.explain(parseQuestion(asked));
  simulate(door.world);
  return 'passed';
}

describe('the doors', () => {
  test.prop([spoilt], { numRuns: 150 })('survive a document that is spoilt in one place', (document) => {
    expect(['refused', 'passed']).toContain(pass(document));
  });

  test.prop([fc.jsonValue()], { numRuns: 100 })('survive anything at all', (document) => {
    expect(['refused', 'passed']).toContain(pass(document));
    expect(['refused', 'passed']).toContain(pass({ Snapshot: document }));
  });

  it('refuse some and pass some: the law above looks at both', () => {
    const seen = fc.sample(spoilt, { numRuns: 60, seed: 5 }).map(pass);
    expect(new Set(seen)).toEqual(new Set(['refused', 'passed']));
    expect(seen.filter((one) => one === 'refused').length).toBeGreaterThan(10);
  });
});
