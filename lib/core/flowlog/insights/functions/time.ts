/** Datetime functions. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html */
import { invariant } from '../../../assert';
import { ceilTo, floorTo, type Period } from '../period';
import { toNumber, type Value } from '../value';
import { period, pure, type QueryFunction, value } from './function';

/** What `Date` can hold: some 270,000 years around 1970. */
const FARTHEST = 8.64e15;

const bounded =
  (bound: (time: number, period: Period) => number): QueryFunction['make'] =>
  ({ period: stretch }) => {
    invariant(stretch, 'a call without its period is refused at the door');
    return (timestamp: Value = null) => {
      const time = toNumber(timestamp);
      return time === null || Math.abs(time) > FARTHEST ? null : bound(time, stretch);
    };
  };

export const TIME_FUNCTIONS: readonly QueryFunction[] = [
  {
    name: 'bin',
    parameters: [period],
    says: 'The period that @timestamp lies in, as the time it begins.',
    result: 'timestamp',
    reads: '@timestamp',
    make: bounded(floorTo),
  },
  {
    name: 'datefloor',
    parameters: [value('timestamp'), period],
    says: 'The timestamp down to the beginning of its period.',
    result: 'timestamp',
    make: bounded(floorTo),
  },
  {
    name: 'dateceil',
    parameters: [value('timestamp'), period],
    says: 'The timestamp up to the beginning of the next period.',
    result: 'timestamp',
    make: bounded(ceilTo),
  },
  {
    name: 'fromMillis',
    parameters: [value('fieldName')],
    says: 'The timestamp that so many milliseconds since 1970 are.',
    result: 'timestamp',
    make: pure((milliseconds = null) => toNumber(milliseconds)),
  },
  {
    name: 'toMillis',
    parameters: [value('fieldName')],
    says: 'A timestamp in milliseconds since 1970.',
    result: 'number',
    make: pure((timestamp = null) => toNumber(timestamp)),
  },
  {
    name: 'now',
    parameters: [],
    says: 'When the query was started, in seconds since 1970.',
    result: 'number',
    make: ({ now }) => {
      const seconds = Math.floor(now / 1000);
      return () => seconds;
    },
  },
];
