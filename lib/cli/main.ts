/** `flowtrap`: the simulator for terminals and scripts. */
import { once } from 'node:events';
import { runAnalyze } from './analyze';
import { CliError } from './cli-error';
import { runDiff } from './diff';
import { runExposure } from './exposure';
import { runFaults } from './faults';
import { runGrade } from './grade';
import { runProbe } from './probe';
import { runQuery } from './query';
import { runRead } from './read';
import { runScenario } from './scenario';
import { runSchema } from './schema';
import { runSimulate } from './simulate';
import { runTraps } from './traps';
import { USAGE } from './usage';

/** Text, or pieces of it as they come. */
type Output = string | AsyncIterable<string>;

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Output | Promise<Output>>> = {
  probe: runProbe,
  analyze: runAnalyze,
  diff: runDiff,
  exposure: runExposure,
  simulate: runSimulate,
  read: runRead,
  query: runQuery,
  faults: runFaults,
  traps: runTraps,
  scenario: runScenario,
  grade: runGrade,
  schema: runSchema,
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    // Asked for, it is the answer; else it says what was missing.
    (name === undefined ? process.stderr : process.stdout).write(USAGE);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    process.stderr.write(
      `flowtrap: there is no command \`${name}\`; use ${Object.keys(COMMANDS).join(', ')}\n`,
    );
    return 2;
  }
  try {
    await print(args.includes('--help') || args.includes('-h') ? USAGE : await command(args));
    return 0;
  } catch (error) {
    if (error instanceof CliError) {
      process.stderr.write(error.message.endsWith('\n') ? error.message : `${error.message}\n`);
      return 2;
    }
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`flowtrap: this is our mistake, not yours: ${reason}\n`);
    return 1;
  }
}

/** Waits for a slow reader, so that nothing piles up here. */
async function print(output: Output): Promise<void> {
  for await (const text of typeof output === 'string' ? [output] : output) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}

/** A reader that stops early (`| head`) is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
