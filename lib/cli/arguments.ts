/** Options and positionals of one command, with plain words for what does not fit. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CliError } from './cli-error';

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Arguments {
  readonly file: string;
  /** A list where the command takes an option several times; else once, or not at all. */
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

/** One file and the command's own options. */
export function parseArguments(command: string, args: readonly string[], options: Options): Arguments {
  const { positionals, values } = parse(command, args, options);
  const [file, ...more] = positionals;
  if (file === undefined) throw new CliError(`flowtrap ${command}: which file? see flowtrap --help`);
  if (more.length > 0)
    throw new CliError(`flowtrap ${command}: one file at a time, and \`${more.join(' ')}\` is one too many`);
  return { file, values };
}

/** Options alone. */
export function parseOptions(
  command: string,
  args: readonly string[],
  options: Options,
): Arguments['values'] {
  const { positionals, values } = parse(command, args, options);
  if (positionals.length > 0)
    throw new CliError(`flowtrap ${command}: takes options alone, and no \`${positionals.join(' ')}\``);
  return values;
}

/** Two files, and no options. */
export function parseTwoFiles(command: string, args: readonly string[]): readonly [string, string] {
  const [one, other, ...more] = parse(command, args, {}).positionals;
  if (one === undefined || other === undefined || more.length > 0)
    throw new CliError(`flowtrap ${command}: which two files? see flowtrap --help`);
  return [one, other];
}

/** Any number of files, which the command counts itself, and its own options. */
export function parseFiles(
  command: string,
  args: readonly string[],
  options: Options,
): { readonly files: readonly string[]; readonly values: Arguments['values'] } {
  const { positionals, values } = parse(command, args, options);
  return { files: positionals, values };
}

/** One file, one text that asks something of it, and the command's own options. */
export function parseFileAndText(
  command: string,
  what: string,
  args: readonly string[],
  options: Options,
): Arguments & { readonly text: string } {
  const { positionals, values } = parse(command, args, options);
  const [file, text, ...more] = positionals;
  if (file === undefined) throw new CliError(`flowtrap ${command}: which file? see flowtrap --help`);
  if (text === undefined) throw new CliError(`flowtrap ${command}: which ${what}? see flowtrap --help`);
  if (more.length > 0)
    throw new CliError(
      `flowtrap ${command}: one ${what} in quotes, and \`${more.join(' ')}\` stands outside of them`,
    );
  return { file, text, values };
}

function parse(
  command: string,
  args: readonly string[],
  options: Options,
): { readonly positionals: readonly string[]; readonly values: Arguments['values'] } {
  let parsed: ReturnType<typeof parseAll>;
  try {
    parsed = parseAll(joinNegativeNumbers(args, options), options);
  } catch (error) {
    throw new CliError(`flowtrap ${command}: ${firstSentence(error)}; see flowtrap --help`);
  }
  const { positionals, values, tokens } = parsed;
  refuseRepeated(command, tokens, options);
  return { positionals, values: values as Arguments['values'] };
}

function parseAll(args: string[], options: Options) {
  return parseArgs({ args, options, allowPositionals: true, strict: true, tokens: true });
}

/** Of two values the last would win in silence. */
function refuseRepeated(
  command: string,
  tokens: ReturnType<typeof parseAll>['tokens'],
  options: Options,
): void {
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option' || options[token.name]?.multiple) continue;
    if (seen.has(token.name)) throw new CliError(`flowtrap ${command}: \`--${token.name}\` stands twice`);
    seen.add(token.name);
  }
}

/** parseArgs takes `--port -1` for two options; what follows an option that wants a value is its value. */
function joinNegativeNumbers(args: readonly string[], options: Options): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const option = joined.at(-1)?.replace(/^--/, '') ?? '';
    if (/^-\d/.test(arg) && options[option]?.type === 'string') joined.push(`${joined.pop()}=${arg}`);
    else joined.push(arg);
  }
  return joined;
}

function firstSentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [sentence = text] = text.split(/\.\s/);
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replaceAll("'", '`');
}
