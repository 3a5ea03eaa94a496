/** From a link to what its page shows: the case is made anew from its seed each time, and judged by running it. */
import { ask, grade, viewOf } from '@/lib/core/quiz/kinds/which-layer';
import type { QuestionView, VerdictView } from '@/lib/core/quiz/view';
import { generate, isTrapId, type TrapId } from '@/lib/core/scenario/generate';
import { isLayer } from '@/lib/core/scenario/layer';
import { GENERATOR_VERSION } from '@/lib/core/scenario/scenario';
import { caseHref, nextSeed, parseSlug, type Slug } from './slug';

export type CasePage =
  | {
      readonly kind: 'question';
      readonly view: QuestionView;
      readonly next: string;
      readonly problem: string | undefined;
    }
  | {
      readonly kind: 'verdict';
      readonly view: QuestionView;
      readonly verdict: VerdictView;
      readonly next: string;
    }
  | {
      readonly kind: 'other-version';
      readonly slug: string;
      readonly asked: string;
      readonly current: number;
      readonly href: string;
    }
  | { readonly kind: 'unknown'; readonly reason: string };

/** The case on the first page: its log is silent, beside a neighbour's busy one. */
export const WELCOME: Slug = { trap: 'reflection-ssh', seed: 'welcome' };

export interface CaseRequest {
  /** The `v` and `answer` of the link, as they came. */
  readonly version?: string | undefined;
  readonly answer?: string | undefined;
}

export function loadCase(text: string, { version, answer }: CaseRequest): CasePage {
  const slug = parseSlug(text);
  if (!slug)
    return { kind: 'unknown', reason: 'A case link looks like reflection-ssh~ and a few letters or digits.' };
  const { trap, seed } = slug;
  if (!isTrapId(trap)) return { kind: 'unknown', reason: `There is no trap named ${trap}.` };
  if (version !== undefined && version !== String(GENERATOR_VERSION)) {
    return {
      kind: 'other-version',
      slug: text,
      asked: version.slice(0, 12),
      current: GENERATOR_VERSION,
      href: caseHref(slug),
    };
  }
  return pageOf(trap, seed, answer);
}

function pageOf(trap: TrapId, seed: string, answer: string | undefined): CasePage {
  const question = ask(generate(trap, seed));
  const view = viewOf(question);
  const next = caseHref({ trap, seed: nextSeed(trap, seed) });
  if (answer === undefined) return { kind: 'question', view, next, problem: undefined };
  if (!isLayer(answer))
    return { kind: 'question', view, next, problem: 'Choose one of the four layers first.' };
  return { kind: 'verdict', view, verdict: grade(question, answer), next };
}
