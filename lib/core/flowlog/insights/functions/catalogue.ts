/** All functions that a query may call, by name in any case. */
import { ADDRESS_FUNCTIONS } from './address';
import type { QueryFunction } from './function';
import { GENERAL_FUNCTIONS } from './general';
import { NUMBER_FUNCTIONS } from './number';
import { TEXT_FUNCTIONS } from './text';
import { TIME_FUNCTIONS } from './time';

export const FUNCTIONS: readonly QueryFunction[] = [
  ...GENERAL_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...ADDRESS_FUNCTIONS,
  ...TIME_FUNCTIONS,
];

const BY_NAME = new Map(FUNCTIONS.map((each) => [each.name.toLowerCase(), each]));

export function functionNamed(name: string): QueryFunction | undefined {
  return BY_NAME.get(name.toLowerCase());
}

/** AWS's other functions, which are about JSON, encodings, places on Earth and ways of writing dates. */
const NOT_HERE: ReadonlySet<string> = new Set([
  ...['base64decode', 'base64encode', 'dectohex', 'formatdate', 'haversine', 'hextoascii', 'hextodec'],
  ...['ispublicip', 'isreservedip', 'jsonarraycontains', 'jsonarraysize', 'jsonparse', 'jsonstringify'],
  ...[
    'messagesize',
    'parsedate',
    'queryendtime',
    'querystarttime',
    'querytimerange',
    'regexreplace',
    'split',
  ],
  ...['strftime', 'todouble', 'toint', 'tolong', 'urldecode', 'urlencode'],
]);

export function isNotHere(name: string): boolean {
  return NOT_HERE.has(name.toLowerCase());
}
