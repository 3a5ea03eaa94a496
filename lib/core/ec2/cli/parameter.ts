/** The words behind an option as the parameter of an API call, by the type that the call's schema gives it. */
import { MARK } from './shell';
import { parseShorthand } from './shorthand';

/** The part of a JSON Schema that is read here. */
export interface ParameterType {
  readonly type?: string;
  readonly anyOf?: readonly ParameterType[];
  readonly items?: ParameterType;
  readonly properties?: Readonly<Record<string, ParameterType>>;
}

/** A value, or what is wrong with it in words. */
export type Parameter = { readonly value: unknown } | { readonly problem: string };

export function parameterOf(words: readonly string[], type: ParameterType): Parameter {
  if (type.type !== 'array') {
    const [word, ...more] = words;
    if (word === undefined) return { problem: 'wants a value' };
    return more.length > 0 ? { problem: `takes one value, and has ${words.length}` } : readWord(word, type);
  }
  const [only] = words;
  if (only?.startsWith('[') && words.length === 1) return readWord(only, type);
  const values = words.map((word) => readWord(word, type.items ?? {}));
  const wrong = values.find((value) => 'problem' in value);
  return wrong ?? { value: values.map((one) => ('value' in one ? one.value : undefined)) };
}

/** Whether an option alone says yes, and `--no-…` says no. */
export function isFlag({ type, properties }: ParameterType): boolean {
  return type === 'boolean' || properties?.Value?.type === 'boolean';
}

function readWord(word: string, type: ParameterType): Parameter {
  if (type.type !== 'array' && type.type !== 'object') return { value: typed(word, type) };
  const value = parseShorthand(word);
  return value === undefined
    ? { problem: `\`${shown(word)}\` is neither shorthand nor JSON` }
    : { value: typed(value, type) };
}

/** Texts take the type that is wanted where they can; what cannot is left for the schema to refuse. */
function typed(value: unknown, type: ParameterType): unknown {
  if (Array.isArray(value)) return value.map((item) => typed(item, type.items ?? {}));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, typed(part, type.properties?.[name] ?? {})]),
    );
  if (typeof value !== 'string') return value;
  if (type.type === 'integer' || type.type === 'number')
    return /^-?\d{1,10}$/.test(value) ? Number(value) : value;
  if (type.type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  const [, name] = new RegExp(`^${MARK}(\\w+)${MARK}$`).exec(value) ?? [];
  return name === undefined ? value : { Ref: name };
}

/** A variable is shown as it was written. */
export function shown(word: string): string {
  return word.replaceAll(new RegExp(`${MARK}(\\w+)${MARK}`, 'g'), (_, name: string) => `$${name}`);
}
