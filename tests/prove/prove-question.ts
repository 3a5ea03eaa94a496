/** One question of a trap: drawn, every option run, and guessers let loose on it. */
import { plain } from '@/lib/core/explain/prose';
import { choicesOf, keyOf, picksOf } from '@/lib/core/quiz/choices';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import type { Trap } from '@/lib/core/scenario/trap';
import { BOTS } from '../support/bots';

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

export function proveQuestion(trap: Trap, seed: string): Outcome {
  try {
    const { question, discarded } = generateQuestion(trap, seed);
    const choices = choicesOf(question);
    const key = keyOf(question);
    const options = choices.map(({ text, layer }, i) => ({
      text: plain(text),
      layer,
      right: key.includes(i),
    }));
    const wins = Object.fromEntries(
      Object.entries(BOTS).map(([name, bot]) => [name, bot({ options, named: [] })]),
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
      discarded,
      wins,
      chance: key.length / choices.length,
      key: choices[key[0] ?? -1]?.layer || `place ${key[0] ?? '-'}`,
    };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { failure, discarded: [], wins: {}, chance: 0, key: '' };
  }
}
