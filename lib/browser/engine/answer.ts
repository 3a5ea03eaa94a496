/** Answers the calls of the page: one function for each. What only some calls need is loaded with the first of them. */
import { evidenceCost, offersOf, openEvidence } from '@/lib/core/quiz/evidence/open';
import { openedCase } from './opened-case';
import type { CallName, Gives, Takes } from './protocol';

type Answers = { readonly [Name in CallName]: (takes: Takes<Name>) => Gives<Name> | Promise<Gives<Name>> };

const ANSWERS: Answers = {
  open: ({ offerId, opened, ...ref }) => {
    const { scene } = openedCase(ref);
    if (!scene) return { exhibit: undefined, offers: [], spent: 0 };
    return {
      exhibit: openEvidence(scene, offerId),
      offers: offersOf(scene, opened),
      spent: evidenceCost(scene, opened),
    };
  },
  query: async ({ offerId, text, ...ref }) => {
    const { answerQuery } = await import('./query');
    const { scene } = openedCase(ref);
    return answerQuery(scene && openEvidence(scene, offerId), text);
  },
  complete: async ({ text, offset, fields }) => {
    const { complete } = await import('@/lib/core/flowlog/insights/complete');
    return complete(text, offset, fields);
  },
  repair: async ({ text, ...ref }) => {
    const { repairBy } = await import('./repair');
    return repairBy(openedCase(ref), text);
  },
  hint: async ({ opened, step, ...ref }) => {
    const { hintOf } = await import('@/lib/core/quiz/hint');
    const { asked } = openedCase(ref);
    return hintOf(asked, step, opened);
  },
  predict: async ({ records, ...ref }) => {
    const { predictionBy } = await import('./predict');
    return predictionBy(openedCase(ref), records);
  },
  cost: async ({ opened, ...ref }) => {
    const { costOf } = await import('./cost');
    return costOf(openedCase(ref), opened);
  },
};

export async function answer<Name extends CallName>(name: Name, takes: Takes<Name>): Promise<Gives<Name>> {
  return ANSWERS[name](takes);
}
