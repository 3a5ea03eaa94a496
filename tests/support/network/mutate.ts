/** Spoils a document in one place: what somebody's hand, or half an export, would do to it. */
import fc from 'fast-check';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

/** Every place of a document, the whole of it left out. */
function placesOf(value: Json, path: Path = []): readonly Path[] {
  const inner: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? value.map((item: Json, i) => [i, item] as const)
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  return inner.flatMap(([key, item]) => [[...path, key], ...placesOf(item, [...path, key])]);
}

const JUNK: readonly (Json | undefined)[] = [
  undefined,
  null,
  -1,
  1e21,
  '',
  'x',
  '10.1.0.0/33',
  '999.1.1.1',
  '::/0',
  '0.0.0.0/0',
  [],
  {},
  [{}],
  '__proto__',
];

/** What is there already, somewhere else: ids and blocks that are valid but wrong. */
function stringsOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

export const mutated = (document: object): fc.Arbitrary<unknown> => {
  const json = JSON.parse(JSON.stringify(document)) as Json;
  const places = placesOf(json);
  const strings = [...new Set(stringsOf(json))];
  return fc
    .record({
      place: fc.nat(places.length - 1),
      junk: fc.oneof(fc.constantFrom(...JUNK), fc.constantFrom(...strings)),
      twice: fc.boolean(),
    })
    .map(({ place, junk, twice }) => spoil(json, places[place] ?? [], junk, twice));
};

/** `twice`: rather than spoiling a row of a list, repeats it. */
function spoil(json: Json, [key, ...rest]: Path, junk: Json | undefined, twice: boolean): Json {
  if (Array.isArray(json)) {
    const index = Number(key);
    if (rest.length === 0 && twice) return [...json, json[index] ?? null];
    if (rest.length === 0 && junk === undefined) return json.filter((_item: Json, i) => i !== index);
    return json.map((item: Json, i) => (i === index ? inner(item, rest, junk, twice) : item));
  }
  if (typeof json !== 'object' || json === null || key === undefined) return json;
  const { [key]: item = null, ...others } = json as { readonly [key: string]: Json };
  return rest.length === 0 && junk === undefined
    ? others
    : { ...others, [key]: inner(item, rest, junk, twice) };
}

function inner(item: Json, rest: Path, junk: Json | undefined, twice: boolean): Json {
  return rest.length === 0 ? (junk ?? null) : spoil(item, rest, junk, twice);
}
