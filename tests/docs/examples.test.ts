/**
 * AWS's published example records, reproduced from a configuration. The file is data with its sources; each entry is
 * either replayed here or listed as pending, and nothing is both or neither.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFormat } from '@/lib/core/ec2/log-format';
import { parseRecord } from '@/lib/core/flowlog/text';
import { replay } from '../support/replay';
import { SCENES } from '../support/scenes';

interface Example {
  readonly id: string;
  readonly url: string;
  readonly format: readonly string[];
  readonly records: readonly string[];
  readonly expected?: readonly { readonly direction: string; readonly action: string }[];
}

const examples: readonly Example[] = JSON.parse(
  readFileSync(new URL('./flow-log-examples.json', import.meta.url), 'utf8'),
);

/** What is not replayed, and why; ARCHITECTURE.md says the same. */
const PENDING: Readonly<Record<string, string>> = {
  'efa-mac-addresses': 'MAC addresses stand where addresses stand: traffic that bypasses IP',
  'exp-elastic-nodata-30s': 'a window of 30 seconds, which AWS nowhere promises',
};

describe('documented examples', () => {
  it('are each replayed or pending', () => {
    const ids = examples.map(({ id }) => id).sort();
    expect(ids.length).toBeGreaterThan(20);
    expect([...Object.keys(SCENES), ...Object.keys(PENDING)].sort()).toEqual(ids);
  });

  const replayed = examples.filter(({ id }) => id in SCENES);
  it.each(replayed.filter(({ records }) => records.length > 0))('$id', ({ id, format, records }) => {
    const scene = SCENES[id];
    if (!scene) throw new Error(`${id} has a scene`);
    const door = parseFormat(format.map((name) => `\${${name}}`).join(' '));
    if ('issue' in door) throw new Error(door.issue);
    // AWS prints one of these lines with two blanks in a row.
    const lines = records.map((line) => line.replace(/ +/g, ' '));
    const written = replay(scene, lines, door.fields);
    const blank = (line: string): string => blanked(line, door.fields, scene.notGiven ?? []);
    expect(written.map(({ line }) => blank(line))).toEqual(lines.map(blank));
    for (const line of lines) expect(parseRecord(line, door.fields)).not.toHaveProperty('issue');
  });

  it.each(replayed.filter(({ expected }) => expected))('$id, told in prose', ({ id, expected }) => {
    const scene = SCENES[id];
    if (!scene) throw new Error(`${id} has a scene`);
    const written = replay(scene, [], ['version']);
    expect(
      written.map(({ record }) => ({ direction: record['flow-direction'], action: record.action })),
    ).toEqual(expected);
  });
});

/** Fields whose values the example does not give the inputs for are compared as present, not by value. */
function blanked(line: string, fields: readonly string[], notGiven: readonly string[]): string {
  return line
    .split(' ')
    .map((word, i) => (notGiven.includes(fields[i] ?? '') ? '·' : word))
    .join(' ');
}
