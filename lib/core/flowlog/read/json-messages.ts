/**
 * The messages in JSON that comes in pieces. Firehose writes `{"message":"2 1234… OK"}` objects one after the other,
 * with or without line ends; `aws logs filter-log-events` prints one object with `events[].message`, and with
 * `--query 'events[].message'` an array of strings. Such a document may be larger than memory: it is never held whole.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-firehose.html
 */
import { JsonString } from './json-string';
import { isTime, type LineEvent, withNumber } from './line-event';
import { asciiText } from './strings';
import { utf8Text } from './utf8';

export interface JsonListener {
  /** With a line end behind it; it may have several lines. */
  message(bytes: Uint8Array): void;
  /** What stood beside the message in its object, or around it; there is no more. */
  event(event: LineEvent | undefined): void;
  issue(issue: string): void;
  /** What follows stands in the next line. */
  newLine(): void;
}

/** What may come next; `first-…` where the list or object may as well end. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma';

const DEEPEST = 64;
/** Numbers, true, false, null: but for times nothing is read from them, and so they are not looked at closely. */
const LITERAL = /[-+.0-9A-Za-z]/;
const LONGEST_TIME = 16;
/** Bytes: 512 characters of a log stream's name, https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html */
const LONGEST_NAME = 4 * 512 + 1;

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
  #literal = '';
  /** Of each list or object that is open: what it says of an event. */
  readonly #events: (LineEvent | undefined)[] = [];
  /** How deep the object is whose message came last. */
  #messageDepth = 0;
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
    if (this.#isInLiteral) {
      if (LITERAL.test(char)) {
        if (this.#literal.length <= LONGEST_TIME) this.#literal += char;
        return true;
      }
      this.#endLiteral();
    }
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
      // What is said of all events is said of each.
      this.#events.push(this.#events.at(-1));
      this.#open.push(char);
      this.#expected = char === '{' ? 'first-key' : 'first-value';
      return this.#open.length <= DEEPEST;
    }
    this.#isInLiteral = true;
    this.#literal = char;
    this.#expected = 'comma';
    return LITERAL.test(char);
  }

  #endLiteral(): void {
    this.#isInLiteral = false;
    if (this.#open.at(-1) !== '{' || !isTime(this.#key)) return;
    this.#events[this.#events.length - 1] = withNumber(this.#events.at(-1), this.#key, this.#literal);
  }

  #closes(char: '}' | ']'): boolean {
    if (this.#messageDepth === this.#open.length) {
      this.#listener.event(this.#events.at(-1));
      this.#messageDepth = 0;
    }
    const isRight = this.#open.pop() === (char === '}' ? '{' : '[');
    this.#events.pop();
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
      else if (this.#isNamedStream()) this.#tellStream(string);
      this.#expected = 'comma';
    }
    this.#string = undefined;
  }

  #isNamedMessage(): boolean {
    return this.#open.at(-1) === '{' && this.#key === 'message';
  }

  #isNamedStream(): boolean {
    return this.#open.at(-1) === '{' && (this.#key === 'logStreamName' || this.#key === 'logStream');
  }

  #tellStream(string: JsonString): void {
    const bytes = string.take();
    if (!bytes || bytes.length > LONGEST_NAME) return;
    const event = this.#events.at(-1);
    this.#events[this.#events.length - 1] = {
      ...event,
      logStreamName: utf8Text(bytes, 0, bytes.length - 1),
    };
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
      this.#messageDepth = this.#open.length;
    }
  }

  #complain(issue: string): void {
    this.#isEmpty = false;
    this.#listener.issue(issue);
  }
}
