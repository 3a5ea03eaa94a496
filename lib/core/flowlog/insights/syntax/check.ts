/**
 * What the grammar cannot see: functions that do not exist, names that `stats` did not pass on, and the orders of
 * commands that AWS refuses.
 */

import { canonical, partsOf } from './canonical';
import { checkCall } from './check-call';
import { checkStats } from './check-stats';
import type { Argument, Command, Stats } from './query';
import type { QueryIssue } from './reader';
import { EVENT_SCOPE, type Scope, scopeAfter } from './scope';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Stats.html ("this quota can't be changed") */
const MOST_STATS = 2;

/** `hasGap`: a command between them could not be read, so that names may be missing. */
export function checkQuery(commands: readonly Command[], hasGap: boolean): readonly QueryIssue[] {
  const issues: QueryIssue[] = checkOrder(commands);
  let scope = EVENT_SCOPE;
  for (const command of commands) {
    issues.push(...checkCommand(command, hasGap ? { ...scope, isOpen: true } : scope));
    scope = scopeAfter(scope, command);
  }
  return issues;
}

function checkCommand(command: Command, scope: Scope): readonly QueryIssue[] {
  switch (command.kind) {
    case 'filter':
      return checkExpression(command.condition, scope);
    case 'fields':
    case 'display':
      return command.items.flatMap(({ expression }) => checkExpression(expression, scope));
    case 'sort':
      return command.keys.flatMap(({ expression }) => checkExpression(expression, scope));
    case 'dedup':
      return command.fields.flatMap((field) => checkExpression(field, scope));
    case 'parse':
      return checkExpression(command.from, scope);
    case 'stats':
      return [
        ...command.by.flatMap(({ expression }) => checkExpression(expression, scope)),
        ...checkStats(command, (expression) => checkExpression(expression, scope)),
      ];
    case 'limit':
      return [];
  }
}

/** Of one expression over events, or over what the last `stats` made of them. */
function checkExpression(expression: Argument, scope: Scope): readonly QueryIssue[] {
  if (scope.spellings.has(canonical(expression))) return [];
  if (expression.kind === 'field') {
    if (scope.isOpen) return [];
    const message = `\`${expression.name}\` is not known here: the \`stats\` before passes on only what it names`;
    return [{ at: expression.at, message, expected: scope.names.map((name) => `\`${name}\``) }];
  }
  const own = expression.kind === 'call' ? checkCall(expression, scope) : [];
  return own.length > 0 ? own : partsOf(expression).flatMap((part) => checkExpression(part, scope));
}

function checkOrder(commands: readonly Command[]): QueryIssue[] {
  const issues: QueryIssue[] = [];
  const refuse = ({ at }: Command, message: string, expected: readonly string[] = []): void => {
    issues.push({ at, message, expected });
  };
  const stats = commands.filter((command): command is Stats => command.kind === 'stats');
  for (const extra of stats.slice(MOST_STATS)) refuse(extra, `a query has at most ${MOST_STATS} \`stats\``);
  const second = stats[1];
  for (const command of second ? commands.slice(0, commands.indexOf(second)) : [])
    if (command.kind === 'sort' || command.kind === 'limit')
      refuse(command, `\`${command.kind}\` stands behind the second \`stats\`, not before it`);
  const dedup = commands.findIndex(({ kind }) => kind === 'dedup');
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Dedup.html
  for (const command of dedup < 0 ? [] : commands.slice(dedup + 1))
    if (command.kind !== 'limit') refuse(command, 'only `limit` may follow `dedup`', ['`limit`']);
  return issues;
}
