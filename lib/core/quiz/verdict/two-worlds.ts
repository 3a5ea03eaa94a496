/** The verdict on two worlds of one log: every probe was made in both, and each that shows a difference is told. */
import { type Prose, prose } from '../../explain/prose';
import { gradeTwoWorlds, type TwoWorldsQuestion } from '../kinds/two-worlds';
import { offerTitle } from '../offer-title';
import type { VerdictHead } from '../verdict-view';
import { optionsOf } from './options';
import { sceneOf, toldBy } from './scene';

type Head = VerdictHead & { readonly kind: 'two-worlds' };

export function twoWorldsVerdict(question: TwoWorldsQuestion, picked: number): Head {
  const { right, credit, apart } = gradeTwoWorlds(question, picked);
  return {
    kind: 'two-worlds',
    right,
    credit,
    headline: right ? 'Right: it comes out differently' : 'It comes out alike in both',
    ...toldBy(sceneOf(question.case)),
    why: whyOf(question, apart),
    options: optionsOf(question, [picked], (i) => apart[i] ?? false),
    beliefs: [],
    runs: [],
  };
}

function whyOf({ options }: TwoWorldsQuestion, apart: readonly boolean[]): Prose {
  const telling = options.flatMap((offer, i) => (apart[i] ? offerTitle(offer) : []));
  return prose`Every probe was made in both worlds. Only this one shows something else in the one than in the other: ${telling}. All others come out alike, as the log of the interface in question does.`;
}
