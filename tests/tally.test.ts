import { describe, expect, it } from 'vitest';
import { readPlaywright, readVitest } from './support/tally.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

describe('readVitest', () => {
  it('counts tests', () => {
    const report = { testResults: [file('passed', 'passed', 'pending'), file('failed', 'passed', 'failed')] };
    expect(readVitest(1, report)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  it('counts a file that does not load', () => {
    const report = { testResults: [file('passed', 'passed'), file('failed')] };
    expect(readVitest(1, report)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it.each([
    ['an error outside of a test', 1, { testResults: [file('passed', 'passed')] }, 1],
    ['a runner that crashed before it wrote a report', 1, undefined, 0],
    ['a run of nothing', 0, { testResults: [] }, 0],
  ])('counts %s', (_, code, report, passed) => {
    expect(readVitest(code, report)).toEqual({ passed, failed: 1, skipped: 0 });
  });
});

describe('readPlaywright', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 1 };

  it('counts tests', () => {
    expect(readPlaywright(0, { stats, errors: [] })).toEqual({ passed: 3, failed: 0, skipped: 1 });
    expect(readPlaywright(1, { stats: { ...stats, unexpected: 2 }, errors: [] }).failed).toBe(2);
  });

  it('counts a test that passed only when repeated', () => {
    expect(readPlaywright(0, { stats: { ...stats, flaky: 1 }, errors: [] }).failed).toBe(1);
  });

  it('counts a server that did not start', () => {
    const nothing = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(readPlaywright(1, { stats: nothing, errors: [{}] }).failed).toBe(1);
    expect(readPlaywright(1, undefined).failed).toBe(1);
  });
});
