/**
 * The grammar of each command. Commands and their words answer to any case: AWS writes `stats … by` and `STATS … BY`.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
import { type Place, readExpression } from './expression';
import { readFieldReference, readName } from './name';
import { readParse } from './parse-command';
import type { Command, Fields, Item, SortKey, Stats } from './query';
import type { Reader } from './reader';
import type { At, Token } from './token';

export const COMMANDS = [
  'fields',
  'filter',
  'stats',
  'sort',
  'limit',
  'parse',
  'dedup',
  'display',
  'head',
  'tail',
] as const;
export type CommandName = (typeof COMMANDS)[number];

/** AWS's other commands. */
const NOT_HERE: readonly string[] = [
  ...['accum', 'addtotals', 'anomaly', 'diff', 'filterindex', 'join', 'json', 'lookup', 'pattern', 'source'],
  ...['unmask', 'unnest'],
];

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Limit.html */
const MOST_ROWS = 100_000;

type CommandReader = (reader: Reader, token: Token) => Command;

const READERS: Readonly<Record<CommandName, CommandReader>> = {
  fields: (reader, { at }) => readFields(reader, 'fields', at),
  display: (reader, { at }) => readFields(reader, 'display', at),
  filter: (reader, { at }) => ({
    kind: 'filter',
    condition: readExpression(reader, 'event'),
    at: since(at, reader),
  }),
  parse: (reader, { at }) => readParse(reader, at),
  stats: (reader, { at }) => readStats(reader, at),
  sort: (reader, { at }) => readSort(reader, at),
  dedup: (reader, { at }) => ({
    kind: 'dedup',
    fields: readList(reader, () => readFieldReference(reader)),
    at: since(at, reader),
  }),
  limit: (reader, { at }) => readLimit(reader, at, 'first'),
  // Older names of `limit`; AWS's page no longer has them.
  head: (reader, { at }) => readLimit(reader, at, 'first'),
  tail: (reader, { at }) => readLimit(reader, at, 'last'),
};

/** `undefined` after an issue. */
export function readCommand(reader: Reader): Command | undefined {
  reader.beginCommand();
  const { token } = reader;
  const word = token.kind === 'word' ? token.text.toLowerCase() : '';
  const name = COMMANDS.find((command) => command === word);
  if (!name) {
    reader.wants({ kind: 'command' });
    if (NOT_HERE.includes(word)) reader.fail(`\`${word}\` is a command of AWS's that is not available here`);
    else reader.fail();
    return undefined;
  }
  reader.next();
  const command = READERS[name](reader, token);
  reader.wants({ kind: 'symbol', text: '|' });
  if (reader.token.kind !== 'end' && !reader.isSymbol('|')) reader.fail();
  return reader.failed ? undefined : command;
}

function readFields(reader: Reader, kind: Fields['kind'], at: At): Command {
  return { kind, items: readList(reader, () => readItem(reader, 'event')), at: since(at, reader) };
}

function readStats(reader: Reader, at: At): Stats {
  const items = readList(reader, () => readItem(reader, 'stats'));
  const by = reader.takeWord('by') ? readList(reader, () => readItem(reader, 'event')) : [];
  return { kind: 'stats', items, by, at: since(at, reader) };
}

/** `sort by x` is not on AWS's page of the command, but in queries that AWS publishes. */
function readSort(reader: Reader, at: At): Command {
  if (reader.isWord('by')) reader.next();
  const keys = readList(reader, (): SortKey => {
    const expression = readExpression(reader, 'event');
    const descending = reader.takeWord('desc') !== undefined;
    if (!descending) reader.takeWord('asc');
    return { expression, descending };
  });
  return { kind: 'sort', keys, at: since(at, reader) };
}

function readLimit(reader: Reader, at: At, keeps: 'first' | 'last'): Command {
  const any = keeps === 'first' && reader.takeWord('any') !== undefined;
  const number = reader.take('number');
  if (!number) {
    reader.wants({ kind: 'number' });
    reader.fail();
  }
  const count = Number(number?.text ?? 1);
  if (number && !(Number.isInteger(count) && count >= 1 && count <= MOST_ROWS))
    reader.failAt(number.at, `a limit is a whole number from 1 to ${MOST_ROWS}`);
  return { kind: 'limit', count, keeps, any, at: since(at, reader) };
}

function readItem(reader: Reader, place: Place): Item {
  const expression = readExpression(reader, place);
  const at = { from: expression.at.from, to: reader.lastEnd };
  const written = expression.kind === 'field' ? expression.name : reader.slice(at).replace(/\s+/g, ' ');
  const alias = reader.takeWord('as') ? readName(reader) : undefined;
  return { expression, name: alias ?? written, hasAlias: alias !== undefined, at: since(at, reader) };
}

function readList<T>(reader: Reader, readOne: () => T): readonly T[] {
  const list: T[] = [];
  do list.push(readOne());
  while (reader.takeSymbol(','));
  return list;
}

function since({ from }: At, reader: Reader): At {
  return { from, to: reader.lastEnd };
}
