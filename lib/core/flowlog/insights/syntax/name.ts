/** Names of fields: those that a log has, and those that a query makes. */
import type { FieldReference } from './query';
import { RESERVED, type Reader } from './reader';
import type { Token } from './token';

/** The alias behind `as`. */
export function readName(reader: Reader): string {
  const token = takeName(reader);
  if (token) return token.text;
  reader.wants({ kind: 'name' });
  reader.fail();
  return '';
}

export function readFieldReference(reader: Reader): FieldReference {
  const token = takeName(reader);
  if (token) return { kind: 'field', name: token.text, at: token.at };
  reader.wants({ kind: 'field' });
  reader.fail();
  return { kind: 'field', name: '', at: reader.token.at };
}

export function takeName(reader: Reader): Token | undefined {
  const { kind, text } = reader.token;
  const isName = kind === 'backticks' || (kind === 'word' && !RESERVED.includes(text.toLowerCase()));
  return isName ? reader.next() : undefined;
}
