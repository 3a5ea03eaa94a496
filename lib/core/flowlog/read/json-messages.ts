/**
 * The messages in JSON that comes in pieces. Firehose writes `{"message":"2 1234… OK"}` objects one after the other,
 * with or without line ends; `aws logs filter-log-events` prints one object with `events[].message`, and with
 * `--query 'events[].message'` an array of strings. Such a document may be larger than memory: it is never held whole.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-firehose.html
 */
import { LINE_END } from './cursor';
import { Pieces } from './pieces';
import { asciiText } from './strings';
import { utf8Bytes, utf8Text } from './utf8';

export interface JsonListener {
  /** With a line end behind it; it may have several lines. */
  message(bytes: Uint8Array): void;
  issue(issue: string): void;
  /** What follows stands in the next line. */
  newLine(): void;
}

/** What may come next; `first-…` where the list or object may as well end. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma';

const DEEPEST = 64;
const QUOTE = 34;
const BACKSLASH = 92;
const LITERAL = /[-+.0-9A-Za-z]/;

/** One document, from its `{` or `[` to the bracket that closes it. */
export class JsonMessages {
  readonly #listener: JsonListener;
  readonly #longest: number;
  readonly #open: ('{' | '[')[] = [];
  readonly #string = new Pieces();
  #state: 'open' | 'closed' | 'broken' = 'open';
  #expected: Expected = 'value';
  #key = '';
  #isEmpty = true;
  #isLineStart = true;
  #isInLiteral = false;
  #isInString = false;
  #isEscaped = false;
  #isTooLong = false;

  /** Of strings longer than `longest` bytes nothing is kept; a message is then an issue. */
  constructor(listener: JsonListener, longest: number) {
    this.#listener = listener;
    this.#longest = longest;
  }

  get state(): 'open' | 'closed' | 'broken' {
    return this.#state;
  }

  /** Whether only blanks were read of the current line. */
  get isLineStart(): boolean {
    return this.#isLineStart;
  }

  /** Reads on, to the end of the bytes or of the document, or to what is not JSON. Returns where that is. */
  read(bytes: Uint8Array, from: number): number {
    let at = from;
    while (at < bytes.length && this.#state === 'open') {
      if (this.#isInString) at = this.#readString(bytes, at);
      else if (this.#accepts(String.fromCharCode(bytes[at] ?? 0))) at++;
      else this.#state = 'broken';
    }
    return at;
  }

  /** One character outside of strings; false where JSON has another. */
  #accepts(char: string): boolean {
    if (this.#isInLiteral && LITERAL.test(char)) return true;
    this.#isInLiteral = false;
    if (char === '\n') {
      this.#isLineStart = true;
      this.#listener.newLine();
      return true;
    }
    if (char === ' ' || char === '\t' || char === '\r') return true;
    const isRight = this.#acceptsToken(char);
    if (isRight) this.#isLineStart = false;
    return isRight;
  }

  #acceptsToken(char: string): boolean {
    const expected = this.#expected;
    const mayEnd = expected === 'comma' || expected === 'first-key' || expected === 'first-value';
    if (mayEnd && (char === '}' || char === ']')) return this.#closes(char);
    switch (expected) {
      case 'colon':
        this.#expected = 'value';
        return char === ':';
      case 'comma':
        this.#expected = this.#open.at(-1) === '{' ? 'key' : 'value';
        return char === ',';
      case 'key':
      case 'first-key':
        this.#isInString = true;
        return char === '"';
      default:
        return this.#beginsValue(char);
    }
  }

  #beginsValue(char: string): boolean {
    if (char === '"') {
      this.#isInString = true;
      return true;
    }
    if (this.#isNamedMessage()) this.#complain('the `message` is not text');
    if (char === '{' || char === '[') {
      this.#open.push(char);
      this.#expected = char === '{' ? 'first-key' : 'first-value';
      return this.#open.length <= DEEPEST;
    }
    this.#isInLiteral = true;
    this.#expected = 'comma';
    return LITERAL.test(char);
  }

  #closes(char: '}' | ']'): boolean {
    const isRight = this.#open.pop() === (char === '}' ? '{' : '[');
    this.#expected = 'comma';
    if (isRight && this.#open.length === 0) {
      this.#state = 'closed';
      if (this.#isEmpty) this.#complain('the JSON has no `message`');
    }
    return isRight;
  }

  /** JSON has no line ends in strings: one of them means that the string was cut off. */
  #readString(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === LINE_END) {
        this.#state = 'broken';
        return at;
      }
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) {
        this.#hold(bytes, from, at);
        this.#endString();
        return at + 1;
      }
    }
    this.#hold(bytes, from, bytes.length);
    return bytes.length;
  }

  #hold(bytes: Uint8Array, from: number, to: number): void {
    this.#isTooLong ||= this.#string.length + to - from > this.#longest;
    if (this.#isTooLong) this.#string.drop();
    else this.#string.add(bytes, from, to);
  }

  #endString(): void {
    const bytes = this.#string.take(LINE_END);
    if (this.#expected === 'key' || this.#expected === 'first-key') {
      this.#key = asciiText(bytes, 0, bytes.length - 1);
      this.#expected = 'colon';
    } else {
      if (this.#isNamedMessage() || this.#isListed()) this.#deliver(bytes);
      this.#expected = 'comma';
    }
    this.#isInString = false;
    this.#isTooLong = false;
  }

  #isNamedMessage(): boolean {
    return this.#open.at(-1) === '{' && this.#key === 'message';
  }

  #isListed(): boolean {
    return this.#open.length === 1 && this.#open[0] === '[';
  }

  #deliver(bytes: Uint8Array): void {
    const message = bytes.includes(BACKSLASH) ? unescaped(bytes) : bytes;
    if (this.#isTooLong) this.#complain(`the \`message\` is longer than ${this.#longest} bytes`);
    else if (!message) this.#complain('the `message` is not a JSON string');
    else {
      this.#isEmpty = false;
      this.#listener.message(message);
    }
  }

  #complain(issue: string): void {
    this.#isEmpty = false;
    this.#listener.issue(issue);
  }
}

function unescaped(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const text: unknown = JSON.parse(`"${utf8Text(bytes, 0, bytes.length - 1)}"`);
    return utf8Bytes(`${text}\n`);
  } catch {
    return undefined;
  }
}
