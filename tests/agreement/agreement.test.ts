/** Two witnesses who have never talked: the simulator walks packets, the analyzer walks sets, and both say the same. */
import { describe, expect, it } from 'vitest';
import { compareWorld, type Tally } from './compare';

/** Of every kind of component; 100,000 packets and more. */
const WORLDS = 230;
const PACKETS = 480;

describe('the analyzer and the simulator', () => {
  it('agree on every packet, hop by hop, row by row', { timeout: 300_000 }, () => {
    const tally: Tally = { packets: 0, disagreements: 0, outcomes: new Map() };
    const reports: string[] = [];
    for (let world = 0; world < WORLDS; world++)
      compareWorld(`agreement/${world}`, PACKETS, tally, (text) => reports.push(text));
    expect(reports.slice(0, 20)).toEqual([]);
    expect(tally.packets).toBeGreaterThan(100_000);
    // Worlds in which everything fails alike would prove little.
    expect((tally.outcomes.get('established') ?? 0) + (tally.outcomes.get('replied') ?? 0)).toBeGreaterThan(
      5_000,
    );
  });
});
