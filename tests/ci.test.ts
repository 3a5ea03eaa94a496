/** `.ci/run` ends with one line of counts, whatever becomes of the tests. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const CI = fileURLToPath(new URL('../.ci', import.meta.url));

/** Runs it in a folder of its own, with an npm that does what the script says. */
function run(npm: string): { readonly code: number | null; readonly lastLine: string | undefined } {
  const folder = mkdtempSync(path.join(tmpdir(), 'flowtrap-ci-'));
  cpSync(CI, path.join(folder, '.ci'), { recursive: true });
  mkdirSync(path.join(folder, 'tests/support'), { recursive: true });
  writeFileSync(
    path.join(folder, 'tests/support/browser.mjs'),
    "export const findBrowser = () => 'chromium';\n",
  );
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(path.join(bin, 'npm'), `#!/bin/sh\n${npm}\n`);
  chmodSync(path.join(bin, 'npm'), 0o755);
  const { status, stdout } = spawnSync(path.join(folder, '.ci/run'), {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
  });
  return { code: status, lastLine: stdout.trimEnd().split('\n').at(-1) };
}

describe('.ci/run', () => {
  it.each([
    ['all pass', 'echo "12 passed, 0 failed"', 0, '12 passed, 0 failed'],
    [
      'some fail',
      '[ "$1" = ci ] || { echo "11 passed, 1 failed, 2 skipped"; exit 1; }',
      1,
      '11 passed, 1 failed, 2 skipped',
    ],
    ['nothing can be installed', '[ "$1" = test ] || exit 7', 7, '0 passed, 1 failed'],
    ['the tests crash', '[ "$1" = ci ] || { echo "SyntaxError: nope"; exit 9; }', 9, '0 passed, 1 failed'],
  ])('%s', (_what, npm, code, lastLine) => {
    expect(run(npm)).toEqual({ code, lastLine });
  });
});
