/** The page's side of the engine: a worker that starts with the first call, one call in it at a time, and calls that can be cancelled. */
import type { CallName, Gives, Request, Response, Takes } from './protocol';

/** What a Worker is to us; tests bring their own. */
export interface EngineWorker {
  postMessage(message: Request): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Response>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface Waiting {
  readonly request: Request;
  resolve(gives: never): void;
  reject(error: Error): void;
}

/** The engine itself failed; `message` is for a person. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

const STOPPED = 'The engine stopped. Try it again: what you opened and chose is kept.';

export class EngineClient {
  readonly #start: () => EngineWorker;
  #worker: EngineWorker | undefined;
  #running: Waiting | undefined;
  #queue: Waiting[] = [];
  #lastId = 0;

  constructor(start: () => EngineWorker) {
    this.#start = start;
  }

  /** Rejects with an `EngineError`, or with the signal's reason once it is aborted. */
  call<Name extends CallName>(name: Name, takes: Takes<Name>, signal?: AbortSignal): Promise<Gives<Name>> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      this.#lastId += 1;
      const waiting: Waiting = { request: { id: this.#lastId, name, takes }, resolve, reject };
      this.#queue.push(waiting);
      signal?.addEventListener('abort', () => this.#cancel(waiting, signal.reason), { once: true });
      this.#next();
    });
  }

  /** Ends the worker; whoever still waits is told. */
  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const left = [...(this.#running ? [this.#running] : []), ...this.#queue];
    this.#running = undefined;
    this.#queue = [];
    for (const { reject } of left) reject(new EngineError(STOPPED));
  }

  #next(): void {
    if (this.#running) return;
    this.#running = this.#queue.shift();
    if (this.#running) this.#opened().postMessage(this.#running.request);
  }

  #opened(): EngineWorker {
    if (this.#worker) return this.#worker;
    const worker = this.#start();
    worker.onmessage = ({ data }) => this.#answered(data);
    worker.onerror = (event) => this.#failed(event.message || STOPPED);
    this.#worker = worker;
    return worker;
  }

  #answered(response: Response): void {
    const running = this.#running;
    if (!running || running.request.id !== response.id) return;
    this.#running = undefined;
    if ('error' in response) running.reject(new EngineError(response.error));
    else running.resolve(response.gives as never);
    this.#next();
  }

  /** A worker that threw outside of a call, or could not be loaded, is started anew with the next call. */
  #failed(message: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const running = this.#running;
    this.#running = undefined;
    running?.reject(new EngineError(message));
    this.#next();
  }

  /** What computes cannot be interrupted from outside: its worker is ended. */
  #cancel(waiting: Waiting, reason: unknown): void {
    const error = reason instanceof Error ? reason : new EngineError(STOPPED);
    if (this.#running === waiting) {
      this.#worker?.terminate();
      this.#worker = undefined;
      this.#running = undefined;
      waiting.reject(error);
      this.#next();
    } else if (this.#queue.includes(waiting)) {
      this.#queue = this.#queue.filter((one) => one !== waiting);
      waiting.reject(error);
    }
  }
}
