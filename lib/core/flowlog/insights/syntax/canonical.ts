/**
 * An expression in one spelling, so that a later command can name a column that has no alias: after
 * `stats SUM(bytes)` the column answers to `sum(bytes)`, `sum( bytes )` and `SUM(bytes)`.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Stats.html
 */
import type { Argument, Expression } from './query';

export function canonical(expression: Argument): string {
  switch (expression.kind) {
    case 'field':
      return expression.name;
    case 'star':
      return '*';
    case 'period':
      return `${expression.period.count}${expression.period.unit}`;
    case 'literal':
      // No name holds a backtick, so no literal is taken for a column.
      return `\`${JSON.stringify(expression.value)}`;
    case 'call':
      return `${expression.name.toLowerCase()}(${expression.arguments.map(canonical).join(',')})`;
    case 'negative':
      return `-(${canonical(expression.of)})`;
    case 'not':
      return `not(${canonical(expression.of)})`;
    case 'arithmetic':
    case 'comparison':
      return `(${canonical(expression.left)})${expression.operator}(${canonical(expression.right)})`;
    case 'and':
    case 'or':
      return expression.of.map((part) => `(${canonical(part)})`).join(expression.kind);
    case 'in':
      return `(${canonical(expression.of)})in${JSON.stringify(expression.list.map(({ value }) => value))}`;
    case 'like':
      return `(${canonical(expression.of)})like${JSON.stringify(expression.by)}`;
  }
}

/** The expressions directly inside one. */
export function partsOf(expression: Argument): readonly Argument[] {
  switch (expression.kind) {
    case 'call':
      return expression.arguments;
    case 'negative':
    case 'not':
    case 'in':
    case 'like':
      return [expression.of];
    case 'arithmetic':
    case 'comparison':
      return [expression.left, expression.right];
    case 'and':
    case 'or':
      return expression.of;
    default:
      return [];
  }
}

/** Names by which later commands may call a column. */
export function namesOf({
  name,
  expression,
}: {
  readonly name: string;
  readonly expression: Expression;
}): readonly string[] {
  return [...new Set([name, canonical(expression)])];
}
