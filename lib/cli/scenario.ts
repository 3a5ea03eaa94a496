/** `flowtrap scenario`: a case from a seed, without its key or with it. */
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { NOT_MODELLED } from '@/lib/core/scenario/faults/not-modelled';
import { generateFault } from '@/lib/core/scenario/generate-fault';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { parseOptions } from './arguments';
import { CliError } from './cli-error';
import { questionJson, questionKeyJson } from './question-json';
import { faultCaseJson, faultKeyJson } from './scenario-json';

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
  const issues: string[] = [];
  if (level !== undefined) issues.push('levels are not there yet: use --fault SLUG or --trap ID');
  else if ((fault === undefined) === (trap === undefined))
    issues.push('say --fault SLUG or --trap ID, and one of them');
  if (typeof seed !== 'string') issues.push('--seed TEXT is needed: the same text gives the same case');
  else if (!SEED.test(seed))
    issues.push(`--seed \`${seed}\` is not 1 to 64 letters, digits, \`.\`, \`_\` or \`-\``);
  if (issues.length > 0) throw problems(issues);
  const answer =
    typeof fault === 'string'
      ? faultCase(fault, String(seed), key === true)
      : trapCase(String(trap), String(seed), key === true);
  return `${JSON.stringify(answer, null, 2)}\n`;
}

function problems(issues: readonly string[]): CliError {
  return new CliError(issues.map((issue) => `flowtrap scenario: ${issue}`).join('\n'));
}

function faultCase(id: string, seed: string, withKey: boolean): object {
  const fault = FAULTS.find((one) => one.id === id);
  const reason = Object.hasOwn(NOT_MODELLED, id) ? NOT_MODELLED[id] : undefined;
  if (reason !== undefined) throw problems([`--fault \`${id}\` is in no case: ${reason}`]);
  if (!fault) throw problems([`--fault \`${id}\` is none we know: \`flowtrap faults\` lists them`]);
  const generated = generateFault(fault, seed);
  const shown = faultCaseJson(generated.made);
  return withKey ? { ...shown, ...faultKeyJson(generated) } : shown;
}

function trapCase(id: string, seed: string, withKey: boolean): object {
  const trap = TRAPS.find((one) => one.id === id);
  if (!trap) throw problems([`--trap \`${id}\` is none we know: \`flowtrap traps\` lists them`]);
  const generated = generateQuestion(trap, seed);
  const shown = questionJson(generated);
  return withKey ? { ...shown, ...questionKeyJson(generated) } : shown;
}
