/** `flowtrap scenario`: a question from a seed, without its key or with it. */
import type { CaseOf } from '@/lib/core/quiz/case-of';
import { openCase } from '@/lib/core/quiz/generate/open-case';
import { viewOf } from '@/lib/core/quiz/view-of';
import { NOT_MODELLED } from '@/lib/core/scenario/faults/not-modelled';
import { parseOptions } from './arguments';
import { CliError } from './cli-error';
import { keyJson } from './key-json';
import { viewJson } from './question-json';

const OPTIONS = {
  fault: { type: 'string' },
  trap: { type: 'string' },
  level: { type: 'string' },
  seed: { type: 'string' },
  key: { type: 'boolean' },
} as const;

/** What a link can carry, too. */
const SEED = /^[\w.-]{1,64}$/;

export function runScenario(args: readonly string[]): string {
  const { fault, trap, level, seed, key } = parseOptions('scenario', args, OPTIONS);
  const named = Object.entries({ trap, fault, level }).flatMap(([kind, id]) =>
    typeof id === 'string' ? [{ kind: kind as CaseOf['kind'], id }] : [],
  );
  const [asked] = named;
  const issues: string[] = [];
  if (!asked || named.length > 1)
    issues.push('say --trap ID, --fault SLUG or --level 1 to 5, and one of them');
  if (typeof seed !== 'string') issues.push('--seed TEXT is needed: the same text gives the same case');
  else if (!SEED.test(seed))
    issues.push(`--seed \`${seed}\` is not 1 to 64 letters, digits, \`.\`, \`_\` or \`-\``);
  if (!asked || issues.length > 0) throw problems(issues);
  const of: CaseOf = asked.kind === 'level' ? { kind: 'level', id: `level-${asked.id}` } : asked;
  const generated = openCase(of, String(seed));
  if (!generated) throw problems([unknown(asked)]);
  const shown = viewJson(viewOf(generated));
  return `${JSON.stringify(key ? { ...shown, ...keyJson(generated) } : shown, null, 2)}\n`;
}

function unknown({ kind, id }: CaseOf): string {
  if (kind === 'level') return `--level \`${id}\` is none: levels go from 1 to 5`;
  const reason = kind === 'fault' && Object.hasOwn(NOT_MODELLED, id) ? NOT_MODELLED[id] : undefined;
  if (reason !== undefined) return `--fault \`${id}\` is in no case: ${reason}`;
  return `--${kind} \`${id}\` is none we know: \`flowtrap ${kind}s\` lists them`;
}

function problems(issues: readonly string[]): CliError {
  return new CliError(issues.map((issue) => `flowtrap scenario: ${issue}`).join('\n'));
}
