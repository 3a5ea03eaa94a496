/** A pattern's text, read from the left; after the first issue nothing is left to read. */
import { bothCases, type CharSet } from './char-set';
import type { Pattern } from './pattern';

export interface Flags {
  readonly ignoreCase: boolean;
  readonly dotIsAll: boolean;
  readonly multiline: boolean;
}

export class PatternReader {
  flags: Flags = { ignoreCase: false, dotIsAll: false, multiline: false };
  issue: { readonly at: number; readonly message: string } | undefined;
  readonly groups: (string | undefined)[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  get isDone(): boolean {
    return this.issue !== undefined || this.at >= this.text.length;
  }

  get char(): string {
    return this.isDone ? '' : this.text.charAt(this.at);
  }

  get rest(): string {
    return this.isDone ? '' : this.text.slice(this.at, this.at + 200);
  }

  next(): string {
    const { char } = this;
    this.at++;
    return char;
  }

  take(char: string): boolean {
    if (this.char !== char) return false;
    this.at++;
    return true;
  }

  skip(count: number): void {
    this.at += count;
  }

  /** `back`: how many characters ago the wrong one stands. */
  fail(message: string, back = 0): void {
    this.issue ??= { at: Math.min(this.at - back, this.text.length), message };
  }

  openGroup(name: string | undefined): number {
    if (name !== undefined && this.groups.includes(name)) this.fail(`two groups are named \`${name}\``);
    return this.groups.push(name) - 1;
  }

  switchFlags(on: string, off: string): void {
    const state = (letter: string, before: boolean): boolean =>
      off.includes(letter) ? false : on.includes(letter) || before;
    this.flags = {
      ignoreCase: state('i', this.flags.ignoreCase),
      dotIsAll: state('s', this.flags.dotIsAll),
      multiline: state('m', this.flags.multiline),
    };
  }
}

export function setOf(set: CharSet, { ignoreCase }: Flags): Pattern {
  return { kind: 'set', set: ignoreCase ? { ...set, ranges: bothCases(set.ranges) } : set };
}

export function charOf(code: number, flags: Flags): Pattern {
  const isLetter = String.fromCharCode(code).toLowerCase() !== String.fromCharCode(code).toUpperCase();
  if (flags.ignoreCase && isLetter) return setOf({ ranges: [[code, code]], negated: false }, flags);
  return { kind: 'char', code };
}
