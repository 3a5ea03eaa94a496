/** The options of a question with what became of each: chosen or not, right or not. */
import { choicesOf } from '../choices';
import type { Question } from '../question';
import type { OptionVerdict } from '../verdict-view';

export function optionsOf(
  question: Question,
  picked: readonly number[],
  isRight: (place: number) => boolean,
): readonly OptionVerdict[] {
  return choicesOf(question).map(({ id, text }, i) => ({
    id,
    text,
    isChosen: picked.includes(i),
    isRight: isRight(i),
  }));
}
