/**
 * Conditions as functions of a row. A comparison with a missing field is false, and `!=`, `not in` and `not like` are
 * the exact opposites of `=`, `in` and `like`: AWS's `Type not in ["foo","bar",1]` returns the events that do not have
 * such a `Type`. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Filter.html
 */
import { invariant } from '../../../assert';
import { compileMatcher } from '../pattern/match';
import { compilePattern } from '../pattern/program';
import type { Column } from '../rows';
import type { Expression, Literal } from '../syntax/query';
import { compare, isEqual, isTrue, toNumber, toText, type Value } from '../value';
import type { Names } from './names';

export type Test<Row> = (row: Row) => boolean;

type Condition = Extract<Expression, { kind: 'comparison' | 'like' | 'in' | 'not' | 'and' | 'or' }>;
type Values = <Row>(expression: Expression, names: Names<Row>) => Column<Row>;

const KINDS: readonly Expression['kind'][] = ['comparison', 'like', 'in', 'not', 'and', 'or'];

export function isCondition(expression: Expression): expression is Condition {
  return KINDS.includes(expression.kind);
}

/** `columnOf` reads what is no condition; it is passed in because values may hold conditions in turn. */
export function conditionOf<Row>(expression: Expression, names: Names<Row>, columnOf: Values): Test<Row> {
  const test = (of: Expression): Test<Row> => conditionOf(of, names, columnOf);
  if (!isCondition(expression)) {
    const { read } = columnOf(expression, names);
    return (row) => isTrue(read(row));
  }
  switch (expression.kind) {
    case 'not': {
      const holds = test(expression.of);
      return (row) => !holds(row);
    }
    case 'and': {
      const tests = expression.of.map(test);
      return (row) => {
        for (const holds of tests) if (!holds(row)) return false;
        return true;
      };
    }
    case 'or': {
      const tests = expression.of.map(test);
      return (row) => {
        for (const holds of tests) if (holds(row)) return true;
        return false;
      };
    }
    case 'like': {
      const { read } = columnOf(expression.of, names);
      const matches = likeTest(expression.by);
      return (row) => {
        const value = read(row);
        return value !== null && matches(toText(value));
      };
    }
    case 'in': {
      const { read } = columnOf(expression.of, names);
      const has = membership(expression.list);
      return (row) => has(read(row));
    }
    case 'comparison':
      return comparison(
        expression.operator,
        columnOf(expression.left, names).read,
        columnOf(expression.right, names).read,
      );
  }
}

function comparison<Row>(
  operator: Extract<Expression, { kind: 'comparison' }>['operator'],
  left: (row: Row) => Value,
  right: (row: Row) => Value,
): Test<Row> {
  const ordered =
    (holds: (order: number) => boolean): Test<Row> =>
    (row) => {
      const order = compare(left(row), right(row));
      return order !== undefined && holds(order);
    };
  switch (operator) {
    case '=':
      return (row) => isEqual(left(row), right(row));
    case '!=':
      return (row) => !isEqual(left(row), right(row));
    case '<':
      return ordered((order) => order < 0);
    case '<=':
      return ordered((order) => order <= 0);
    case '>':
      return ordered((order) => order > 0);
    case '>=':
      return ordered((order) => order >= 0);
  }
}

/** Case-sensitive, both as text and as a pattern without `(?i)`. */
function likeTest(by: Extract<Expression, { kind: 'like' }>['by']): (text: string) => boolean {
  if (by.kind === 'text') return (text) => text.includes(by.text);
  const program = compilePattern(by.pattern);
  invariant(program, 'a pattern that is too large is refused at the door');
  return compileMatcher(program).test;
}

/** As `=` with each of the list, in one look-up or two. */
function membership(list: readonly Literal[]): (value: Value) => boolean {
  const all = new Set<Value>(list.map(({ value }) => value));
  const numbers = new Set(list.map(({ value }) => toNumber(value)).filter((number) => number !== null));
  const plainNumbers = new Set(list.map(({ value }) => value).filter((value) => typeof value === 'number'));
  return (value) => {
    if (value === null) return false;
    if (typeof value === 'number') return numbers.has(value);
    if (all.has(value)) return true;
    const number = plainNumbers.size > 0 ? toNumber(value) : null;
    return number !== null && plainNumbers.has(number);
  };
}
