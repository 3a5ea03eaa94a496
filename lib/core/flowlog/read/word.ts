/** Words: ids, names, closed lists, tag values. AWS's have ASCII alone. */
import { type Codec, readDash, wordEnd } from './cursor';
import { asciiBytes, type Strings, startsAt } from './strings';
import { utf8Text } from './utf8';

/** What a character may be part of, one bit each. */
export const ID = 1;
export const NAME = 2;
export const PRINTABLE = 4;

const CLASSES = Uint8Array.from({ length: 256 }, (_, code) => {
  const char = String.fromCharCode(code);
  const isId = /[0-9A-Za-z-]/.test(char);
  return (isId ? ID : 0) | (isId || char === '_' ? NAME : 0) | (code > 32 && code < 127 ? PRINTABLE : 0);
});

/** A word of these characters that begins so, and has more than that. */
export function word(strings: Strings, allowed: number, prefix = ''): Codec {
  const start = asciiBytes(prefix);
  return (cursor) => {
    const { bytes, at: from } = cursor;
    let at = from;
    while (((CLASSES[bytes[at] ?? 0] ?? 0) & allowed) !== 0) at++;
    if (at - from === 1 && readDash(cursor) === null) return null;
    if (at - from <= start.length || !startsAt(bytes, from, start)) return undefined;
    cursor.at = at;
    return strings.take(bytes, from, at);
  };
}

/** Percent-encoded UTF-8: `my-app` is `my%2Dapp`. It stays encoded, so that a record is written as it was read. */
export function tagValue(strings: Strings): Codec {
  const read = word(strings, PRINTABLE);
  return (cursor) => {
    const value = read(cursor);
    return typeof value !== 'string' || isEncoded(value) ? value : undefined;
  };
}

function isEncoded(text: string): boolean {
  if (!text.includes('%')) return true;
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

export function oneOf(values: readonly string[]): Codec {
  const choices = values.map((value) => ({ value, bytes: asciiBytes(value) }));
  return (cursor) => {
    for (const { value, bytes } of choices) {
      if (!startsAt(cursor.bytes, cursor.at, bytes)) continue;
      cursor.at += bytes.length;
      return value;
    }
    return readDash(cursor);
  };
}

/** What a field holds that AWS's table does not have: any text but control characters. */
export const anything: Codec = (cursor) => {
  const { bytes, at: from } = cursor;
  const to = wordEnd(bytes, from);
  if (to - from === 1 && readDash(cursor) === null) return null;
  const text = utf8Text(bytes, from, to);
  if (text === '' || NO_TEXT.test(text)) return undefined;
  cursor.at = to;
  return text;
};

const NO_TEXT = /[\p{Cc}\ufffd]/u;
