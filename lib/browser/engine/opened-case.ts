/** The case that is asked about, made from its seed on the first call. */
import { invariant } from '@/lib/core/assert';
import type { OpenScene } from '@/lib/core/quiz/evidence/scene';
import { sceneOfQuestion } from '@/lib/core/quiz/evidence/scene-of';
import { openCase } from '@/lib/core/quiz/generate/open-case';
import type { Asked } from '@/lib/core/quiz/question';
import type { CaseRef } from './protocol';

export interface OpenedCase {
  readonly asked: Asked;
  /** undefined: there is nothing to look at. */
  readonly scene: OpenScene | undefined;
}

let kept: { readonly key: string; readonly opened: OpenedCase } | undefined;

export function openedCase({ of, seed }: CaseRef): OpenedCase {
  const key = `${of.kind}:${of.id}~${seed}`;
  if (kept?.key !== key) {
    const asked = openCase(of, seed);
    invariant(asked, `${of.id} is a trap, a fault or a level`);
    kept = { key, opened: { asked, scene: sceneOfQuestion(asked.question) } };
  }
  return kept.opened;
}
