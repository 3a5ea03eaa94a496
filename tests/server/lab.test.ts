/** Links to repairs: cases that calls can mend open, others say so, and rows can be taken away by the line that stands beside them. */
import { describe, expect, it } from 'vitest';
import { answer } from '@/lib/browser/engine/answer';
import { readAwsCli } from '@/lib/core/ec2/read-aws-cli';
import { loadLab } from '@/lib/server/lab';

const FAULTS = ['nacl-out-reply', 'sg-in-missing', 'pcx-route-missing', 'igw-route-missing'];

describe.each(FAULTS)('%s', (fault) => {
  const page = loadLab(`${fault}~lab`);

  it('opens with what has to pass and what must not', () => {
    if (page.kind !== 'lab') throw new Error(`${fault}~lab: ${page.kind}`);
    expect(page.wanted.length).toBeGreaterThan(0);
    expect(page.shut.length + page.working.length).toBeGreaterThan(0);
    const { routeTables, securityGroups, networkAcls } = page.editable;
    const lines = [...routeTables, ...securityGroups, ...networkAcls]
      .flatMap(({ rows }) => rows)
      .flatMap(({ remove }) => remove ?? []);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(readAwsCli(line), line).toHaveProperty('actions');
  });

  it('tells what an empty repair leaves broken', async () => {
    const result = await answer('repair', { of: { kind: 'fault', id: fault }, seed: 'lab', text: '' });
    if ('issues' in result) throw new Error(JSON.stringify(result.issues));
    expect(result.verdict.right).toBe(false);
    expect(result.verdict.wanted.some(({ passes }) => !passes)).toBe(true);
  });
});

it('a line that is no call is told with its number', async () => {
  const result = await answer('repair', {
    of: { kind: 'fault', id: 'nacl-out-reply' },
    seed: 'lab',
    text: 'aws ec2 fix-it',
  });
  expect('issues' in result && result.issues).toEqual([
    expect.objectContaining({ line: 1, message: expect.stringContaining('fix-it') }),
  ]);
});

it('a host is repaired by no call', () => {
  expect(loadLab('host-firewall~lab').kind).toBe('no-repair');
});

it('no case, and another version', () => {
  expect(loadLab('nothing~lab').kind).toBe('unknown');
  expect(loadLab('nacl-out-reply~lab', '1').kind).toBe('other-version');
});
