/** String functions. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html */
import { isTrue, toNumber, toText, type Value } from '../value';
import { optional, pure, type QueryFunction, value, values } from './function';

/** A missing text has no result, except where the function asks for just that. */
const ofText = (name: string, says: string, apply: (text: string) => Value): QueryFunction => ({
  name,
  parameters: [value('str')],
  says,
  result: name === 'strlen' ? 'number' : 'text',
  make: pure((text = null) => (text === null ? null : apply(toText(text)))),
});

const trimming = (name: string, says: string, atStart: boolean, atEnd: boolean): QueryFunction => ({
  name,
  parameters: [value('str'), optional('trimChars')],
  says,
  result: 'text',
  make: pure((text: Value = null, chars?: Value) => {
    if (text === null) return null;
    const whole = toText(text);
    const trims = (char: string): boolean =>
      chars === undefined ? char.trim() === '' : toText(chars).includes(char);
    let from = 0;
    let to = whole.length;
    while (atStart && from < to && trims(whole.charAt(from))) from++;
    while (atEnd && from < to && trims(whole.charAt(to - 1))) to--;
    return whole.slice(from, to);
  }),
});

/** 1 or 0, as AWS has it. */
const asking = (
  name: string,
  says: string,
  parameters: QueryFunction['parameters'],
  apply: (text: string, other: string, flag: boolean) => boolean,
): QueryFunction => ({
  name,
  parameters,
  says,
  result: 'number',
  make: pure((text: Value = null, other: Value = null, flag: Value = null) =>
    apply(toText(text), toText(other), isTrue(flag)) ? 1 : 0,
  ),
});

const SURROGATE = /[\ud800-\udfff]/;

function codePoints(text: string): number {
  if (!SURROGATE.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

export const TEXT_FUNCTIONS: readonly QueryFunction[] = [
  asking(
    'isempty',
    'Whether the field is missing or the empty text.',
    [value('fieldName')],
    (text) => text === '',
  ),
  asking(
    'isblank',
    'Whether the field is missing, empty, or nothing but white space.',
    [value('fieldName')],
    (text) => text.trim() === '',
  ),
  asking(
    'strcontains',
    'Whether a text contains another; a third argument that is true ignores case.',
    [value('str'), value('searchValue'), optional('caseInsensitive')],
    (text, other, ignoreCase) =>
      ignoreCase ? text.toLowerCase().includes(other.toLowerCase()) : text.includes(other),
  ),
  asking(
    'startsWith',
    'Whether a text begins with another.',
    [value('str'), value('searchValue')],
    (text, other) => text.startsWith(other),
  ),
  asking(
    'endsWith',
    'Whether a text ends with another.',
    [value('str'), value('searchValue')],
    (text, other) => text.endsWith(other),
  ),
  {
    name: 'concat',
    parameters: [values('str')],
    says: 'The texts one behind the other.',
    result: 'text',
    make: pure((...texts) => texts.map(toText).join('')),
  },
  trimming('trim', 'Without white space, or the given characters, at both ends.', true, true),
  trimming('ltrim', 'Without white space, or the given characters, on the left.', true, false),
  trimming('rtrim', 'Without white space, or the given characters, on the right.', false, true),
  ofText('strlen', 'The length in Unicode code points.', codePoints),
  ofText('toupper', 'In upper case.', (text) => text.toUpperCase()),
  ofText('tolower', 'In lower case.', (text) => text.toLowerCase()),
  {
    name: 'substr',
    parameters: [value('str'), value('startIndex'), optional('length')],
    says: 'The part from an index, counted from 0, to the end or of the given length.',
    result: 'text',
    make: pure((text: Value = null, start: Value = null, length?: Value) => {
      const from = toNumber(start);
      const count = length === undefined ? Number.POSITIVE_INFINITY : toNumber(length);
      if (text === null || from === null || count === null) return null;
      const first = Math.max(0, Math.trunc(from));
      return toText(text).slice(first, first + Math.max(0, Math.trunc(count)));
    }),
  },
  {
    name: 'replace',
    parameters: [value('fieldName'), value('searchValue'), value('replaceValue')],
    says: 'The text with every occurrence of the second one replaced by the third.',
    result: 'text',
    make: pure((text: Value = null, search: Value = null, replacement: Value = null) =>
      text === null ? null : toText(text).split(toText(search)).join(toText(replacement)),
    ),
  },
];
