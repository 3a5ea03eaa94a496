/** Proves questions in a worker: it is handed a trap or a level and a seed, and answers with what came of it. */
import { parentPort } from 'node:worker_threads';
import { parseCaseOf } from '@/lib/core/quiz/generate/open-case';
import { type Outcome, proveQuestion } from './prove-question';

export interface Job {
  readonly trap: string;
  readonly seed: string;
}

parentPort?.on('message', ({ trap, seed }: Job) => {
  const found = parseCaseOf(trap);
  const outcome: Outcome = found
    ? proveQuestion(found, seed)
    : { failure: `nothing is named ${trap}`, discarded: [], wins: {}, chance: 0, key: '' };
  parentPort?.postMessage({ trap, seed, ...outcome });
});
