/** The page's side of the engine, against a worker of the test's own: order, errors, and what a cancelled call leaves behind. */
import { describe, expect, it } from 'vitest';
import { EngineClient, EngineError, type EngineWorker } from '@/lib/browser/engine/client';
import type { Request } from '@/lib/browser/engine/protocol';

class FakeWorker implements EngineWorker {
  onmessage: EngineWorker['onmessage'] = null;
  onerror: EngineWorker['onerror'] = null;
  readonly received: Request[] = [];
  isTerminated = false;
  postMessage(message: Request): void {
    this.received.push(message);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  answer(id: number, spent: number): void {
    this.onmessage?.({ data: { id, gives: { spent, cheapest: 0, isExact: true } } } as MessageEvent);
  }
}

const CASE = { of: { kind: 'trap', id: 'reflection-ssh' }, seed: 'a', opened: [] } as const;

function started() {
  const workers: FakeWorker[] = [];
  const client = new EngineClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  const last = (): FakeWorker => {
    const worker = workers.at(-1);
    if (!worker) throw new Error('no worker was started');
    return worker;
  };
  return { client, workers, last };
}

describe('a call', () => {
  it('starts no worker before it, and one for all', async () => {
    const { client, workers, last } = started();
    expect(workers).toHaveLength(0);
    const first = client.call('cost', CASE);
    last().answer(1, 3);
    const second = client.call('cost', CASE);
    last().answer(2, 4);
    expect([(await first).spent, (await second).spent]).toEqual([3, 4]);
    expect(workers).toHaveLength(1);
  });

  it('waits until the one before it is answered', async () => {
    const { client, last } = started();
    const [first, second] = [client.call('cost', CASE), client.call('cost', CASE)];
    expect(last().received).toHaveLength(1);
    last().answer(1, 1);
    await first;
    expect(last().received.map(({ id }) => id)).toEqual([1, 2]);
    last().answer(2, 2);
    expect((await second).spent).toBe(2);
  });

  it('says what the engine says when it fails, and goes on', async () => {
    const { client, last, workers } = started();
    const wrong = client.call('cost', CASE);
    last().onmessage?.({ data: { id: 1, error: 'no such case' } } as MessageEvent);
    await expect(wrong).rejects.toThrow(new EngineError('no such case'));
    const next = client.call('cost', CASE);
    last().answer(2, 0);
    expect((await next).spent).toBe(0);
    expect(workers).toHaveLength(1);
  });

  it('is told when its worker breaks, and the next call gets a new one', async () => {
    const { client, last, workers } = started();
    const lost = client.call('cost', CASE);
    last().onerror?.({ message: '' } as ErrorEvent);
    await expect(lost).rejects.toThrow('The engine stopped');
    const next = client.call('cost', CASE);
    expect(workers).toHaveLength(2);
    last().answer(2, 5);
    expect((await next).spent).toBe(5);
  });
});

describe('a cancelled call', () => {
  it('ends the worker that computes it, and no other call', async () => {
    const { client, last, workers } = started();
    const control = new AbortController();
    const [long, waiting] = [client.call('cost', CASE, control.signal), client.call('cost', CASE)];
    control.abort();
    await expect(long).rejects.toThrow();
    expect(workers[0]?.isTerminated).toBe(true);
    last().answer(2, 7);
    expect((await waiting).spent).toBe(7);
  });

  it('never reaches the worker while it waits', async () => {
    const { client, last } = started();
    const control = new AbortController();
    const running = client.call('cost', CASE);
    const waiting = client.call('cost', CASE, control.signal);
    control.abort();
    await expect(waiting).rejects.toThrow();
    last().answer(1, 1);
    await running;
    expect(last().received).toHaveLength(1);
    expect(last().isTerminated).toBe(false);
  });

  it('that was cancelled before it began never begins', async () => {
    const { client, workers } = started();
    await expect(client.call('cost', CASE, AbortSignal.abort())).rejects.toThrow();
    expect(workers).toHaveLength(0);
  });
});

it('closing tells whoever waits', async () => {
  const { client, last } = started();
  const [first, second] = [client.call('cost', CASE), client.call('cost', CASE)];
  client.close();
  await expect(first).rejects.toThrow(EngineError);
  await expect(second).rejects.toThrow(EngineError);
  expect(last().isTerminated).toBe(true);
});
