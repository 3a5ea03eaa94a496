/** Records that a question prints by itself: the version is that of the format in which they stand there. */
import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/core/explain/prose';
import { DEFAULT_FIELDS, versionOf } from '@/lib/core/flowlog/fields';
import type { FieldName } from '@/lib/core/flowlog/record';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import { viewOf } from '@/lib/core/quiz/view-of';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { rotatingSeeds } from '../../support/rotating-seed';

const FILL_IN = TRAPS.filter(({ asks }) => asks === 'fill-in');
const SEEDS = rotatingSeeds(3);

describe.each(FILL_IN)('$id', (trap) => {
  it.each(SEEDS)('%s', (seed) => {
    const { record } = viewOf(generateQuestion(trap, seed, 'fill-in')).shown;
    const fields = record?.fields ?? [];
    const version = versionOf(fields.map(({ name }) => name as FieldName));
    expect(version).toBe(5);
    expect(fields.find(({ name }) => name === 'version')?.value).toBe(String(version));
  });
});

it.each(SEEDS)('a line of the default format is of version 2: %s', (seed) => {
  const trap = TRAPS.find(({ also = [] }) => also.some(({ asks }) => asks === 'what-record-tells'));
  if (!trap) throw new Error('some trap asks what a record tells');
  const { ticket } = viewOf(generateQuestion(trap, seed, 'what-record-tells'));
  const [line = ''] = ticket.transcript;
  expect(line.split(' ')).toHaveLength(DEFAULT_FIELDS.length);
  expect(line).toMatch(/^2 /);
  expect(plain(ticket.before)).not.toBe('');
});
