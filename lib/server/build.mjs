/** `npm run build`: next build, and beside it the hash of what went in, so that `npm start` knows a stale build. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashBuildInput } from './build-input.mjs';
import { root, runNext } from './next.mjs';

const buildId = join(root, '.next/BUILD_ID');
const builtFrom = join(root, '.next/BUILT_FROM');

/** @returns {'missing' | 'stale' | 'current'} */
export function buildState() {
  if (!existsSync(buildId) || !existsSync(builtFrom)) return 'missing';
  return readFileSync(builtFrom, 'utf8') === hashBuildInput(root) ? 'current' : 'stale';
}

/**
 * @param {(text: string) => void} [onOutput] as of `runNext`
 * @returns {Promise<number>} exit code
 */
export async function build(onOutput) {
  const input = hashBuildInput(root);
  // Removed first: a build that was interrupted halfway must not pass for the last good one.
  rmSync(builtFrom, { force: true });
  const code = await runNext(['build'], onOutput).ended;
  if (code === 0) writeFileSync(builtFrom, input);
  return code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await build();
