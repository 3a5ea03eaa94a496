/** Numbers as AWS writes them: decimal digits, no sign, no leading zeros. */
import { type Codec, readDash } from './cursor';

const ZERO = 48;

export function numberBetween(least: number, most: number): Codec {
  return (cursor) => {
    const { bytes, at: from } = cursor;
    let at = from;
    let value = 0;
    for (;;) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      at++;
    }
    if (at === from) return readDash(cursor);
    if (value < least || value > most) return undefined;
    if (bytes[from] === ZERO && at - from > 1) return undefined;
    cursor.at = at;
    return value;
  };
}
