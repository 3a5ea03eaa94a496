/** Guessers who know nothing of networks: what one of them wins, a learner could win too. */

export interface Guess {
  /** Texts of the options as shown, each with its layer where it has one, and which of them are right. */
  readonly options: readonly { readonly text: string; readonly layer: string; readonly right: boolean }[];
  /** Words that the ticket names: hosts, addresses. */
  readonly named: readonly string[];
}

/** The share of options that are right among those which a bot holds for equally good. */
type Bot = (guess: Guess) => number;

const among = (options: Guess['options'], liked: (option: Guess['options'][number]) => boolean): number => {
  const chosen = options.filter(liked);
  const from = chosen.length > 0 ? chosen : options;
  return from.filter(({ right }) => right).length / from.length;
};

export const BOTS: Readonly<Record<string, Bot>> = {
  'longest option': ({ options }) => {
    const most = Math.max(...options.map(({ text }) => text.length));
    return among(options, ({ text }) => text.length === most);
  },
  'shortest option': ({ options }) => {
    const least = Math.min(...options.map(({ text }) => text.length));
    return among(options, ({ text }) => text.length === least);
  },
  'first option': ({ options }) => (options[0]?.right ? 1 : 0),
  'always NACL': ({ options }) => among(options, ({ layer }) => layer === 'network-acl'),
  'always security group': ({ options }) => among(options, ({ layer }) => layer === 'security-group'),
  'always upstream': ({ options }) => among(options, ({ layer }) => layer === 'upstream'),
  'always the host': ({ options }) => among(options, ({ layer }) => layer === 'host'),
  'most frequent layer': ({ options }) => {
    const count = (layer: string): number => options.filter((option) => option.layer === layer).length;
    const most = Math.max(...options.map(({ layer }) => count(layer)));
    return among(options, ({ layer }) => count(layer) === most);
  },
  'named in the ticket': ({ options, named }) =>
    among(options, ({ text }) => named.some((word) => text.includes(word))),
};

/**
 * What a bot wins beyond chance over a population, and what it may win: 5 % more, and what chance alone may bring among so few.
 * Sixty questions show what gives the key away outright; `npm run prove` draws enough to see a leaning.
 */
export function beyondChance(
  bot: Bot,
  guesses: readonly Guess[],
): { readonly won: number; readonly bound: number } {
  const wins = guesses.map(bot);
  const chances = guesses.map(({ options }) => options.filter(({ right }) => right).length / options.length);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length;
  const chance = mean(chances);
  // Six standard deviations: seeds differ from commit to commit, and none of them may raise a false alarm.
  const spread = 6 * Math.sqrt((chance * (1 - chance)) / guesses.length);
  return { won: mean(wins) - chance, bound: 0.05 + spread };
}
