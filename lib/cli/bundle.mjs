/** Bundles the command into one file, dist/flowtrap.js, so that it starts without a build tool. Runs on `npm ci`. */
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  const { outputFiles } = await build({
    entryPoints: [entry],
    outfile: bundled,
    absWorkingDir: root,
    tsconfig: join(root, 'tsconfig.json'),
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'silent',
  });
  // Moved into place whole: another `flowtrap` may be starting right now.
  const whole = `${bundled}.${process.pid}`;
  mkdirSync(dirname(bundled), { recursive: true });
  writeFileSync(whole, outputFiles[0].contents, { mode: 0o755 });
  renameSync(whole, bundled);
}

function changedAfter(time, path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs > time;
  return stat.mtimeMs > time || readdirSync(path).some((name) => changedAfter(time, join(path, name)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    if (existsSync(entry)) await bundle();
    else console.log('lib/cli/main.ts is not there: no command to bundle');
  } catch (error) {
    console.error(`cannot bundle the command: ${error.message}`);
    process.exitCode = 1;
  }
}
