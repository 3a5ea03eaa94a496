/** Expressions as functions of a row: every name is found once, and nothing is looked up while rows pass. */
import { invariant } from '../../../assert';
import { functionNamed } from '../functions/catalogue';
import type { QueryFunction } from '../functions/function';
import type { Column } from '../rows';
import type { Call, Expression } from '../syntax/query';
import { finite, type Kind, toNumber, type Value } from '../value';
import { conditionOf, isCondition } from './condition';
import type { Names } from './names';

export function columnOf<Row>(expression: Expression, names: Names<Row>): Column<Row> {
  const known = names.resolve(expression);
  if (known) return known;
  switch (expression.kind) {
    case 'field':
      return { kind: 'text', read: () => null };
    case 'literal': {
      const { value } = expression;
      return { kind: typeof value === 'number' ? 'number' : 'text', read: () => value };
    }
    case 'negative': {
      const { read } = columnOf(expression.of, names);
      return numeric((row) => {
        const number = toNumber(read(row));
        return number === null ? null : -number;
      });
    }
    case 'arithmetic':
      return numeric(arithmetic(expression, names));
    case 'call':
      return callColumn(expression, names);
    default: {
      invariant(isCondition(expression), 'what is no value is a condition');
      const holds = conditionOf(expression, names, columnOf);
      return numeric((row) => (holds(row) ? 1 : 0));
    }
  }
}

function numeric<Row>(read: (row: Row) => Value): Column<Row> {
  return { kind: 'number', read };
}

const OPERATIONS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': (a, b) => a ** b,
};

/** What is no number has no result. */
function arithmetic<Row>(
  { operator, left, right }: Extract<Expression, { kind: 'arithmetic' }>,
  names: Names<Row>,
): (row: Row) => Value {
  const one = columnOf(left, names).read;
  const other = columnOf(right, names).read;
  const apply = OPERATIONS[operator];
  invariant(apply, `the grammar has no operator ${operator}`);
  return (row) => {
    const a = toNumber(one(row));
    const b = toNumber(other(row));
    return a === null || b === null ? null : finite(apply(a, b));
  };
}

function callColumn<Row>(call: Call, names: Names<Row>): Column<Row> {
  const called = functionNamed(call.name);
  invariant(called, 'a call of what is no function is refused at the door');
  const columns = implicitArguments(called, call, names);
  const period = call.arguments.find((argument) => argument.kind === 'period')?.period;
  for (const argument of call.arguments)
    if (argument.kind !== 'period' && argument.kind !== 'star') columns.push(columnOf(argument, names));
  const read = applied(
    called.make({ now: names.now, period }),
    columns.map((column) => column.read),
  );
  return { kind: called.result === 'argument' ? commonKind(columns) : called.result, read };
}

function implicitArguments<Row>({ reads }: QueryFunction, { at }: Call, names: Names<Row>): Column<Row>[] {
  return reads === undefined ? [] : [columnOf({ kind: 'field', name: reads, at }, names)];
}

/** Without an array per row for the usual numbers of arguments. */
function applied<Row>(
  apply: (...values: readonly Value[]) => Value,
  reads: readonly ((row: Row) => Value)[],
): (row: Row) => Value {
  const [a, b, c] = reads;
  if (!a) return () => apply();
  if (!b) return (row) => apply(a(row));
  if (!c) return (row) => apply(a(row), b(row));
  return (row) => apply(...reads.map((read) => read(row)));
}

/** `coalesce(@timestamp, …)` is a timestamp only when all are. */
function commonKind<Row>(columns: readonly Column<Row>[]): Kind {
  const kinds = new Set(columns.map(({ kind }) => kind));
  const [only] = kinds;
  return kinds.size === 1 && only ? only : 'text';
}
