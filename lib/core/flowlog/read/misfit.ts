/** Why the words of a line are not the fields of a format: told word by word, since nobody is in a hurry any more. */
import type { Complaint } from './agreement';
import { kindOf } from './codecs';
import type { Columns } from './columns';
import type { Codec, Cursor } from './cursor';
import { utf8Bytes } from './utf8';

/** `codecs`: those of the columns, in order. */
export function misfit(columns: Columns, codecs: readonly Codec[], line: string): Complaint {
  const words = line.split(/[ \t\r]+/).filter(Boolean);
  if (words.length !== columns.length) {
    const fields = words.length === 1 ? '1 field' : `${words.length} fields`;
    return { issue: `the line has ${fields}, and the format ${columns.length}`, field: undefined };
  }
  for (const [i, column] of columns.entries()) {
    const word = words[i] ?? '';
    if (fits(codecs[i], word, kindOf(column).isAlwaysThere)) continue;
    return {
      issue: `\`${excerpt(word)}\` is not a value of ${column}, which is ${kindOf(column).is}`,
      field: column,
    };
  }
  return { issue: 'the line is no record', field: undefined };
}

function fits(codec: Codec | undefined, word: string, isAlwaysThere = false): boolean {
  const bytes = utf8Bytes(`${word}\n`);
  const cursor: Cursor = { bytes, at: 0 };
  const value = codec?.(cursor);
  return value !== undefined && !(value === null && isAlwaysThere) && cursor.at === bytes.length - 1;
}

const LONGEST_EXCERPT = 60;

function excerpt(word: string): string {
  return word.length <= LONGEST_EXCERPT ? word : `${word.slice(0, LONGEST_EXCERPT)}…`;
}
