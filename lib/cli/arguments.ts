/** Options and positionals of one command, with plain words for what does not fit. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CliError } from './cli-error';

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Arguments {
  readonly file: string;
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/** One file and the command's own options. */
export function parseArguments(command: string, args: readonly string[], options: Options): Arguments {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: joinNegativeNumbers(args, options),
      options,
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new CliError(`flowtrap ${command}: ${firstSentence(error)}; see flowtrap --help`);
  }
  const [file, ...more] = parsed.positionals;
  if (file === undefined) throw new CliError(`flowtrap ${command}: which file? see flowtrap --help`);
  if (more.length > 0)
    throw new CliError(`flowtrap ${command}: one file at a time, and \`${more.join(' ')}\` is one too many`);
  return { file, values: parsed.values as Arguments['values'] };
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
