/** `flowtrap grade`: an answer to a scenario judged by running it, and a receipt of a verdict run again. */
import { writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { formatPath } from '@/lib/core/ec2/issue';
import { issuesOf } from '@/lib/core/ec2/schema/zod-issue';
import type { CaseOf } from '@/lib/core/quiz/case-of';
import type { Generated } from '@/lib/core/quiz/generate/generate';
import { openCase } from '@/lib/core/quiz/generate/open-case';
import { readAnswer } from '@/lib/core/quiz/read-answer';
import { issueReceipt } from '@/lib/core/quiz/receipt/issue';
import { pack } from '@/lib/core/quiz/receipt/packing';
import { readReceipt } from '@/lib/core/quiz/receipt/read-receipt';
import { replayReceipt } from '@/lib/core/quiz/receipt/replay';
import { taskOf, verdictOf } from '@/lib/core/quiz/verdict-of';
import { GENERATOR_VERSION } from '@/lib/core/scenario/scenario';
import { parseFiles } from './arguments';
import { CliError } from './cli-error';
import { loadJson, loadText } from './input';
import { reasonOf } from './reason';
import { verdictJson } from './verdict-json';

const OPTIONS = { receipt: { type: 'string' }, replay: { type: 'string' } } as const;

const fail = (problem: string): CliError => new CliError(`flowtrap grade: ${problem}`);

export async function runGrade(args: readonly string[]): Promise<string> {
  const { files, values } = parseFiles('grade', args, OPTIONS);
  const { receipt, replay } = values;
  if (typeof replay === 'string') {
    if (files.length > 0 || receipt !== undefined)
      throw fail('--replay FILE stands alone: a receipt holds scenario and answer');
    return json(await replayed(replay));
  }
  const [scenario, answer, ...more] = files;
  if (scenario === undefined || answer === undefined || more.length > 0)
    throw fail('which two files, a scenario and an answer? see flowtrap --help');
  if (scenario === '-' && answer === '-') throw fail('only one of the two files can be standard input');
  return json(await graded(scenario, answer, typeof receipt === 'string' ? receipt : undefined));
}

function json(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

async function graded(
  scenarioFile: string,
  answerFile: string,
  receiptFile: string | undefined,
): Promise<object> {
  const generated = await scenarioIn(scenarioFile);
  const door = readAnswer(await loadJson('grade', answerFile));
  if ('problem' in door) throw fail(`\`${answerFile}\`: ${door.problem}`);
  const { answer } = door;
  const question = taskOf(generated.question, answer.kind === 'repair' ? 'repair' : 'as it is asked');
  if ('problem' in question) throw fail(question.problem);
  const judged = verdictOf(question, answer);
  if ('problem' in judged) throw fail(`\`${answerFile}\`: ${judged.problem}`);
  const { of, seed } = generated;
  if (receiptFile !== undefined)
    await write(
      receiptFile,
      `${pack(issueReceipt({ of, seed, question, answer, verdict: judged.verdict }))}\n`,
    );
  return verdictJson(judged.verdict);
}

const scenarioSchema = z.looseObject({
  trap: z.string().optional(),
  fault: z.string().optional(),
  level: z.number().int().optional(),
  seed: z
    .string()
    .regex(/^[\w.-]{1,64}$/, { error: () => 'is not 1 to 64 letters, digits, `.`, `_` or `-`' }),
  version: z.number().int(),
});

/** Made anew from what the file names; whatever else stands in it is not believed. */
async function scenarioIn(file: string): Promise<Generated> {
  const parsed = scenarioSchema.safeParse(await loadJson('grade', file));
  if (!parsed.success) {
    const [issue] = issuesOf(parsed.error);
    throw fail(
      `\`${file}\` is no scenario: ${formatPath(issue?.path ?? [])} ${issue?.message ?? 'does not fit'}`,
    );
  }
  const { trap, fault, level, seed, version } = parsed.data;
  if (version !== GENERATOR_VERSION)
    throw fail(
      `\`${file}\` comes from generator version ${version}, and this is ${GENERATOR_VERSION}: the same seed makes another case`,
    );
  const named: readonly CaseOf[] = [
    ...(trap === undefined ? [] : [{ kind: 'trap', id: trap } as const]),
    ...(fault === undefined ? [] : [{ kind: 'fault', id: fault } as const]),
    ...(level === undefined ? [] : [{ kind: 'level', id: `level-${level}` } as const]),
  ];
  const [of] = named;
  if (!of || named.length > 1)
    throw fail(`\`${file}\` is no scenario: it names one of trap, fault and level`);
  const generated = openCase(of, seed);
  if (!generated) throw fail(`\`${file}\` names the ${of.kind} \`${of.id}\`, which there is not`);
  return generated;
}

async function replayed(file: string): Promise<object> {
  const door = readReceipt(await loadText('grade', file));
  if ('problem' in door) throw fail(`\`${file}\` cannot be replayed: ${door.problem}`);
  const { of, seed, version, asked, prompt, answer } = door.receipt;
  const replay = replayReceipt(door.receipt);
  return {
    [of.kind]: of.id,
    seed,
    version,
    thisVersion: GENERATOR_VERSION,
    asks: asked,
    prompt,
    answer,
    ...replay,
  };
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw fail(`\`${file}\` cannot be written: ${reasonOf(error)}`);
  }
}
