/** Numeric functions. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html */
import { finite, toNumber, type Value } from '../value';
import { optional, pure, type QueryFunction, value, values } from './function';

/** Of one number; what is no number has no result. */
const ofNumber = (name: string, says: string, apply: (number: number) => number): QueryFunction => ({
  name,
  parameters: [value('a')],
  says,
  result: 'number',
  make: pure((argument = null) => {
    const number = toNumber(argument);
    return number === null ? null : finite(apply(number));
  }),
});

/** Of those arguments that are numbers; AWS does not say what a missing one does. */
const ofNumbers = (name: string, says: string, apply: (...numbers: number[]) => number): QueryFunction => ({
  name,
  parameters: [values('a')],
  says,
  result: 'number',
  make: pure((...given) => {
    const numbers = given.map(toNumber).filter((number) => number !== null);
    return numbers.length === 0 ? null : apply(...numbers);
  }),
});

const round = (number: number, decimals: number): number => {
  const scale = 10 ** Math.max(-15, Math.min(15, Math.trunc(decimals)));
  return Math.round(number * scale) / scale;
};

export const NUMBER_FUNCTIONS: readonly QueryFunction[] = [
  ofNumber('abs', 'The distance from zero.', Math.abs),
  ofNumber('ceil', 'The next whole number upwards.', Math.ceil),
  ofNumber('floor', 'The next whole number downwards.', Math.floor),
  ofNumber('log', 'The natural logarithm.', Math.log),
  ofNumber('sqrt', 'The square root.', Math.sqrt),
  ofNumbers('greatest', 'The largest of the arguments.', Math.max),
  ofNumbers('least', 'The smallest of the arguments.', Math.min),
  {
    name: 'round',
    parameters: [value('a'), optional('decimals')],
    says: 'The nearest whole number, or the nearest with so many decimals.',
    result: 'number',
    make: pure((a: Value = null, decimals: Value = 0) => {
      const number = toNumber(a);
      const places = toNumber(decimals);
      return number === null || places === null ? null : finite(round(number, places));
    }),
  },
  {
    name: 'toNumber',
    parameters: [value('fieldName')],
    says: 'The number that a text reads as.',
    result: 'number',
    make: pure((text = null) => toNumber(text)),
  },
];
