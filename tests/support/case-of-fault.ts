/** The first generated case that a fault broke: what a test of that fault's verdict starts from. */
import { invariant } from '@/lib/core/assert';
import { ask, type WhichLayerQuestion } from '@/lib/core/quiz/kinds/which-layer';
import { generate } from '@/lib/core/scenario/generate';
import { randomFrom } from '@/lib/core/scenario/random';
import { drawReflectionSsh, REFLECTION_SSH } from '@/lib/core/scenario/traps/reflection-ssh';

const MOST_SEEDS = 2000;

/** Drawing is cheap, proving is not: only a case whose first draw has the fault is generated. */
export function caseOfFault(faultId: string): WhichLayerQuestion {
  for (let i = 0; i < MOST_SEEDS; i++) {
    const seed = `fault-${i}`;
    if (drawReflectionSsh(randomFrom(`${REFLECTION_SSH}~${seed}`)).fault.id !== faultId) continue;
    const scenario = generate(seed);
    if (scenario.fault.id === faultId) return ask(scenario);
  }
  invariant(false, `one of ${MOST_SEEDS} seeds has ${faultId}`);
}
