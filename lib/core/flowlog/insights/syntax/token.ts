/**
 * A query as words: for the grammar, and for an editor that colours them.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Guidelines.html
 */
import { parsePeriod } from '../period';

/** Offsets into the query's text; `to` is the first one behind. */
export interface At {
  readonly from: number;
  readonly to: number;
}

export type TokenKind =
  | 'word'
  | 'backticks'
  | 'text'
  | 'number'
  | 'period'
  | 'pattern'
  | 'symbol'
  | 'comment'
  | 'wrong'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written; for text, patterns and backticked names what stands between the quotes. */
  readonly text: string;
  readonly at: At;
  /** Why it is wrong, or would be where it does not fit. */
  readonly message?: string;
}

const SPACE = /\s+/y;
const COMMENT = /#[^\n]*/y;
/** Other characters than these need backticks. */
const WORD = /[A-Za-z_@][A-Za-z0-9_@.]*/y;
const SCIENTIFIC = /\d+(?:\.\d+)?[eE][+-]?\d+(?![\w.])/y;
const FRACTION = /(\d*\.\d+)([A-Za-z]+)(?![\w.:/])/y;
const PERIOD = /\d+[A-Za-z]+/y;
const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?![\w.])/y;
const ADDRESS = /[\d.]+[\w.:/]*/y;
const SYMBOL = /=~|!=|<=|>=|[|,()[\]=<>+\-*/%^]/y;
const PATTERN = /\/(?:\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|[^/\\[])*\//y;
const TEXT = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/y;
const BACKTICKS = /`[^`\n]+`/y;

/** What people write who know another language. */
const ELSEWHERE: readonly (readonly [string, string])[] = [
  ['==', 'equality is one `=`'],
  ['<>', 'inequality is `!=`'],
  ['&&', 'write `and`'],
  ['||', 'write `or` between conditions, and one `|` between commands'],
  ['!', 'write `not`'],
];

/** Every character is in a token or is white space; the last token is the end. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const context = new PatternContext();
  let at = 0;
  while (at < text.length) {
    at += read(SPACE, text, at)?.length ?? 0;
    if (at >= text.length) break;
    const token = tokenAt(text, at, context.allowsPattern);
    tokens.push(token);
    context.see(token);
    at = token.at.to;
  }
  return [...tokens, { kind: 'end', text: '', at: { from: text.length, to: text.length } }];
}

/** A slash opens a pattern behind `like` and `=~` and in `parse`, and divides elsewhere. */
class PatternContext {
  allowsPattern = false;
  private command = '';
  private isFirst = true;

  see({ kind, text }: Token): void {
    if (kind === 'comment') return;
    const word = text.toLowerCase();
    if (this.isFirst) this.command = word;
    this.isFirst = kind === 'symbol' && text === '|';
    const isLike = (kind === 'word' && word === 'like') || (kind === 'symbol' && word === '=~');
    this.allowsPattern = !this.isFirst && (this.command === 'parse' || isLike);
  }
}

function tokenAt(text: string, from: number, allowsPattern: boolean): Token {
  const make = (kind: TokenKind, raw: string, value = raw): Token => ({
    kind,
    text: value,
    at: { from, to: from + raw.length },
  });
  const comment = read(COMMENT, text, from);
  if (comment !== undefined) return make('comment', comment);
  const quoted = read(TEXT, text, from);
  if (quoted !== undefined) return make('text', quoted, unquote(quoted));
  const name = read(BACKTICKS, text, from);
  if (name !== undefined) return make('backticks', name, name.slice(1, -1));
  const word = read(WORD, text, from);
  if (word !== undefined) return make('word', word);
  const scientific = read(SCIENTIFIC, text, from);
  if (scientific !== undefined)
    return {
      ...make('wrong', scientific),
      message: `\`${scientific}\` is no number here: write all its digits`,
    };
  const period = read(PERIOD, text, from);
  if (period !== undefined)
    return /^0+[A-Za-z]/.test(period) && parsePeriod(period.replace(/^0+/, '1'))
      ? {
          ...make('period', period),
          message: `\`${period}\` is no period: it is a whole number above zero with its unit, like \`5m\``,
        }
      : make('period', period);
  const number = read(NUMBER, text, from);
  if (number !== undefined) return make('number', number);
  if (allowsPattern && text.charAt(from) === '/') {
    const pattern = read(PATTERN, text, from);
    if (pattern !== undefined) return make('pattern', pattern, pattern.slice(1, -1));
  }
  return wrongOr(make, text, from, allowsPattern);
}

function wrongOr(
  make: (kind: TokenKind, raw: string) => Token,
  text: string,
  from: number,
  allowsPattern: boolean,
): Token {
  const wrong = (raw: string, message: string): Token => ({ ...make('wrong', raw), message });
  const char = text.charAt(from);
  const rest = text.slice(from);
  if (char === '"' || char === "'") return wrong(rest, `the text that begins with ${char} has no end`);
  if (char === '`') return wrong(rest, 'the name that begins with a backtick has no end');
  if (char === '/' && allowsPattern) return wrong(rest, 'the pattern that begins with / has no end');
  const fraction = read(FRACTION, text, from);
  if (fraction !== undefined && parsePeriod(fraction.replace(/^\d*\.\d+/, '1')))
    return wrong(fraction, `\`${fraction}\` is no period: it counts whole units, like \`90m\``);
  const digits = read(ADDRESS, text, from);
  if (digits !== undefined)
    return wrong(digits, `\`${digits}\` is no number: text and addresses stand between quotes`);
  const foreign = ELSEWHERE.find(([operator]) => text.startsWith(operator, from));
  if (foreign && !text.startsWith('!=', from))
    return wrong(foreign[0], `\`${foreign[0]}\` is no operator: ${foreign[1]}`);
  const symbol = read(SYMBOL, text, from);
  if (symbol !== undefined) return make('symbol', symbol);
  const whole = String.fromCodePoint(text.codePointAt(from) ?? 0);
  return wrong(whole, `\`${whole}\` means nothing here: a field with such a character stands in backticks`);
}

/** What the expression matches at this very place. */
function read(expression: RegExp, text: string, at: number): string | undefined {
  expression.lastIndex = at;
  return expression.exec(text)?.[0];
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** A backslash takes the meaning of a quote or of itself away, and stays where it does nothing. */
function unquote(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\([\s\S])/g, (whole, char: string) => ESCAPES[char] ?? (/["'\\]/.test(char) ? char : whole));
}
