/** The walk of one attempt in words, and the rules met on it that AWS does not document. */
import { stepSentence } from '../../explain/step';
import type { WrittenRecord } from '../../flowlog/record';
import type { Rule } from '../../rules/rule';
import type { Probe } from '../../simulate/probe';
import type { Network } from '../../vpc/network';
import type { StepView } from '../view';

export function walkOf(probed: Probe, network: Network): readonly StepView[] {
  return (['forward', 'return'] as const).flatMap((leg) =>
    (probed[leg]?.hops ?? []).flatMap(({ component, steps }) =>
      steps.map(
        (step): StepView => ({
          leg,
          component,
          kind: step.kind,
          allowed: step.allowed,
          sentence: stepSentence(component, step, network),
          rule: step.rule,
        }),
      ),
    ),
  );
}

export function inferredRules(
  walk: readonly StepView[],
  records: readonly Pick<WrittenRecord, 'inferred'>[],
): readonly Rule[] {
  const met = [...walk.map(({ rule }) => rule), ...records.flatMap(({ inferred }) => inferred)];
  return [...new Set(met.filter(({ standing }) => standing === 'inferred'))];
}
