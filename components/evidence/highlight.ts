/** A query cut into what is coloured alike, with the places that are wrong. Pure; it colours, and judges nothing. */

export interface Piece {
  readonly text: string;
  readonly kind: 'keyword' | 'string' | 'number' | 'plain';
  readonly isWrong: boolean;
  /** Where it begins. */
  readonly from: number;
}

export interface WrongPlace {
  readonly from: number;
  readonly to: number;
}

const TOKEN =
  /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/(?:[^/\\\n]|\\.)+\/)|(\b(?:fields|display|filter|stats|sort|limit|dedup|parse|filterIndex|unmask|by|as|asc|desc|and|or|not|in|like|tail|head)\b|\|)|(\b\d+(?:\.\d+)?\b)/g;

export function piecesOf(text: string, wrong: readonly WrongPlace[]): readonly Piece[] {
  const cuts = new Set([0, text.length, ...wrong.flatMap(({ from, to }) => [from, Math.max(to, from + 1)])]);
  const tokens: { readonly from: number; readonly to: number; readonly kind: Piece['kind'] }[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const kind = match[1] !== undefined ? 'string' : match[2] !== undefined ? 'keyword' : 'number';
    tokens.push({ from: match.index, to: match.index + match[0].length, kind });
    cuts.add(match.index);
    cuts.add(match.index + match[0].length);
  }
  const at = [...cuts].filter((cut) => cut <= text.length).sort((a, b) => a - b);
  return at.slice(0, -1).map((from, i) => {
    const to = at[i + 1] ?? text.length;
    return {
      text: text.slice(from, to),
      kind: tokens.find((token) => token.from <= from && to <= token.to)?.kind ?? 'plain',
      isWrong: wrong.some((place) => place.from < to && from < Math.max(place.to, place.from + 1)),
      from,
    };
  });
}
