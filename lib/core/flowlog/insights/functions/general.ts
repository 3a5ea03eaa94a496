/** General functions. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html */
import { isTrue, toNumber, type Value } from '../value';
import { pure, type QueryFunction, value, values } from './function';

/** Conditions and values in turn; an odd one at the end is the default. */
function firstTrue(...branches: readonly Value[]): Value {
  for (let i = 0; i + 1 < branches.length; i += 2)
    if (isTrue(branches[i] ?? null)) return branches[i + 1] ?? null;
  return branches.length % 2 === 1 ? (branches.at(-1) ?? null) : null;
}

export const GENERAL_FUNCTIONS: readonly QueryFunction[] = [
  {
    name: 'ispresent',
    parameters: [value('fieldName')],
    says: 'Whether the event has the field.',
    result: 'number',
    make: pure((field = null) => (field === null ? 0 : 1)),
  },
  {
    name: 'coalesce',
    parameters: [values('fieldName')],
    says: 'The first of the fields that the event has.',
    result: 'argument',
    make: pure((...fields) => fields.find((field) => field !== null) ?? null),
  },
  {
    name: 'if',
    parameters: [value('condition'), value('trueValue'), value('falseValue')],
    says: 'One value where the condition is true, and the other where it is not.',
    result: 'argument',
    make: pure(firstTrue),
  },
  {
    name: 'case',
    parameters: [value('condition'), value('value'), { ...values('condition, value'), isOptional: true }],
    says: 'The value behind the first condition that is true, or the last value where none is.',
    result: 'argument',
    make: pure(firstTrue),
  },
  {
    name: 'isNumeric',
    parameters: [value('fieldName')],
    says: 'Whether the field reads as a number.',
    result: 'number',
    make: pure((field = null) => (toNumber(field) === null ? 0 : 1)),
  },
];
