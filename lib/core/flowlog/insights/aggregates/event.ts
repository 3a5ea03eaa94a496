/**
 * Aggregations that count events or pick a value of one. What is missing takes no part.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Stats.html
 */
import { optional, value } from '../functions/function';
import { compareKeys, sortKey } from '../natural-order';
import { toNumber, toText, type Value } from '../value';
import type { Accumulator, Aggregate } from './aggregate';

class Count implements Accumulator {
  private count = 0;

  add(value: Value): void {
    if (value !== null) this.count++;
  }

  result(): Value {
    return this.count;
  }
}

/** Exact, where AWS approximates many values; holds each of them once. */
class CountDistinct implements Accumulator {
  private readonly texts = new Set<string>();

  add(value: Value): void {
    if (value !== null) this.texts.add(toText(value));
  }

  result(): Value {
    return this.texts.size;
  }
}

/** The value that sorts first or last. */
class Extreme implements Accumulator {
  private best: Value = null;
  private key: Value = null;

  constructor(private readonly sign: 1 | -1) {}

  add(value: Value): void {
    if (value === null) return;
    const key = sortKey(value);
    if (this.best !== null && compareKeys(key, this.key) * this.sign >= 0) return;
    this.best = value;
    this.key = key;
  }

  result(): Value {
    return this.best;
  }
}

/** Of events with one timestamp the first that came is the earliest, and the last that came the latest. */
class InTime implements Accumulator {
  private found: Value = null;
  private at: number | null = null;

  constructor(private readonly sign: 1 | -1) {}

  add(value: Value, time: Value): void {
    const at = toNumber(time);
    if (value === null || at === null) return;
    const distance = this.at === null ? -1 : (at - this.at) * this.sign;
    if (distance > 0 || (distance === 0 && this.sign === 1)) return;
    this.found = value;
    this.at = at;
  }

  result(): Value {
    return this.found;
  }
}

const picking = (name: string, says: string, start: Aggregate['start'], isTimed = false): Aggregate => ({
  name,
  parameters: [value('fieldName')],
  says,
  result: 'argument',
  isTimed,
  start,
});

export const EVENT_AGGREGATES: readonly Aggregate[] = [
  {
    name: 'count',
    parameters: [optional('fieldName')],
    says: 'How many events there are, or how many have the field.',
    result: 'number',
    start: () => new Count(),
  },
  {
    name: 'count_distinct',
    parameters: [value('fieldName')],
    says: 'How many different values the field has.',
    result: 'number',
    start: () => new CountDistinct(),
  },
  picking('min', 'The smallest of the values.', () => new Extreme(1)),
  picking('max', 'The largest of the values.', () => new Extreme(-1)),
  picking('sortsFirst', 'The value that sorts first.', () => new Extreme(1)),
  picking('sortsLast', 'The value that sorts last.', () => new Extreme(-1)),
  picking('earliest', 'The value of the event with the earliest timestamp.', () => new InTime(1), true),
  picking('latest', 'The value of the event with the latest timestamp.', () => new InTime(-1), true),
];
