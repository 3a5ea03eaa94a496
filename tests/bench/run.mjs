/**
 * Runs every benchmark, or those named (`npm run bench network`), in one process and prints rates, and the ratio of each contender to the first of its group.
 * The files are bundled first, as they are for a browser or the command: a test runner's module wrapper would be
 * measured along with the code.
 */
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { Bench } from 'tinybench';

/** Rounds in which the contenders take turns, so that a busy minute of the machine meets all of them. */
const ROUNDS = 8;

const only = process.argv.slice(2);
const folder = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(folder, '../..');
const files = (await readdir(folder)).filter(
  (file) => file.endsWith('.bench.ts') && (only.length === 0 || only.includes(file.split('.')[0] ?? '')),
);
if (files.length === 0) throw new Error('there is nothing to measure');

for (const file of files) {
  const outfile = path.join(root, 'dist', `${file.slice(0, -3)}.mjs`);
  await build({
    entryPoints: [path.join(folder, file)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    alias: { '@': root },
    logLevel: 'warning',
  });
  /**
   * @type {{
   *   groups: Record<string, Record<string, () => unknown>>,
   *   perCall?: Record<string, number>,
   *   report?: () => string,
   * }}
   */
  const { groups, perCall = {}, report } = await import(pathToFileURL(outfile).href);
  for (const [name, contenders] of Object.entries(groups)) await run(name, contenders, perCall[name] ?? 1);
  if (report) console.log(`\n${report()}`);
  await rm(outfile);
}

/** `perCall`: how many things one call does; rates are theirs. */
async function run(name, contenders, perCall) {
  const samples = new Map(Object.keys(contenders).map((contender) => [contender, []]));
  for (let round = 0; round < ROUNDS; round++) {
    const bench = new Bench({ time: 150, warmupTime: round === 0 ? 300 : 20 });
    for (const [contender, measure] of Object.entries(contenders)) bench.add(contender, measure);
    await bench.run();
    for (const task of bench.tasks) samples.get(task.name).push(...samplesOf(task));
  }
  const rates = [...samples].map(([contender, latencies]) => {
    const sorted = latencies.sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)];
    return { name: contender, rate: perCall / (median / 1000), worst: sorted.at(-1) };
  });
  const first = rates[0]?.rate ?? Number.NaN;
  console.log(`\n${name}`);
  for (const { name: contender, rate, worst } of rates) {
    const ratio = `${(rate / first).toFixed(2)}x`.padEnd(9);
    console.log(
      `  ${contender.padEnd(34)} ${rate.toPrecision(4).padStart(12)} /s   ${ratio} worst ${worst.toPrecision(3)} ms`,
    );
  }
}

/** Milliseconds per call. Of several, the median is what other work on the machine disturbs least. */
function samplesOf({ result }) {
  if (!result || result.error) throw new Error('a benchmark failed', { cause: result?.error });
  return result.samples;
}
