/**
 * The agreement of analyzer and simulator at length: `npm run bench:agreement -- --packets 1000000 --from 0`. Prints
 * `N packets, N disagreements`, and each disagreement with the seed that shows it.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const folder = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(folder, '../..');
const { values } = parseArgs({ options: { packets: { type: 'string' }, from: { type: 'string' } } });
const wanted = Number(values.packets ?? 10_000_000);
const outfile = path.join(root, 'dist', 'agreement.mjs');

await build({
  entryPoints: [path.join(root, 'tests/agreement/compare.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  alias: { '@': root },
  logLevel: 'warning',
});
const { compareWorld } = await import(pathToFileURL(outfile).href);
await rm(outfile);

/** Of one world: many enough to meet its rows, few enough to see many worlds. */
const PACKETS = 2000;
const tally = { packets: 0, disagreements: 0, outcomes: new Map() };
for (let world = Number(values.from ?? 0); tally.packets < wanted; world++) {
  compareWorld(`agreement/${world}`, PACKETS, tally, (text) => console.log(text));
}
console.log(`${tally.packets} packets, ${tally.disagreements} disagreements`);
process.exitCode = tally.disagreements === 0 ? 0 : 1;
