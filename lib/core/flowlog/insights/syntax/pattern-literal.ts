/** A pattern between slashes, with its issues told at their place in the query. */
import { parsePattern } from '../pattern/parse-pattern';
import type { ParsedPattern } from '../pattern/pattern';
import { compilePattern } from '../pattern/program';
import type { Reader } from './reader';

/** `undefined` when no pattern stands here. */
export function readPattern(reader: Reader): ParsedPattern | undefined {
  const token = reader.take('pattern');
  if (!token) {
    reader.wants({ kind: 'pattern' });
    return undefined;
  }
  const door = parsePattern(token.text);
  if ('issue' in door) {
    const at = token.at.from + 1 + door.issue.at;
    reader.failAt({ from: at, to: Math.min(at + 1, token.at.to) }, door.issue.message);
    return NEVER;
  }
  if (!compilePattern(door))
    reader.failAt(token.at, 'the pattern repeats so much that it is too large to run');
  return door;
}

const NEVER: ParsedPattern = { pattern: { kind: 'sequence', of: [] }, groups: [] };
