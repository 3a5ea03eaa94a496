/** One of several processes' worth of comparing: is told a world, and answers what came of it. */
import { parentPort } from 'node:worker_threads';
import { invariant } from '@/lib/core/assert';
import { compareWorld, emptyTally } from './compare';

/** Of one world: many enough to meet its rows, few enough to see many worlds. */
const PACKETS = 2000;

invariant(parentPort, 'somebody has started this as a worker');
const port = parentPort;
port.on('message', (world: number) => {
  const tally = emptyTally();
  const reports: string[] = [];
  compareWorld(`agreement/${world}`, PACKETS, tally, (text) => reports.push(text));
  port.postMessage({ ...tally, reports });
});
