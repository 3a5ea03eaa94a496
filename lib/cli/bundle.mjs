/** Bundles the command into one file, dist/flowtrap.js, so that it starts without a build tool. Runs on `npm ci`. */
import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const entry = join(root, 'lib/cli/main.ts');
export const bundled = join(root, 'dist/flowtrap.js');

/** True when there is no bundle yet or a source is younger than it. */
export function isStale() {
  if (!existsSync(bundled)) return true;
  const madeAt = statSync(bundled).mtimeMs;
  return ['lib', 'package-lock.json'].some((path) => changedAfter(madeAt, join(root, path)));
}

export async function bundle() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [entry],
    outfile: bundled,
    absWorkingDir: root,
    tsconfig: join(root, 'tsconfig.json'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'warning',
  });
  chmodSync(bundled, 0o755);
}

function changedAfter(time, path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs > time;
  return stat.mtimeMs > time || readdirSync(path).some((name) => changedAfter(time, join(path, name)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (existsSync(entry)) await bundle();
  else console.log('lib/cli/main.ts is not there: no command to bundle');
}
