/**
 * Reads tokens from the left and remembers what would have fitted at each place: a wrong query is told what was
 * expected, and an editor offers the same. After an issue a command has no more tokens, so every rule of the grammar
 * ends by itself.
 */
import { type At, type Token, tokenize } from './token';

export type Expectation =
  | { readonly kind: 'command' | 'field' | 'function' | 'aggregate' | 'name' | 'text' | 'pattern' }
  | { readonly kind: 'number' | 'period' }
  | { readonly kind: 'word' | 'operator' | 'symbol'; readonly text: string };

export interface QueryIssue {
  readonly at: At;
  readonly message: string;
  /** What would have fitted there; empty where something fits and is still wrong. */
  readonly expected: readonly string[];
}

/** Words that are no field names unless they stand in backticks. */
export const RESERVED: readonly string[] = ['and', 'or', 'not', 'in', 'like', 'as', 'by', 'asc', 'desc'];

/** Deeper nesting than anybody writes by hand would overflow the stack. */
const DEEPEST = 50;
/** Operators in one command; AWS takes queries of 10,000 characters, which no person fills with them. */
const MOST_OPERATORS = 500;

export class Reader {
  readonly issues: QueryIssue[] = [];
  /** What fits at the present token. */
  private expectations: Expectation[] = [];
  private readonly tokens: readonly Token[];
  private index = 0;
  private hasFailed = false;
  private depth = 0;
  private operators = 0;

  constructor(readonly text: string) {
    this.tokens = tokenize(text).filter(({ kind }) => kind !== 'comment');
  }

  get token(): Token {
    const token = this.tokens[this.index];
    return token && !this.hasFailed ? token : { kind: 'end', text: '', at: this.end };
  }

  /** Where the text read so far ends. */
  get lastEnd(): number {
    return this.tokens[this.index - 1]?.at.to ?? 0;
  }

  get failed(): boolean {
    return this.hasFailed;
  }

  /** What would have fitted where the text ended; nothing when it was wrong before. */
  get atEnd(): readonly Expectation[] {
    return this.tokens[this.index]?.kind === 'end' ? mostTellingFirst(this.expectations) : [];
  }

  private get end(): At {
    return this.tokens.at(-1)?.at ?? { from: 0, to: 0 };
  }

  wants(...expectations: readonly Expectation[]): void {
    if (!this.hasFailed) this.expectations.push(...expectations);
  }

  next(): Token {
    const { token } = this;
    if (!this.hasFailed && token.kind !== 'end') this.index++;
    this.expectations = [];
    return token;
  }

  take(kind: Token['kind']): Token | undefined {
    return this.token.kind === kind ? this.next() : undefined;
  }

  isWord(word: string): boolean {
    const { kind, text } = this.token;
    return kind === 'word' && text.toLowerCase() === word;
  }

  isSymbol(symbol: string): boolean {
    const { kind, text } = this.token;
    return kind === 'symbol' && text === symbol;
  }

  takeWord(word: string): Token | undefined {
    if (this.isWord(word)) return this.next();
    this.wants({ kind: 'word', text: word });
    return undefined;
  }

  takeSymbol(symbol: string): Token | undefined {
    if (this.isSymbol(symbol)) return this.next();
    this.wants({ kind: /^[,()[\]|]$/.test(symbol) ? 'symbol' : 'operator', text: symbol });
    return undefined;
  }

  needSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) this.fail();
  }

  /** An issue at the present token. Without a message: what it is, and what would have fitted. */
  fail(message?: string): void {
    if (this.hasFailed) return;
    const { token } = this;
    const expected = [...new Set(mostTellingFirst(this.expectations).map(describe))];
    const fitting = expected.length === 0 ? '' : `: ${orList(expected)} would fit`;
    const isEnd = token.kind === 'end';
    const found = isEnd
      ? `the query ends too early${fitting}`
      : `\`${this.slice(token.at)}\` does not fit here${fitting}`;
    this.issues.push({ at: token.at, message: message ?? token.message ?? found, expected });
    this.hasFailed = true;
  }

  /** An issue about something that was read already. */
  failAt(at: At, message: string): void {
    if (this.hasFailed) return;
    this.issues.push({ at, message, expected: [] });
    this.hasFailed = true;
  }

  nested<T>(read: () => T): T {
    this.depth++;
    if (this.depth > DEEPEST) this.fail(`the expression is nested more than ${DEEPEST} deep`);
    const result = read();
    this.depth--;
    return result;
  }

  countOperator(): void {
    this.operators++;
    if (this.operators > MOST_OPERATORS) this.fail(`the command has more than ${MOST_OPERATORS} operators`);
  }

  /** Past the rest of a command that failed, to the pipe behind it. */
  recover(): void {
    while (!this.isAtPipeOrEnd()) this.index++;
    this.hasFailed = false;
    this.expectations = [];
  }

  /** Before each command. */
  beginCommand(): void {
    this.depth = 0;
    this.operators = 0;
  }

  slice({ from, to }: At): string {
    return this.text.slice(from, to);
  }

  private isAtPipeOrEnd(): boolean {
    const token = this.tokens[this.index];
    return !token || token.kind === 'end' || (token.kind === 'symbol' && token.text === '|');
  }
}

const ORDER: readonly Expectation['kind'][] = [
  ...(['command', 'field', 'name', 'aggregate', 'function', 'text', 'number'] as const),
  ...(['pattern', 'period', 'operator', 'word', 'symbol'] as const),
];

function mostTellingFirst(expectations: readonly Expectation[]): readonly Expectation[] {
  return [...expectations].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function describe(expectation: Expectation): string {
  switch (expectation.kind) {
    case 'word':
    case 'symbol':
      return `\`${expectation.text}\``;
    case 'operator':
      return 'an operator such as `=`';
    case 'aggregate':
      return 'an aggregation such as `sum(bytes)`';
    case 'pattern':
      return 'a pattern such as `/^10\\./`';
    case 'period':
      return 'a period such as `5m`';
    case 'text':
      return 'text in quotes';
    case 'command':
      return 'a command such as `fields`, `filter` or `stats`';
    default:
      return `a ${expectation.kind}`;
  }
}

function orList(texts: readonly string[]): string {
  if (texts.length < 2) return texts.join('');
  return `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}
