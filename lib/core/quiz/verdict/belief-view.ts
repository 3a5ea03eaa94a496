/** A belief as a verdict names it: what somebody takes for true, what is so, and where AWS says it. */
import { invariant } from '../../assert';
import type { Belief } from '../../scenario/belief';
import { WRONG_IDEAS } from '../../scenario/beliefs/wrong-idea';
import { awsPageOf } from '../aws-page';
import type { BeliefView } from '../verdict-view';

export function beliefView({ says, truth, rules }: Pick<Belief, 'says' | 'truth' | 'rules'>): BeliefView {
  return { says, truth, pages: [...new Set(rules.map(awsPageOf))] };
}

/** One about a tool or a call: nothing in a world answers for it. */
export function ideaView(id: string): BeliefView {
  const idea = WRONG_IDEAS.find((one) => one.id === id);
  invariant(idea, `${id} is a wrong idea`);
  return beliefView(idea);
}
