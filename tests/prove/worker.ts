/** Proves questions in a worker: it is handed a trap and a seed, and answers with what came of it. */
import { parentPort } from 'node:worker_threads';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { type Outcome, proveQuestion } from './prove-question';

export interface Job {
  readonly trap: string;
  readonly seed: string;
}

parentPort?.on('message', ({ trap, seed }: Job) => {
  const found = TRAPS.find(({ id }) => id === trap);
  const outcome: Outcome = found
    ? proveQuestion(found, seed)
    : { failure: `no trap is named ${trap}`, discarded: [], wins: {}, chance: 0, key: '' };
  parentPort?.postMessage({ trap, seed, ...outcome });
});
