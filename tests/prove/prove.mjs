/**
 * Proves every trap and level at length, on every core: `npm run prove -- --seeds 2000 --trap ephemeral-ports`. What is proven is kept in
 * `dist/prove.jsonl`, so that a run that was stopped goes on where it was; `--fresh` begins anew.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

const folder = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(folder, '../..');
const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    trap: { type: 'string', multiple: true },
    fresh: { type: 'boolean' },
  },
});
const seeds = Number(values.seeds ?? 2000);
if (!Number.isInteger(seeds) || seeds < 1) {
  console.error(`prove: --seeds \`${values.seeds}\` is no whole number from 1 on`);
  process.exit(2);
}

const bundle = async (name) => {
  const outfile = path.join(root, 'dist', `prove-${name}.mjs`);
  await build({
    entryPoints: [path.join(folder, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    alias: { '@': root },
    logLevel: 'warning',
  });
  return outfile;
};
mkdirSync(path.join(root, 'dist'), { recursive: true });
const [workerFile, listFile] = [await bundle('worker'), await bundle('list')];
const { VERSION, IDS } = await import(listFile);

const unknown = (values.trap ?? []).filter((id) => !IDS.includes(id));
if (unknown.length > 0) {
  console.error(`prove: no trap or level is named ${unknown.map((id) => `\`${id}\``).join(', ')}`);
  process.exit(2);
}
const traps = values.trap ?? IDS;

/** One line for each question that was proven, also by earlier runs of this version. */
const ledger = path.join(root, 'dist', 'prove.jsonl');
if (values.fresh) rmSync(ledger, { force: true });
const known = new Map();
if (existsSync(ledger)) {
  for (const line of readFileSync(ledger, 'utf8').split('\n')) {
    if (line === '') continue;
    const row = parsed(line);
    if (row?.version === VERSION) known.set(`${row.trap}~${row.seed}`, row);
  }
}

/** The last line of a run that was killed may be cut off. */
function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const jobs = traps.flatMap((trap) => Array.from({ length: seeds }, (_, i) => ({ trap, seed: `prove-${i}` })));
const waiting = jobs.filter(({ trap, seed }) => !known.has(`${trap}~${seed}`));
const began = performance.now();
let done = 0;

const work = () =>
  new Promise((resolve, reject) => {
    const worker = new Worker(workerFile);
    const hand = () => {
      const job = waiting.shift();
      if (job) worker.postMessage(job);
      else worker.terminate().then(resolve, reject);
    };
    worker.on('error', reject);
    worker.on('message', (row) => {
      const kept = { version: VERSION, ...row };
      known.set(`${row.trap}~${row.seed}`, kept);
      appendFileSync(ledger, `${JSON.stringify(kept)}\n`);
      done++;
      tellProgress();
      hand();
    });
    hand();
  });

const total = waiting.length;
function tellProgress() {
  if (!process.stderr.isTTY && done % 500 !== 0) return;
  const share = done / total;
  const left = ((performance.now() - began) / 1000 / done) * (total - done);
  const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '░');
  process.stderr.write(
    `\r${bar} ${done} of ${total}, ${Math.ceil(left)} s left   ${process.stderr.isTTY ? '' : '\n'}`,
  );
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
for (const file of [workerFile, listFile]) rmSync(file, { force: true });
if (process.stderr.isTTY) process.stderr.write('\n');

const rows = traps.map((trap) =>
  summary(
    trap,
    jobs.filter((job) => job.trap === trap).map(({ seed }) => known.get(`${trap}~${seed}`)),
  ),
);
const cells = rows.map(({ trap, proven, discards, chance, bot, keys }) => [
  trap,
  proven,
  discards,
  chance,
  bot,
  keys,
]);
const head = ['trap', 'proven', 'discarded', 'chance', 'best guesser', 'keys'];
const widths = head.map((name, i) => Math.max(name.length, ...cells.map((row) => row[i].length)));
for (const row of [head, widths.map((width) => '-'.repeat(width)), ...cells])
  console.log(
    row
      .map((text, i) => text.padEnd(widths[i]))
      .join('  ')
      .trimEnd(),
  );
for (const { trap, problems } of rows) for (const problem of problems) console.log(`${trap}: ${problem}`);
const failed = rows.filter(({ problems }) => problems.length > 0).length;
console.log(`${rows.length - failed} traps proven on ${seeds} seeds, ${failed} not`);
process.exitCode = failed === 0 ? 0 : 1;

function summary(trap, outcomes) {
  const mean = (of) => outcomes.reduce((sum, one) => sum + of(one), 0) / outcomes.length;
  const percent = (share) => `${(100 * share).toFixed(1)} %`;
  const failures = outcomes.filter(({ failure }) => failure !== undefined);
  const draws = outcomes.reduce((sum, { discarded }) => sum + discarded.length, 0);
  const rate = draws / (draws + outcomes.length);
  const chance = mean((one) => one.chance);
  const bots = Object.keys(outcomes[0]?.wins ?? {}).map((name) => [
    name,
    mean((one) => one.wins[name] ?? 0) - chance,
  ]);
  const [bot = 'nobody', beyond = 0] = bots.sort(([, a], [, b]) => b - a)[0] ?? [];
  // Beside 5 % what chance alone brings among so many draws: four standard deviations.
  const bound = 0.05 + 4 * Math.sqrt((chance * (1 - chance)) / outcomes.length);
  const counts = new Map();
  for (const { key } of outcomes) counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    trap,
    proven: `${outcomes.length - failures.length} of ${outcomes.length}`,
    discards: percent(rate),
    chance: percent(chance),
    bot: `${bot} ${beyond >= 0 ? '+' : ''}${percent(beyond)}`,
    keys: [...counts]
      .sort()
      .map(([key, count]) => `${key} ${percent(count / outcomes.length)}`)
      .join(', '),
    problems: [
      ...failures.slice(0, 3).map(({ seed, failure }) => `${seed}: ${failure}`),
      ...(rate < 0.3 ? [] : [`${percent(rate)} of its draws are discarded`]),
      ...(beyond <= bound ? [] : [`${bot} wins ${percent(beyond)} more than chance`]),
    ],
  };
}
