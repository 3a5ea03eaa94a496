/** The commands of a query with those that AWS adds when nobody wrote them. */
import type { Command, Limit } from '../syntax/query';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Limit.html */
export const DEFAULT_LIMIT = 10_000;

const NOWHERE = { from: 0, to: 0 };

/** The latest events come first: documented for `dedup`, and what the console shows. */
const LATEST_FIRST: Command = {
  kind: 'sort',
  keys: [{ expression: { kind: 'field', name: '@timestamp', at: NOWHERE }, descending: true }],
  at: NOWHERE,
};

const FIRST_ROWS: Limit = { kind: 'limit', count: DEFAULT_LIMIT, keeps: 'first', any: false, at: NOWHERE };

export function planOf(commands: readonly Command[]): readonly Command[] {
  const stats = commands.findIndex(({ kind }) => kind === 'stats');
  const events = stats < 0 ? commands : commands.slice(0, stats);
  const rest = stats < 0 ? [] : commands.slice(stats);
  const ordered = stats < 0 || events.some(isCut) ? inOrder(events) : events;
  const isLimited = (stats < 0 ? events : commands.slice(lastStats(commands))).some(
    ({ kind }) => kind === 'limit',
  );
  return [...ordered, ...rest, ...(isLimited ? [] : [FIRST_ROWS])];
}

/** Events get their order before anything depends on it. */
function inOrder(events: readonly Command[]): readonly Command[] {
  const first = events.findIndex((command) => command.kind === 'sort' || isCut(command));
  const command = events[first];
  if (!command) return [...events, LATEST_FIRST];
  const needsNone = command.kind === 'sort' || (command.kind === 'limit' && command.any);
  return needsNone ? events : [...events.slice(0, first), LATEST_FIRST, ...events.slice(first)];
}

function isCut({ kind }: Command): boolean {
  return kind === 'limit' || kind === 'dedup';
}

function lastStats(commands: readonly Command[]): number {
  return commands.findLastIndex(({ kind }) => kind === 'stats');
}

/** How many rows behind a `sort` can still be wanted. */
export function wantedBehind(commands: readonly Command[]): number {
  for (const command of commands) {
    if (command.kind === 'limit' && command.keeps === 'first') return command.count;
    if (command.kind !== 'fields' && command.kind !== 'display' && command.kind !== 'parse') break;
  }
  return Number.POSITIVE_INFINITY;
}
