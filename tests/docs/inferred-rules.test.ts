/** ARCHITECTURE.md lists every inferred Rule about packets and what is written of them, and says truly which a case reads both ways. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rule } from '@/lib/core/rules/rule';
import { READ_BOTH_WAYS } from '@/lib/core/scenario/readings';

const modules = import.meta.glob<Record<string, unknown>>(
  ['/lib/core/rules/*.ts', '/lib/core/flowlog/rules.ts', '/lib/core/flowlog/delivery/*.ts'],
  { eager: true },
);
const inferred = Object.values(modules)
  .flatMap((exported) => Object.values(exported))
  .filter((value): value is Rule => typeof value === 'object' && value !== null && 'says' in value)
  // `igw.needs-route-inbound` is the other reading of `igw.delivers-inbound`.
  .filter(({ standing, id }) => standing === 'inferred' && id !== 'igw.needs-route-inbound');

const text = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8');
const [, section = ''] = text.split('\n## Inferred rules\n');
const rows = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| `([a-z.-]+)` \|.*\| ([a-z ]+) \|$/gm)];
const marked = (word: string) => rows.filter(([, , told]) => told === word).map(([, id]) => id);

describe('the inferred rules of ARCHITECTURE.md', () => {
  it('are all there are', () => {
    expect(inferred.length).toBeGreaterThan(8);
    expect(rows.map(([, id]) => id).sort()).toEqual(inferred.map(({ id }) => id).sort());
  });

  it('are read both ways where they say so, and else met by no case', () => {
    expect(marked('read both ways').sort()).toEqual(READ_BOTH_WAYS.map(({ id }) => id).sort());
    expect(marked('met by none')).toHaveLength(rows.length - READ_BOTH_WAYS.length);
  });
});
