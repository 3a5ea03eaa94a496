/** One question of a trap or a level: drawn, every option run, and guessers let loose on it. */
import { plain } from '@/lib/core/explain/prose';
import type { CaseOf } from '@/lib/core/quiz/case-of';
import { choicesOf, keyOf, picksOf } from '@/lib/core/quiz/choices';
import { NOT_OF_THIS_LEVEL } from '@/lib/core/quiz/generate/diagnosis';
import { openCase } from '@/lib/core/quiz/generate/open-case';
import { BOTS } from '../support/bots';
import { namedIn } from '../support/ticket-words';

export interface Outcome {
  /** What is wrong with it; undefined: nothing. */
  readonly failure: string | undefined;
  readonly discarded: readonly string[];
  /** What each guesser wins, 0 to 1, and what chance does. */
  readonly wins: Readonly<Record<string, number>>;
  readonly chance: number;
  /** The layer of the right option, or its place. */
  readonly key: string;
}

export function proveQuestion(of: CaseOf, seed: string): Outcome {
  try {
    const asked = openCase(of, seed);
    if (!asked) throw new Error(`${of.id} opens`);
    const { question, discarded } = asked;
    const choices = choicesOf(question);
    const key = keyOf(question);
    const options = choices.map(({ text, layer }, i) => ({
      text: plain(text),
      layer,
      right: key.includes(i),
    }));
    const named = namedIn(asked);
    const wins = Object.fromEntries(
      Object.entries(BOTS).map(([name, bot]) => [name, bot({ options, named })]),
    );
    // Layers that the exhibit cannot tell apart are equally right.
    const isWhole = question.kind === 'which-layer' ? key.length > 0 : key.length === picksOf(question);
    const isPlain = new Set(options.map(({ text }) => text)).size === choices.length;
    return {
      failure: isWhole
        ? isPlain
          ? undefined
          : 'two options say the same'
        : `${key.length} options are right`,
      discarded: discarded.filter((reason) => !NOT_OF_THIS_LEVEL.includes(reason)),
      wins,
      chance: key.length / choices.length,
      key: choices[key[0] ?? -1]?.layer || `place ${key[0] ?? '-'}`,
    };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { failure, discarded: [], wins: {}, chance: 0, key: '' };
  }
}
