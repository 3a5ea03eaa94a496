/**
 * The agreement of analyzer and simulator at length: `npm run bench:agreement -- --packets 1000000 --from 0`. Prints
 * `N packets, N disagreements`, what was met on the way, and each disagreement with the seed that shows it.
 */
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

const folder = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(folder, '../..');
const { values } = parseArgs({ options: { packets: { type: 'string' }, from: { type: 'string' } } });
const wanted = Number(values.packets ?? 10_000_000);
const outfile = path.join(root, 'dist', 'agreement.mjs');

await build({
  entryPoints: [path.join(root, 'tests/agreement/worker.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  alias: { '@': root },
  logLevel: 'warning',
});

const first = Number(values.from ?? 0);
let next = first;
const sum = { packets: 0, disagreements: 0, steps: new Map() };
const began = performance.now();

/** Hands one world after the other to a worker, until enough packets have been seen. */
const work = () =>
  new Promise((resolve, reject) => {
    const worker = new Worker(outfile);
    const hand = () => {
      if (sum.packets < wanted) worker.postMessage(next++);
      else worker.terminate().then(resolve, reject);
    };
    worker.on('error', reject);
    worker.on('message', ({ packets, disagreements, steps, reports }) => {
      sum.packets += packets;
      sum.disagreements += disagreements;
      for (const [kind, count] of steps) sum.steps.set(kind, (sum.steps.get(kind) ?? 0) + count);
      for (const text of reports) console.log(text);
      hand();
    });
    hand();
  });
await Promise.all(Array.from({ length: availableParallelism() }, work));
await rm(outfile);

const seconds = (performance.now() - began) / 1000;
const kinds = [...sum.steps]
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([kind, count]) => `${kind} ${count}`);
console.log(`worlds ${first} to ${next - 1}, ${seconds.toFixed(0)} s; judgements: ${kinds.join(', ')}`);
console.log(`${sum.packets} packets, ${sum.disagreements} disagreements`);
process.exitCode = sum.disagreements === 0 ? 0 : 1;
