/** Words of command lines as a shell reads them: quotes, escapes, variables, and `name=$(…)` around a call. */

/** Stands around the name of a variable inside a word; no parameter holds it. */
export const MARK = '\uE000';

export interface CommandLine {
  /** Counted from 1. */
  readonly line: number;
  /** The variable that keeps what the call prints. */
  readonly keptAs: string | undefined;
  readonly words: readonly string[];
}

export interface LineIssue {
  readonly line: number;
  readonly message: string;
}

/** A command ends at the end of its line, unless that is escaped or stands in quotes; `#` begins a comment. */
export function commandLines(text: string): readonly (CommandLine | LineIssue)[] {
  return new Reader(text).read();
}

const NAME = /^[A-Za-z_]\w*/;

class Reader {
  private at = 0;
  private line = 1;
  private word: string | undefined;
  private words: string[] = [];
  private keptAs: string | undefined;
  private startedAt = 1;
  private readonly found: (CommandLine | LineIssue)[] = [];

  constructor(private readonly text: string) {}

  read(): readonly (CommandLine | LineIssue)[] {
    while (this.at < this.text.length) this.step(this.text.charAt(this.at));
    if (this.keptAs !== undefined) this.complain('the bracket of `$(` is not closed');
    else this.endCommand();
    return this.found;
  }

  private step(char: string): void {
    this.at += 1;
    if (char === '\n') this.endLine();
    else if (/\s/.test(char)) this.endWord();
    else if (char === '#' && this.word === undefined) this.skipLine();
    else if (char === "'" || char === '"') this.quoted(char);
    else if (char === '\\') this.escaped();
    else if (char === '$') this.dollar();
    else if (char === ')' && this.keptAs !== undefined) this.endCommand();
    else this.add(char);
  }

  private add(text: string): void {
    if (this.words.length === 0 && this.word === undefined && this.keptAs === undefined)
      this.startedAt = this.line;
    this.word = (this.word ?? '') + text;
  }

  private endWord(): void {
    if (this.word !== undefined) this.words.push(this.word);
    this.word = undefined;
  }

  private endLine(): void {
    this.endWord();
    // Inside `$(…)` a line may simply go on.
    if (this.keptAs === undefined) this.endCommand();
    this.line += 1;
  }

  private endCommand(): void {
    this.endWord();
    if (this.words.length > 0)
      this.found.push({ line: this.startedAt, keptAs: this.keptAs, words: this.words });
    this.words = [];
    this.keptAs = undefined;
  }

  private skipLine(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end < 0 ? this.text.length : end;
  }

  private escaped(): void {
    const next = this.text.charAt(this.at);
    this.at += 1;
    if (next === '\n') this.line += 1;
    else if (next !== '\r') this.add(next);
  }

  private quoted(quote: string): void {
    const opened = this.line;
    this.add('');
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at++);
      if (char === quote) return;
      if (char === '\n') this.line += 1;
      if (quote === '"' && char === '\\') {
        const next = this.text.charAt(this.at++);
        this.add(/["\\$`]/.test(next) ? next : `\\${next}`);
      } else if (quote === '"' && char === '$') this.dollar();
      else this.add(char);
    }
    this.found.push({
      line: opened,
      message: `a ${quote === '"' ? 'double' : 'single'} quote is not closed`,
    });
    this.words = [];
    this.word = undefined;
  }

  private dollar(): void {
    if (this.text.charAt(this.at) === '(') {
      const name = /^([A-Za-z_]\w*)=$/.exec(this.word ?? '')?.[1];
      if (name === undefined || this.words.length > 0 || this.keptAs !== undefined) {
        this.complain('`$(…)` stands only behind `name=` at the beginning of a line');
        return;
      }
      this.at += 1;
      this.word = undefined;
      this.keptAs = name;
      return;
    }
    const braced = this.text.charAt(this.at) === '{';
    const [name] = NAME.exec(this.text.slice(this.at + (braced ? 1 : 0))) ?? [];
    const end = this.at + (name?.length ?? 0) + (braced ? 2 : 0);
    // A prompt in front of a line, and a dollar that names nothing.
    if (name === undefined || (braced && this.text.charAt(end - 1) !== '}')) {
      if (this.words.length > 0 || this.word !== undefined) this.add('$');
      return;
    }
    this.at = end;
    this.add(`${MARK}${name}${MARK}`);
  }

  /** What is left of the line says nothing any more. */
  private complain(message: string): void {
    this.found.push({ line: this.line, message });
    this.words = [];
    this.word = undefined;
    this.keptAs = undefined;
    this.skipLine();
  }
}
