/** `limit`, and its older names `head` and `tail`. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Limit.html */
import type { Limit } from '../syntax/query';
import { type Kept, keep, release, type Sink, type Slots } from './sink';

export function limitSink<Row>({ count, keeps }: Limit, slots: Slots, next: Sink<Row>): Sink<Row> {
  return keeps === 'first' ? headSink(count, next) : tailSink(count, slots, next);
}

function headSink<Row>(count: number, next: Sink<Row>): Sink<Row> {
  let left = count;
  return {
    push: (row) => {
      if (left === 0) return false;
      left--;
      return next.push(row) && left > 0;
    },
    end: next.end,
  };
}

function tailSink<Row>(count: number, slots: Slots, next: Sink<Row>): Sink<Row> {
  const ring: Kept<Row>[] = [];
  let turn = 0;
  return {
    push: (row) => {
      ring[turn++ % count] = keep(row, slots);
      return true;
    },
    end: () => {
      const oldest = turn % count;
      release([...ring.slice(oldest), ...ring.slice(0, oldest)], slots, next);
    },
  };
}
