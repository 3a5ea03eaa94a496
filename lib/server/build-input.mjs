/** What goes into a build: the files whose content decides whether the build on disk is still the right one. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['app', 'components', 'content', 'lib', 'public'];
const FILES = [
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'instrumentation.ts',
  'instrumentation-node.ts',
  'proxy.ts',
  '.env',
  '.env.local',
  '.env.production',
  '.env.production.local',
];

/** One hash over paths and contents, in a fixed order. Times do not count: a fresh checkout has fresh times. */
export function hashBuildInput(root) {
  const hash = createHash('sha256');
  for (const path of [...FOLDERS.flatMap((folder) => filesBelow(root, folder)), ...FILES]) {
    if (!existsSync(join(root, path))) continue;
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Paths relative to `root`, with forward slashes, sorted. */
function filesBelow(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .sort()
    .map((name) => `${folder}/${name}`)
    .flatMap((path) => (statSync(join(root, path)).isDirectory() ? filesBelow(root, path) : [path]));
}
