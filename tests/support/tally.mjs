/**
 * Reads a test runner's report into passed, failed and skipped. A runner's own counts are not enough: a file that
 * does not load has no tests, and vitest reports it as "0 failed".
 */

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 * @typedef {{ status: string, assertionResults: { status: string }[] }} VitestFile
 */

/** @param {number} code exit code @param {{ testResults: VitestFile[] } | undefined} report @returns {Tally} */
export function readVitest(code, report) {
  const files = report?.testResults ?? [];
  const statuses = files.flatMap((file) => file.assertionResults.map((test) => test.status));
  const unloaded = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const passed = statuses.filter((status) => status === 'passed').length;
  const failed = statuses.filter((status) => status === 'failed').length;
  return judge(code, { passed, failed: failed + unloaded, skipped: statuses.length - passed - failed });
}

/**
 * @typedef {{ expected: number, unexpected: number, flaky: number, skipped: number }} PlaywrightStats
 * @param {number} code exit code
 * @param {{ stats: PlaywrightStats, errors: unknown[] } | undefined} report
 * @returns {Tally}
 */
export function readPlaywright(code, report) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  const failed = unexpected + flaky + (report?.errors.length ?? 0);
  return judge(code, { passed: expected, failed, skipped });
}

/** A runner that ended badly, or that ran nothing, has at least one failure. */
function judge(code, tally) {
  const nothing = tally.passed + tally.failed === 0;
  return tally.failed === 0 && (code !== 0 || nothing) ? { ...tally, failed: 1 } : tally;
}
