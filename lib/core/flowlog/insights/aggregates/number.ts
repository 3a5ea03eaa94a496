/**
 * Aggregations that compute. What is missing or no number takes no part; a group without any number has no result.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Stats.html
 */
import { value } from '../functions/function';
import { toNumber, type Value } from '../value';
import type { Accumulator, Aggregate } from './aggregate';

class Sum implements Accumulator {
  protected sum = 0;
  protected count = 0;

  add(value: Value): void {
    const number = toNumber(value);
    if (number === null) return;
    this.sum += number;
    this.count++;
  }

  result(): Value {
    return this.count === 0 ? null : this.sum;
  }
}

class Average extends Sum {
  override result(): Value {
    return this.count === 0 ? null : this.sum / this.count;
  }
}

/** In one pass. Distances from the first value keep the sums small, and those of whole numbers exact. */
class Deviation implements Accumulator {
  private first: number | undefined;
  private count = 0;
  private distances = 0;
  private squares = 0;

  add(value: Value): void {
    const number = toNumber(value);
    if (number === null) return;
    this.first ??= number;
    const distance = number - this.first;
    this.count++;
    this.distances += distance;
    this.squares += distance * distance;
  }

  result(): Value {
    if (this.count === 0) return null;
    const variance = (this.squares - (this.distances * this.distances) / this.count) / this.count;
    return Math.sqrt(Math.max(0, variance));
  }
}

/** Holds every number of the group, eight bytes each. */
class Percentile implements Accumulator {
  private numbers = new Float64Array(16);
  private count = 0;

  constructor(private readonly percent: number) {}

  add(value: Value): void {
    const number = toNumber(value);
    if (number === null) return;
    if (this.count === this.numbers.length) {
      const larger = new Float64Array(this.count * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.count++] = number;
  }

  result(): Value {
    if (this.count === 0) return null;
    const sorted = this.numbers.subarray(0, this.count).sort();
    return sorted[Math.max(0, Math.ceil((this.percent / 100) * this.count) - 1)] ?? null;
  }
}

const isPercent = (literal: string | number): string | undefined =>
  typeof literal === 'number' && literal <= 100 ? undefined : `\`${literal}\` is no percentage from 0 to 100`;

export const NUMBER_AGGREGATES: readonly Aggregate[] = [
  {
    name: 'sum',
    parameters: [value('fieldName')],
    says: 'The sum of the values; beyond 2^53 to some 16 digits.',
    result: 'number',
    start: () => new Sum(),
  },
  {
    name: 'avg',
    parameters: [value('fieldName')],
    says: 'The average of the values.',
    result: 'number',
    start: () => new Average(),
  },
  {
    // AWS does not say whether it divides by n or n - 1; this is the deviation of the values themselves, by n.
    name: 'stddev',
    parameters: [value('fieldName')],
    says: 'The standard deviation of the values.',
    result: 'number',
    start: () => new Deviation(),
  },
  {
    // One of the values, the nearest rank; AWS may answer with an approximation.
    name: 'pct',
    parameters: [value('fieldName'), { name: 'percent', check: isPercent }],
    says: 'The value below which so many percent of the values lie.',
    result: 'number',
    start: (percent) => new Percentile(percent),
  },
];
