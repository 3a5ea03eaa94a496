/** Runs Next in a process of its own that ends when ours is told to end. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/**
 * @param {string[]} args of `next`
 * @param {(text: string) => void} [onOutput] gets what it prints; without it, the terminal does
 * @returns {{ ended: Promise<number> }} resolves to the exit code, 128 + n after signal n
 */
export function runNext(args, onOutput) {
  // Next's own file and not `npx next`: a signal to npx would leave the server listening.
  const child = spawn(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  const forward = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  if (onOutput) {
    child.stdout.setEncoding('utf8').on('data', onOutput);
    child.stderr.setEncoding('utf8').on('data', onOutput);
  }
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const each of SIGNALS) process.off(each, forward);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
  return { ended };
}
