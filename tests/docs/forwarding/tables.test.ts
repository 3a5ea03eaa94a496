/** The forwarding tables: every row of `rows.ts` is claimed by a case, or named in `ARCHITECTURE.md` as not modelled. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../support/rules';
import type { Case } from './case';
import { ROWS, type Row, type RowId } from './rows';

const tables = import.meta.glob<{ readonly CASES?: readonly Case[] }>('./*.ts', { eager: true });
const subjects = Object.entries(tables).flatMap(([path, { CASES }]) =>
  CASES ? [{ subject: path.slice(2, -3), cases: CASES }] : [],
);
const cases = subjects.flatMap((subject) => subject.cases);

describe.each(subjects)('$subject', ({ cases: table }) => {
  it.each(table)('$row: $name', ({ prove }) => {
    expect.hasAssertions();
    prove();
  });
});

const COMPONENTS = [
  'routing',
  'network ACLs',
  'security groups',
  'internet gateways',
  'Block Public Access',
  'NAT',
  'peering',
  'transit gateways',
  'premises',
  'endpoints',
  'addresses',
  'hosts',
  'time',
  'beliefs',
  'API calls',
];

describe('every row', () => {
  const rows: readonly (readonly [RowId, Row])[] = Object.entries(ROWS) as never;
  const architecture = readFileSync(new URL('../../../ARCHITECTURE.md', import.meta.url), 'utf8');
  const [, section = ''] = architecture.split('## Not modelled');
  const [notModelled = ''] = section.split('\n## ');

  it('has a component beside it, of which the table says what is modelled and what is not', () => {
    const lines = notModelled.split('\n').filter((line) => line.startsWith('| '));
    const cells = lines.slice(2).map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    for (const row of cells)
      expect(row).toEqual([expect.any(String), ...Array(2).fill(expect.stringMatching(/\S/))]);
    expect(cells.map(([component]) => component)).toEqual(expect.arrayContaining(COMPONENTS));
  });

  it('is told once', () => {
    expect(subjects.length).toBeGreaterThan(8);
    expect(rows.length).toBeGreaterThan(60);
    expect(new Set(rows.map(([, { says }]) => says)).size).toBe(rows.length);
    expect(new Set(cases.map(({ row, name }) => `${row} ${name}`)).size).toBe(cases.length);
  });

  it.each(rows)('%s', (id, row) => {
    expect(row.source).toMatch(/^https:\/\//);
    const claimed = cases.some((one) => one.row === id);
    if (!claimed) expect(row.notModelled, `${id} is claimed by no case`).toBeDefined();
    if (row.notModelled !== undefined) expect(notModelled).toContain(row.notModelled);
  });
});

/** A reader of a row must not take for documented what another rule only supposes. */
describe('what decides', () => {
  const decided = cases.filter(({ decidedBy }) => decidedBy !== undefined);

  it('is a rule of the catalogue, and no less sure than the row', () => {
    const standings = new Map(RULES.map(({ id, standing }) => [id, standing]));
    const lessSure = decided.filter(({ row, decidedBy = '' }) => {
      const standing = standings.get(decidedBy);
      expect(standing, decidedBy).toBeDefined();
      return standing === 'inferred' && ROWS[row].standing === 'documented';
    });
    expect(lessSure.map(({ row, name, decidedBy }) => `${row} ${name}: ${decidedBy}`)).toEqual([]);
  });
});
