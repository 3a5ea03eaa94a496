/** A pattern as instructions for a machine that holds a place in them and a place in the text. */
import { compileCharSet } from './char-set';
import { firstCodes } from './first-codes';
import type { Assertion, ParsedPattern, Pattern } from './pattern';

export const CHAR = 0;
export const SET = 1;
export const ASSERT = 2;
/** Goes on at `x`, and at `y` when that leads nowhere. */
export const SPLIT = 3;
export const JUMP = 4;
/** Writes the place in the text into slot `x`. */
export const SAVE = 5;
export const MATCH = 6;

export interface Program {
  readonly ops: Uint8Array;
  readonly xs: Int32Array;
  readonly ys: Int32Array;
  readonly sets: readonly ((code: number) => boolean)[];
  readonly assertions: readonly Assertion[];
  readonly groups: readonly (string | undefined)[];
  /** Text that every match begins with. */
  readonly prefix: string;
  /** Whether a match can begin with a code unit; `undefined` where it can begin with any. */
  readonly canBegin: ((code: number) => boolean) | undefined;
  /** Whether the prefix is all there is. */
  readonly isLiteral: boolean;
  readonly isAnchored: boolean;
}

/** Counted repetition is written out, so a small pattern can be a large program. */
const MOST_INSTRUCTIONS = 3000;

/** `undefined` for a pattern whose program would be too large. */
export function compilePattern({ pattern, groups }: ParsedPattern): Program | undefined {
  const writer = new Writer();
  writer.write(pattern);
  writer.emit(MATCH, 0, 0);
  if (writer.isFull) return undefined;
  const { text, isWhole } = literalOf(pattern);
  return {
    ops: Uint8Array.from(writer.ops),
    xs: Int32Array.from(writer.xs),
    ys: Int32Array.from(writer.ys),
    sets: writer.sets,
    assertions: writer.assertions,
    groups,
    prefix: text,
    canBegin: firstCodes(pattern),
    isLiteral: isWhole && groups.length === 0,
    isAnchored: beginsAtStart(pattern),
  };
}

class Writer {
  readonly ops: number[] = [];
  readonly xs: number[] = [];
  readonly ys: number[] = [];
  readonly sets: ((code: number) => boolean)[] = [];
  readonly assertions: Assertion[] = [];

  get isFull(): boolean {
    return this.ops.length > MOST_INSTRUCTIONS;
  }

  emit(op: number, x: number, y: number): number {
    this.xs.push(x);
    this.ys.push(y);
    return this.ops.push(op) - 1;
  }

  write(pattern: Pattern): void {
    if (this.isFull) return;
    switch (pattern.kind) {
      case 'char':
        this.emit(CHAR, pattern.code, 0);
        return;
      case 'set':
        this.emit(SET, this.sets.push(compileCharSet(pattern.set)) - 1, 0);
        return;
      case 'assert':
        this.emit(ASSERT, this.assertions.push(pattern.what) - 1, 0);
        return;
      case 'capture':
        this.emit(SAVE, pattern.index * 2, 0);
        this.write(pattern.of);
        this.emit(SAVE, pattern.index * 2 + 1, 0);
        return;
      case 'sequence':
        for (const part of pattern.of) this.write(part);
        return;
      case 'either':
        this.writeEither(pattern.of);
        return;
      case 'repeat':
        for (let i = 0; i < pattern.least; i++) this.write(pattern.of);
        if (pattern.most === Number.POSITIVE_INFINITY) this.writeLoop(pattern.of, pattern.greedy);
        else this.writeOptional(pattern.of, pattern.most - pattern.least, pattern.greedy);
    }
  }

  private writeEither(options: readonly Pattern[]): void {
    const ends: number[] = [];
    for (const [index, option] of options.entries()) {
      if (index === options.length - 1) {
        this.write(option);
        break;
      }
      const split = this.emit(SPLIT, this.ops.length + 1, 0);
      this.write(option);
      ends.push(this.emit(JUMP, 0, 0));
      this.ys[split] = this.ops.length;
    }
    for (const end of ends) this.xs[end] = this.ops.length;
  }

  private writeLoop(of: Pattern, greedy: boolean): void {
    const split = this.emit(SPLIT, 0, 0);
    this.write(of);
    this.emit(JUMP, split, 0);
    this.aim(split, greedy);
  }

  private writeOptional(of: Pattern, times: number, greedy: boolean): void {
    const splits: number[] = [];
    for (let i = 0; i < times && !this.isFull; i++) {
      splits.push(this.emit(SPLIT, 0, 0));
      this.write(of);
    }
    for (const split of splits) this.aim(split, greedy);
  }

  /** Into the part behind the split or past everything written so far, the preferred way first. */
  private aim(split: number, greedy: boolean): void {
    const past = this.ops.length;
    this.xs[split] = greedy ? split + 1 : past;
    this.ys[split] = greedy ? past : split + 1;
  }
}

function literalOf(pattern: Pattern): { readonly text: string; readonly isWhole: boolean } {
  if (pattern.kind === 'char') return { text: String.fromCharCode(pattern.code), isWhole: true };
  if (pattern.kind === 'capture') return { ...literalOf(pattern.of), isWhole: false };
  if (pattern.kind !== 'sequence') return { text: '', isWhole: false };
  let text = '';
  for (const part of pattern.of) {
    const literal = literalOf(part);
    text += literal.text;
    if (!literal.isWhole) return { text, isWhole: false };
  }
  return { text, isWhole: true };
}

function beginsAtStart(pattern: Pattern): boolean {
  if (pattern.kind === 'assert') return pattern.what === 'start';
  if (pattern.kind === 'capture') return beginsAtStart(pattern.of);
  if (pattern.kind === 'either') return pattern.of.every(beginsAtStart);
  const [first] = pattern.kind === 'sequence' ? pattern.of : [];
  return first !== undefined && beginsAtStart(first);
}
