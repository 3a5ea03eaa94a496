import { describe, expect, it } from 'vitest';
import { GENERATOR_VERSION } from '@/lib/core/scenario/scenario';
import { loadCase, WELCOME } from '@/lib/server/case';
import { caseHref, nextSeed, parseSlug } from '@/lib/server/slug';

describe('the first page', () => {
  it('shows a silent log beside a busy one', () => {
    const page = loadCase(WELCOME, {});
    if (page.kind !== 'question') throw new Error('the welcome case is a question');
    const [target, neighbour] = page.view.shown.log?.interfaces ?? [];
    expect(target?.records.every(({ record }) => record['log-status'] === 'NODATA')).toBe(true);
    expect(target?.records).toHaveLength(15);
    expect(neighbour?.records.length).toBeGreaterThan(40);
    expect(page.view.shown.configuration).toEqual([]);
  });
});

describe('loadCase', () => {
  it.each([
    ['no tilde', 'reflection-ssh'],
    ['an unknown trap', 'no-such-trap~a'],
    ['an empty seed', 'reflection-ssh~'],
    ['a seed that is too long', `reflection-ssh~${'a'.repeat(65)}`],
    ['a seed with a slash', 'reflection-ssh~a/b'],
    ['a property of every object', 'constructor~a'],
    ['a level that is none', 'level-6~a'],
    ['a fault of no case', 'mtu~a'],
  ])('%s is unknown', (_what, slug) => {
    expect(loadCase(slug, {})).toEqual({ kind: 'unknown' });
  });

  it('tells another generator version, and offers the nearest case', () => {
    expect(loadCase('reflection-ssh~a', { version: '0' })).toMatchObject({
      kind: 'other-version',
      asked: '0',
      href: `/case/reflection-ssh~a?v=${GENERATOR_VERSION}`,
    });
  });

  it.each(['', undefined])('takes a link without a version for the case of today: %j', (version) => {
    expect(loadCase('reflection-ssh~a', { version }).kind).toBe('question');
  });

  it.each(['abc', '1.5', '-1', '9'.repeat(40), '<b>'])('knows no version %s', (version) => {
    expect(loadCase('reflection-ssh~a', { version })).toMatchObject({
      kind: 'other-version',
      asked: undefined,
    });
  });

  it('asks again when the answer is no layer', () => {
    expect(
      loadCase('reflection-ssh~a', { version: String(GENERATOR_VERSION), answer: ['dns'] }),
    ).toMatchObject({
      kind: 'question',
      problem: 'Choose one of the four options first.',
    });
  });

  it('keeps the answer in the link to all records', () => {
    const page = loadCase('reflection-ssh~a', { answer: ['host'] });
    expect(page).toMatchObject({
      kind: 'verdict',
      allHref: `/case/reflection-ssh~a?v=${GENERATOR_VERSION}&answer=host&log=all`,
    });
  });
});

describe('links', () => {
  it('survive a program that encodes the tilde', () => {
    expect(parseSlug('reflection-ssh%7Ea1')).toEqual({ id: 'reflection-ssh', seed: 'a1' });
  });

  it('lead on to a new seed each time', () => {
    const seeds = ['a'];
    for (let i = 0; i < 50; i++) seeds.push(nextSeed({ id: 'reflection-ssh', seed: seeds.at(-1) ?? '' }));
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(
      parseSlug(caseHref({ id: 'reflection-ssh', seed: seeds[1] ?? '' }).replace(/^\/case\/|\?.*$/g, '')),
    ).toBeDefined();
  });
});
