/** `npm test`: the checks, the unit tests, the end-to-end tests, and one last line that adds them up. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChecks } from './check.mjs';
import { findBrowser, noBrowser } from './support/browser.mjs';
import { readPlaywright, readVitest } from './support/tally.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'flowtrap-tests-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));

console.log('Checks');
const tallies = [await runChecks()];

console.log('\nUnit tests');
tallies.push(await unitTests());

console.log('\nEnd-to-end tests');
tallies.push(await endToEndTests());

const sum = (key) => tallies.reduce((total, tally) => total + (tally[key] ?? 0), 0);
const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(sum);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

async function unitTests() {
  const report = join(temporary, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(['node_modules/vitest/vitest.mjs', 'run', ...reporters]);
  return readVitest(code, readJson(report));
}

async function endToEndTests() {
  if (!findBrowser()) {
    console.log(`${process.env.CI ? '✗' : 'skipped:'} ${noBrowser}`);
    return process.env.CI ? { failed: 1 } : {};
  }
  const report = join(temporary, 'playwright.json');
  const args = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'];
  const code = await run(args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return readPlaywright(code, readJson(report));
}

/** @returns {Promise<number>} exit code; a runner that was killed or did not start counts as 1 */
function run(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** `undefined` when the runner died before it wrote its report. */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
