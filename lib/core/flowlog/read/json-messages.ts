/**
 * The messages in JSON that comes in pieces. Firehose writes `{"message":"2 1234… OK"}` objects one after the other,
 * with or without line ends; `aws logs filter-log-events` prints one object with `events[].message`, and with
 * `--query 'events[].message'` an array of strings. Such a document may be larger than memory: it is never held whole.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-firehose.html
 */
import { JsonString } from './json-string';
import { asciiText } from './strings';

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
/** Numbers, true, false, null: nothing is read from them, and so they are not looked at closely. */
const LITERAL = /[-+.0-9A-Za-z]/;

/** One document, from its `{` or `[` to the bracket that closes it. */
export class JsonMessages {
  readonly #listener: JsonListener;
  readonly #longest: number;
  readonly #open: ('{' | '[')[] = [];
  #state: 'open' | 'closed' | 'broken' = 'open';
  #expected: Expected = 'value';
  #key = '';
  #string: JsonString | undefined;
  #isInLiteral = false;
  #isEmpty = true;
  #isLineStart = true;

  /** A message of more than `longest` bytes is an issue and is not kept. */
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
      if (this.#string) at = this.#readString(bytes, at, this.#string);
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
        return this.#opensString(char);
      default:
        return this.#opensString(char) || this.#opensOther(char);
    }
  }

  #opensString(char: string): boolean {
    if (char !== '"') return false;
    this.#string = new JsonString(this.#longest);
    return true;
  }

  #opensOther(char: string): boolean {
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

  #readString(bytes: Uint8Array, from: number, string: JsonString): number {
    const at = string.read(bytes, from);
    if (string.state === 'cut off') this.#state = 'broken';
    if (string.state === 'closed') this.#endString(string);
    return at;
  }

  #endString(string: JsonString): void {
    if (this.#expected === 'key' || this.#expected === 'first-key') {
      const bytes = string.take();
      this.#key = bytes ? asciiText(bytes, 0, bytes.length - 1) : '';
      this.#expected = 'colon';
    } else {
      if (this.#isNamedMessage() || this.#isListed()) this.#deliver(string);
      this.#expected = 'comma';
    }
    this.#string = undefined;
  }

  #isNamedMessage(): boolean {
    return this.#open.at(-1) === '{' && this.#key === 'message';
  }

  #isListed(): boolean {
    return this.#open.length === 1 && this.#open[0] === '[';
  }

  #deliver(string: JsonString): void {
    const bytes = string.take();
    if (string.isTooLong) this.#complain(`the \`message\` is longer than ${this.#longest} bytes`);
    else if (!bytes) this.#complain('the `message` is not a JSON string');
    else {
      this.#isEmpty = false;
      this.#listener.message(bytes);
    }
  }

  #complain(issue: string): void {
    this.#isEmpty = false;
    this.#listener.issue(issue);
  }
}
