/** The verdict on which look tells most: every option was opened in every explanation, and counted. */
import { type Prose, prose } from '../../explain/prose';
import { informationOf } from '../evidence/information';
import { type EvidenceNextQuestion, gradeEvidenceNext } from '../kinds/which-evidence-next';
import { offerTitle } from '../offer-title';
import type { VerdictHead } from '../verdict-view';
import { optionsOf } from './options';
import { sceneOf, toldBy } from './scene';

type Head = VerdictHead & { readonly kind: 'which-evidence-next' };

export function evidenceNextVerdict(question: EvidenceNextQuestion, picked: number): Head {
  const { right, credit, values } = gradeEvidenceNext(question, picked);
  const most = Math.max(...values);
  return {
    kind: 'which-evidence-next',
    right,
    credit,
    headline: right
      ? 'Right: nothing offered tells more for its price'
      : 'Another look tells more for its price',
    ...toldBy(sceneOf(question.case)),
    why: whyOf(question, values),
    options: optionsOf(question, [picked], (i) => (values[i] ?? 0) > most - 1e-9),
    beliefs: [],
    runs: [],
  };
}

function whyOf({ options, suspects }: EvidenceNextQuestion, values: readonly number[]): Prose {
  const all = informationOf([...suspects.keys()], String).toFixed(2);
  const said = options.flatMap((offer, i) => prose`${offerTitle(offer)}: ${(values[i] ?? 0).toFixed(2)}. `);
  return prose`To tell ${suspects.length} explanations apart takes ${all} bits. For each unit of price these looks bring, on average: ${said}A look that shows the same whichever of them is true brings nothing.`;
}
