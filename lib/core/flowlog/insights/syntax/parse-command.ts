/**
 * The grammar of `parse`: from a field, `@message` unless another is named, by a glob or a pattern.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Parse.html
 */
import { parseGlob } from '../glob';
import { readName, takeName } from './name';
import { readPattern } from './pattern-literal';
import type { FieldReference, Parse } from './query';
import type { Reader } from './reader';
import type { At } from './token';

export function readParse(reader: Reader, at: At): Parse {
  const source = takeName(reader);
  if (!source) reader.wants({ kind: 'field' });
  const from: FieldReference = { kind: 'field', name: source?.text ?? '@message', at: source?.at ?? at };
  const since = (): At => ({ from: at.from, to: reader.lastEnd });
  for (const mode of ['logfmt', 'csv'])
    if (reader.isWord(mode))
      reader.fail(`\`parse … ${mode}\` is AWS's, and not available here: flow logs have no such lines`);
  const glob = reader.take('text');
  if (glob) {
    const texts = parseGlob(glob.text);
    const names = readNames(reader);
    const wildcards = texts.length - 1;
    if (names.length !== wildcards) reader.failAt(glob.at, mismatch('text', wildcards, 'wildcard', names));
    return { kind: 'parse', from, by: { kind: 'glob', texts }, names, at: since() };
  }
  reader.wants({ kind: 'text' });
  const { at: patternAt } = reader.token;
  const pattern = readPattern(reader);
  if (!pattern) {
    reader.fail();
    return { kind: 'parse', from, by: { kind: 'glob', texts: [] }, names: [], at };
  }
  const names = readGroupNames(reader, pattern.groups, patternAt);
  return { kind: 'parse', from, by: { kind: 'pattern', pattern }, names, at: since() };
}

/** Groups are named inside the pattern, or all of them behind `as`. */
function readGroupNames(reader: Reader, groups: readonly (string | undefined)[], at: At): readonly string[] {
  const aliases = reader.isWord('as') ? readNames(reader) : undefined;
  if (reader.isWord('multi'))
    reader.fail("`parse … multi` is AWS's, and not available here: a flow log record matches once");
  if (aliases && aliases.length !== groups.length)
    reader.failAt(at, mismatch('pattern', groups.length, 'group', aliases));
  if (groups.length === 0) reader.failAt(at, 'the pattern has no group to extract, such as `(?<name>…)`');
  const names = aliases ?? groups.map((name) => name ?? '');
  if (names.includes(''))
    reader.failAt(
      at,
      'a group has no name: write it as `(?<name>…)`, or `(?:…)` where nothing is to be extracted',
    );
  return names;
}

function readNames(reader: Reader): readonly string[] {
  if (!reader.takeWord('as')) reader.fail();
  const names: string[] = [];
  do names.push(readName(reader));
  while (reader.takeSymbol(','));
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) < index);
  if (twice !== undefined) reader.fail(`\`${twice}\` is named twice`);
  return names;
}

function mismatch(what: string, count: number, part: string, names: readonly string[]): string {
  const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return `the ${what} has ${counted(count, part)}, and \`as\` gives ${counted(names.length, 'name')}`;
}
