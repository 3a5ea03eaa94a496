/** Under which name this tab keeps what somebody has done with a case: another version makes another case. */
import type { QuestionView } from '@/lib/core/quiz/question-view';

export function storageKey({ of, seed, version }: Pick<QuestionView, 'of' | 'seed' | 'version'>): string {
  return `flowtrap-case:${of.id}~${seed}?v=${version}`;
}
