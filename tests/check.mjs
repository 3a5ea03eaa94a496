/** `npm run check`: everything that can be said about the code without running it. Each step is one test of `npm test`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from './support/cruise.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const inModules = (path) => join(root, 'node_modules', path);
const TSC = inModules('typescript/bin/tsc');

const CHECKS = [
  {
    name: 'types',
    run: async () => {
      // The types of the routes are generated: without it a fresh clone has none, and a removed route leaves its own behind.
      const generated = await node(inModules('next/dist/bin/next'), 'typegen');
      return generated.ok ? node(TSC, '--noEmit') : generated;
    },
  },
  { name: 'types of lib/core, without DOM and Node', run: () => node(TSC, '-p', 'lib/core') },
  { name: 'lint and format', run: () => node(inModules('@biomejs/biome/bin/biome'), 'check', '.') },
  { name: 'walls', run: walls },
];

/** The walls are only as good as the test that breaks them; `npm test` runs it among the other tests. */
const PROOF = {
  name: 'proof of the walls',
  run: () => node(inModules('vitest/vitest.mjs'), 'run', '--reporter=dot', 'tests/architecture.test.ts'),
};

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function runChecks(checks = CHECKS) {
  let failed = 0;
  for (const { name, run } of checks) {
    const { ok, output } = await run().catch((error) => ({ ok: false, output: String(error.stack) }));
    console.log(`${ok ? '✓' : '✗'} ${name}`);
    if (ok) continue;
    failed += 1;
    console.log(output.trimEnd().replace(/^/gm, '  '));
  }
  return { passed: checks.length - failed, failed };
}

async function walls() {
  const { modules, unseen, violations } = await cruise(root);
  const complaints = [
    ...(modules.length === 0 ? ['no module was looked at'] : []),
    ...unseen.map((path) => `${path} was not looked at`),
    ...violations.map(({ rule, from, to, comment }) => `${rule}: ${from} → ${to}\n  ${comment}`),
  ];
  return { ok: complaints.length === 0, output: complaints.join('\n') };
}

/** @returns {Promise<{ ok: boolean, output: string }>} */
function node(...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (text) => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = await runChecks([...CHECKS, PROOF]);
  process.exitCode = failed === 0 ? 0 : 1;
}
