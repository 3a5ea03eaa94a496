/**
 * The grammar of expressions, from the loosest to the tightest: or, and, not, comparisons, sums, products, powers.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html
 */
import { aggregateNamed } from '../aggregates/catalogue';
import { parsePeriod } from '../period';
import { readPattern } from './pattern-literal';
import type { Argument, ArithmeticOperator, ComparisonOperator, Expression, Literal } from './query';
import { RESERVED, type Reader } from './reader';
import type { At } from './token';

/** Where an expression stands: only `stats` aggregates. */
export type Place = 'event' | 'stats';

const COMPARISONS: readonly ComparisonOperator[] = ['=', '!=', '<=', '<', '>=', '>'];

const NOTHING: Expression = { kind: 'literal', value: '', at: { from: 0, to: 0 } };

export function readExpression(reader: Reader, place: Place): Expression {
  return reader.nested(() => readOr(reader, place));
}

function readOr(reader: Reader, place: Place): Expression {
  return readJoined(reader, 'or', () => readJoined(reader, 'and', () => readNot(reader, place)));
}

function readJoined(reader: Reader, kind: 'and' | 'or', readPart: () => Expression): Expression {
  const first = readPart();
  const of = [first];
  while (reader.takeWord(kind)) {
    reader.countOperator();
    of.push(readPart());
  }
  return of.length === 1 ? first : { kind, of, at: from(first, reader) };
}

function readNot(reader: Reader, place: Place): Expression {
  const word = reader.takeWord('not');
  if (!word) return readComparison(reader, place);
  const of = reader.nested(() => readNot(reader, place));
  return { kind: 'not', of, at: { from: word.at.from, to: reader.lastEnd } };
}

function readComparison(reader: Reader, place: Place): Expression {
  const left = readSum(reader, place);
  const operator = COMPARISONS.find((symbol) => reader.takeSymbol(symbol));
  if (operator) {
    reader.countOperator();
    const right = readSum(reader, place);
    return { kind: 'comparison', operator, left, right, at: from(left, reader) };
  }
  if (reader.takeSymbol('=~')) return readLike(reader, left);
  const not = reader.takeWord('not');
  if (reader.takeWord('like')) return negatedIf(not !== undefined, readLike(reader, left));
  if (reader.takeWord('in')) return negatedIf(not !== undefined, readIn(reader, left));
  if (not) reader.fail();
  return left;
}

function negatedIf(isNegated: boolean, of: Expression): Expression {
  return isNegated ? { kind: 'not', of, at: of.at } : of;
}

function readLike(reader: Reader, of: Expression): Expression {
  const text = reader.take('text');
  if (text) return { kind: 'like', of, by: { kind: 'text', text: text.text }, at: from(of, reader) };
  reader.wants({ kind: 'text' });
  const pattern = readPattern(reader);
  if (!pattern) {
    reader.fail();
    return NOTHING;
  }
  return { kind: 'like', of, by: { kind: 'pattern', pattern }, at: from(of, reader) };
}

function readIn(reader: Reader, of: Expression): Expression {
  reader.needSymbol('[');
  const list: Literal[] = [];
  do {
    const literal = readLiteral(reader);
    if (literal) list.push(literal);
    else {
      reader.wants({ kind: 'text' }, { kind: 'number' });
      reader.fail();
    }
  } while (reader.takeSymbol(','));
  reader.needSymbol(']');
  return { kind: 'in', of, list, at: from(of, reader) };
}

function readSum(reader: Reader, place: Place): Expression {
  return readChain(reader, ['+', '-'], () =>
    readChain(reader, ['*', '/', '%'], () => readPower(reader, place)),
  );
}

function readChain(
  reader: Reader,
  operators: readonly ArithmeticOperator[],
  readPart: () => Expression,
): Expression {
  let left = readPart();
  for (;;) {
    const operator = operators.find((symbol) => reader.takeSymbol(symbol));
    if (!operator) return left;
    reader.countOperator();
    const right = readPart();
    left = { kind: 'arithmetic', operator, left, right, at: from(left, reader) };
  }
}

function readPower(reader: Reader, place: Place): Expression {
  const left = readSigned(reader, place);
  if (!reader.takeSymbol('^')) return left;
  const right = reader.nested(() => readPower(reader, place));
  return { kind: 'arithmetic', operator: '^', left, right, at: from(left, reader) };
}

function readSigned(reader: Reader, place: Place): Expression {
  const { at } = reader.token;
  if (!takeQuietly(reader, '-')) return readPrimary(reader, place);
  const of = reader.nested(() => readSigned(reader, place));
  return { kind: 'negative', of, at: { from: at.from, to: reader.lastEnd } };
}

function readPrimary(reader: Reader, place: Place): Expression {
  const { token } = reader;
  if (takeQuietly(reader, '(')) {
    const inner = readExpression(reader, place);
    reader.needSymbol(')');
    return inner;
  }
  const literal = readLiteral(reader);
  if (literal) return { kind: 'literal', ...literal };
  const name = reader.take('backticks');
  if (name) return { kind: 'field', name: name.text, at: name.at };
  if (token.kind === 'word' && !RESERVED.includes(token.text.toLowerCase())) return readNamed(reader, place);
  const start = place === 'stats' ? 'aggregate' : 'field';
  reader.wants({ kind: start }, { kind: 'function' }, { kind: 'text' }, { kind: 'number' });
  reader.fail();
  return NOTHING;
}

/** As `strcontains` takes them. */
const TRUTHS = new Map([
  ['true', 1],
  ['false', 0],
]);

/** A field, or a function when a parenthesis follows. */
function readNamed(reader: Reader, place: Place): Expression {
  const { text, at } = reader.next();
  const truth = TRUTHS.get(text.toLowerCase());
  if (truth !== undefined) return { kind: 'literal', value: truth, at };
  if (!takeQuietly(reader, '(')) return { kind: 'field', name: text, at };
  const list: Argument[] = [];
  if (!takeQuietly(reader, ')')) {
    // What is aggregated are events again.
    const inside = aggregateNamed(text) ? 'event' : place;
    do list.push(readArgument(reader, inside));
    while (reader.takeSymbol(','));
    reader.needSymbol(')');
  }
  return { kind: 'call', name: text, nameAt: at, arguments: list, at: { from: at.from, to: reader.lastEnd } };
}

function readArgument(reader: Reader, place: Place): Argument {
  const { token } = reader;
  if (takeQuietly(reader, '*')) return { kind: 'star', at: token.at };
  const period = token.kind === 'period' ? parsePeriod(token.text) : undefined;
  if (period) {
    reader.next();
    return { kind: 'period', period, at: token.at };
  }
  reader.wants({ kind: 'period' });
  return readExpression(reader, place);
}

function readLiteral(reader: Reader): Literal | undefined {
  const text = reader.take('text');
  if (text) return { value: text.text, at: text.at };
  const number = reader.take('number');
  return number && { value: Number(number.text), at: number.at };
}

/** Where a symbol may come but would only clutter a list of what is expected. */
function takeQuietly(reader: Reader, symbol: string): boolean {
  return reader.isSymbol(symbol) && reader.takeSymbol(symbol) !== undefined;
}

function from(first: { readonly at: At }, reader: Reader): At {
  return { from: first.at.from, to: reader.lastEnd };
}
