/** What AWS does with a query, and its author may not expect. */
import { partsOf } from '../syntax/canonical';
import type { Argument, Command } from '../syntax/query';
import type { At } from '../syntax/token';

export interface QueryNotice {
  readonly at: At;
  readonly message: string;
}

export function noticesOf(commands: readonly Command[]): readonly QueryNotice[] {
  return commands.flatMap(expressionsOf).flatMap(cappedPeriods);
}

function cappedPeriods(expression: Argument): readonly QueryNotice[] {
  if (expression.kind !== 'period') return partsOf(expression).flatMap(cappedPeriods);
  const { count, unit, asked } = expression.period;
  if (asked === undefined) return [];
  const message = `AWS counts no further than ${count} in \`${unit}\`: \`${asked}${unit}\` is \`${count}${unit}\`, so choose a larger unit`;
  return [{ at: expression.at, message }];
}

function expressionsOf(command: Command): readonly Argument[] {
  switch (command.kind) {
    case 'fields':
    case 'display':
      return command.items.map(({ expression }) => expression);
    case 'stats':
      return [...command.items, ...command.by].map(({ expression }) => expression);
    case 'sort':
      return command.keys.map(({ expression }) => expression);
    case 'filter':
      return [command.condition];
    default:
      return [];
  }
}
