/**
 * What `stats` computes per group: aggregations, and expressions over them, over the `by` fields and over aliases
 * that stand further left. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Stats.html
 */
import { aggregateNamed } from '../aggregates/catalogue';
import { functionNamed } from '../functions/catalogue';
import { canonical, namesOf, partsOf } from './canonical';
import { checkArguments, unknown } from './check-call';
import type { Argument, Call, Item, Stats } from './query';
import type { QueryIssue } from './reader';

type Check = (expression: Argument) => readonly QueryIssue[];

/** `checkInside`: of an expression that is aggregated, hence over single events. */
export function checkStats({ items, by }: Stats, checkInside: Check): readonly QueryIssue[] {
  const issues: QueryIssue[] = [];
  const known = new Set(by.flatMap(namesOf));
  for (const item of items) {
    issues.push(...checkOverGroup(item.expression, known, checkInside));
    for (const name of namesOf(item)) known.add(name);
  }
  return [...issues, ...checkTwice([...by, ...items])];
}

function checkOverGroup(
  expression: Argument,
  known: ReadonlySet<string>,
  checkInside: Check,
): readonly QueryIssue[] {
  if (known.has(canonical(expression))) return [];
  if (expression.kind === 'field') {
    const message = `\`${expression.name}\` differs from event to event of a group: aggregate it, or group by it`;
    return [{ at: expression.at, message, expected: [] }];
  }
  if (expression.kind === 'call') {
    const aggregate = aggregateNamed(expression.name);
    if (aggregate) return checkAggregate(expression, checkInside);
    const called = functionNamed(expression.name);
    if (!called) return [unknown(expression)];
    if (called.reads !== undefined) {
      const message = `\`${called.name}\` groups events: it stands behind \`by\``;
      return [{ at: expression.at, message, expected: [] }];
    }
    const wrong = checkArguments(expression, called);
    if (wrong.length > 0) return wrong;
  }
  return partsOf(expression).flatMap((part) => checkOverGroup(part, known, checkInside));
}

function checkAggregate(call: Call, checkInside: Check): readonly QueryIssue[] {
  const aggregate = aggregateNamed(call.name);
  const wrong = aggregate ? checkArguments(call, aggregate) : [];
  if (wrong.length > 0) return wrong;
  const [first, second] = call.arguments;
  if (second && (second.kind !== 'literal' || typeof second.value !== 'number'))
    return [{ at: second.at, message: `\`${call.name}\` takes a plain number here`, expected: ['a number'] }];
  const read: readonly Argument[] = [
    ...(first && first.kind !== 'star' ? [first] : []),
    ...(aggregate?.isTimed ? [{ kind: 'field', name: '@timestamp', at: call.at } as const] : []),
  ];
  return read.flatMap(checkInside);
}

function checkTwice(items: readonly Item[]): readonly QueryIssue[] {
  const seen = new Set<string>();
  return items.flatMap(({ name, at }) => {
    const isTwice = seen.has(name);
    seen.add(name);
    return isTwice ? [{ at, message: `two columns are named \`${name}\``, expected: [] }] : [];
  });
}
