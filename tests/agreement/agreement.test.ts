/** Two witnesses who have never talked: the simulator walks packets, the analyzer walks sets, and both say the same. */
import { describe, expect, it } from 'vitest';
import { compareWorld, emptyTally } from './compare';

/** Of every kind of component; 100,000 packets and more. */
const WORLDS = 230;
const PACKETS = 480;

/** Whatever the simulator's steps may name as judging. */
const KINDS = [
  'block-public-access',
  'host',
  'internet',
  'internet-gateway',
  'loop',
  'nat-gateway',
  'network-acl',
  'network-interface',
  'premises',
  'route-table',
  'security-group',
  'subnet',
  'transit-gateway',
  'transit-gateway-route-table',
  'virtual-interface',
  'vpc',
  'vpc-endpoint',
  'vpc-peering-connection',
  'vpn-connection',
  'vpn-gateway',
];

describe('the analyzer and the simulator', () => {
  it('agree on every packet, hop by hop, row by row', { timeout: 300_000 }, () => {
    const tally = emptyTally();
    const reports: string[] = [];
    for (let world = 0; world < WORLDS; world++)
      compareWorld(`agreement/${world}`, PACKETS, tally, (text) => reports.push(text));
    expect(reports.slice(0, 20)).toEqual([]);
    expect(tally.packets).toBeGreaterThan(100_000);
    // Worlds in which everything fails alike would prove little.
    expect((tally.outcomes.get('established') ?? 0) + (tally.outcomes.get('replied') ?? 0)).toBeGreaterThan(
      5_000,
    );
    // Every kind of component has judged, many a time.
    expect(KINDS.filter((kind) => (tally.steps.get(kind) ?? 0) < 20)).toEqual([]);
    expect([...tally.steps.keys()].filter((kind) => !KINDS.includes(kind))).toEqual([]);
  });
});
