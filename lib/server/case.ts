/** From a link to what its page shows: the case is made anew from its seed each time, and judged by running it. */
import { invariant } from '@/lib/core/assert';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import type { QuestionView } from '@/lib/core/quiz/question-view';
import { layerVerdict } from '@/lib/core/quiz/verdict/which-layer';
import type { LayerVerdict } from '@/lib/core/quiz/verdict-view';
import { viewOf } from '@/lib/core/quiz/view-of';
import { isLayer } from '@/lib/core/scenario/layer';
import { GENERATOR_VERSION } from '@/lib/core/scenario/scenario';
import { REFLECTION_SSH, reflectionSsh } from '@/lib/core/scenario/traps/reflection-ssh';
import { caseHref, nextSeed, parseSlug } from './slug';

export type CasePage =
  | ({ readonly kind: 'question'; readonly problem: string | undefined } & Shown)
  | ({ readonly kind: 'verdict'; readonly verdict: LayerVerdict } & Shown)
  | {
      readonly kind: 'other-version';
      /** undefined: the link names something that is no version. */
      readonly asked: string | undefined;
      readonly current: number;
      readonly href: string;
    }
  | { readonly kind: 'unknown' };

interface Shown {
  readonly view: QuestionView;
  /** The same trap with another seed. */
  readonly next: string;
  /** The same page with every record; undefined where it shows them already. */
  readonly allHref: string | undefined;
}

/** The case on the first page: its log is silent, beside a neighbour's busy one. */
export const WELCOME = 'reflection-ssh~welcome-8';

/** The parameters of the link, as they came. */
export interface CaseRequest {
  readonly version?: string | undefined;
  readonly answer?: string | undefined;
  readonly log?: string | undefined;
}

export function loadCase(text: string, request: CaseRequest): CasePage {
  const slug = parseSlug(text);
  if (!slug || slug.trap !== REFLECTION_SSH) return { kind: 'unknown' };
  const { version = '' } = request;
  // A link without a version means the case as it is today.
  if (version !== '' && version !== String(GENERATOR_VERSION)) {
    return {
      kind: 'other-version',
      asked: /^\d{1,6}$/.test(version) ? version : undefined,
      current: GENERATOR_VERSION,
      href: caseHref(slug),
    };
  }
  return pageOf(slug.trap, slug.seed, request);
}

function pageOf(trap: string, seed: string, { answer, log }: CaseRequest): CasePage {
  const asked = generateQuestion(reflectionSsh, seed);
  const { question } = asked;
  invariant(question.kind === 'which-layer', 'the SSH question asks for a layer');
  const href = caseHref({ trap, seed });
  const shown: Shown = {
    view: viewOf(asked),
    next: caseHref({ trap, seed: nextSeed(trap, seed) }),
    allHref:
      log === 'all'
        ? undefined
        : `${href}${answer === undefined ? '' : `&answer=${encodeURIComponent(answer)}`}&log=all`,
  };
  if (answer === undefined) return { kind: 'question', problem: undefined, ...shown };
  if (!isLayer(answer))
    return { kind: 'question', problem: 'Choose one of the four layers first.', ...shown };
  return { kind: 'verdict', verdict: layerVerdict(question, answer), ...shown };
}
