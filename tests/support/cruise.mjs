/** Runs dependency-cruiser over a tree and says what it found, and how much it looked at. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const FOLDERS = ['app', 'components', 'lib', 'tests'];
const FILES = ['instrumentation.ts', 'instrumentation-node.ts', 'proxy.ts'];

/**
 * @typedef {{ rule: string, from: string, to: string, comment: string }} Violation
 * @param {string} root of the tree, with a .dependency-cruiser.mjs and a tsconfig.json
 * @returns {Promise<{ modules: string[], unseen: string[], violations: Violation[] }>}
 *   unseen: source files on the disk that were not looked at; a cruise with any of them proves nothing
 */
export async function cruise(root) {
  const targets = [...FOLDERS, ...FILES].filter((path) => existsSync(join(root, path)));
  const args = [bin, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...targets];
  const text = await outputOf(
    spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  if (!text.startsWith('{'))
    throw new Error('dependency-cruiser gave no answer; what it printed stands above');
  const { modules, summary } = JSON.parse(text);
  const comments = new Map(summary.ruleSetUsed.forbidden.map((rule) => [rule.name, rule.comment]));
  const seen = new Set(modules.map((module) => module.source));
  return {
    modules: [...seen].filter((path) => !path.includes('node_modules')),
    unseen: targets.flatMap((path) => sourcesBelow(root, path)).filter((path) => !seen.has(path)),
    violations: summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      from,
      to,
      comment: comments.get(rule.name) ?? '',
    })),
  };
}

function outputOf(child) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
    });
    child.once('error', reject);
    child.once('close', () => resolve(text));
  });
}

function sourcesBelow(root, path) {
  if (statSync(join(root, path)).isFile()) return path.endsWith('.d.ts') ? [] : [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || /\.(ts|tsx|mjs)$/.test(entry.name))
    .flatMap((entry) => sourcesBelow(root, `${path}/${entry.name}`));
}
