/** The engine behind a worker's door: takes one call at a time, and says in words what went wrong. */
import { answer } from './answer';
import type { Request, Response } from './protocol';

interface WorkerScope {
  onmessage: ((event: MessageEvent<Request>) => Promise<void>) | null;
  postMessage(message: Response): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = async ({ data: { id, name, takes } }) => {
  try {
    scope.postMessage({ id, gives: await answer(name, takes) });
  } catch (error) {
    scope.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
