/** From a link to what its page shows: the case is made anew from its seed each time, and judged by running it. */
import { choicesOf, keyOf, picksOf } from '@/lib/core/quiz/choices';
import type { Offer } from '@/lib/core/quiz/evidence/offer';
import { offersOf } from '@/lib/core/quiz/evidence/open';
import { sceneOfQuestion } from '@/lib/core/quiz/evidence/scene-of';
import type { Asked } from '@/lib/core/quiz/question';
import type { QuestionView } from '@/lib/core/quiz/question-view';
import { verdictOf } from '@/lib/core/quiz/verdict-of';
import type { VerdictView } from '@/lib/core/quiz/verdict-view';
import { viewOf } from '@/lib/core/quiz/view-of';
import { BANDS, LEVELS } from '@/lib/core/scenario/level';
import { numberWord } from '@/lib/core/scenario/tickets/words';
import { type OtherVersion, openLink } from './open-link';
import { caseHref, labHref, nextSeed, predictHref, type Slug } from './slug';

export type CasePage =
  | ({
      readonly kind: 'question';
      readonly problem: string | undefined;
      /** What can be looked at, each at its price. */
      readonly offers: readonly Offer[];
    } & Shown)
  | ({
      readonly kind: 'verdict';
      readonly verdict: VerdictView;
      /** Somebody wanted to be shown it, and gave no answer. */
      readonly gaveUp: boolean;
    } & Shown)
  | OtherVersion
  | { readonly kind: 'unknown' };

interface Shown {
  readonly view: QuestionView;
  /** The same trap, fault or level with another seed. */
  readonly next: string;
  /** A case of a level above this one; undefined: there is none. */
  readonly harder: string | undefined;
  /** The same case to be repaired; undefined: it is nobody's to repair. */
  readonly lab: string | undefined;
  /** The same case, its log to be predicted; undefined: nobody connects in it. */
  readonly predict: string | undefined;
  /** The same page with every record; undefined where it shows them already. */
  readonly allHref: string | undefined;
}

/** The case on the first page: its log is silent, beside a neighbour's busy one. */
export const WELCOME = 'reflection-ssh~welcome-8';

/** The parameters of the link, as they came. */
export interface CaseRequest {
  readonly version?: string | undefined;
  /** Ids of options; undefined: nobody has answered yet. */
  readonly answer?: readonly string[] | undefined;
  readonly log?: string | undefined;
  /** `me`: the answer is to be shown. */
  readonly show?: string | undefined;
}

export function loadCase(text: string, request: CaseRequest): CasePage {
  const opened = openLink(text, request.version ?? '', caseHref);
  return opened.kind === 'open' ? pageOf(opened.asked, opened.slug, request) : opened;
}

function pageOf(asked: Asked, slug: Slug, { answer: given, log, show }: CaseRequest): CasePage {
  const view = viewOf(asked);
  const gaveUp = show === 'me';
  const answer = gaveUp ? keyIds(asked.question) : given;
  const answered = (answer ?? []).map((id) => `&answer=${encodeURIComponent(id)}`).join('');
  const shown: Shown = {
    view,
    next: caseHref({ id: slug.id, seed: nextSeed(slug) }),
    harder: harderThan(view, slug),
    lab: BROKEN.has(view.asks) ? labHref(slug) : undefined,
    predict: BROKEN.has(view.asks) ? predictHref(slug) : undefined,
    allHref: log === 'all' ? undefined : `${caseHref(slug)}${answered}&log=all`,
  };
  const scene = sceneOfQuestion(asked.question);
  const offers = scene ? offersOf(scene) : [];
  if (answer === undefined) return { kind: 'question', problem: undefined, offers, ...shown };
  const judged = verdictOf(asked.question, { kind: 'options', options: answer });
  return 'problem' in judged
    ? { kind: 'question', problem: problemOf(view), offers, ...shown }
    : { kind: 'verdict', verdict: judged.verdict, gaveUp, ...shown };
}

/** Kinds over a case that somebody broke. */
const BROKEN: ReadonlySet<string> = new Set(['which-repair', 'choose-two', 'diagnose']);

function harderThan({ of, difficulty }: QuestionView, slug: Slug): string | undefined {
  const above = of.kind === 'level' ? Number(of.id.slice(-1)) + 1 : undefined;
  const level = LEVELS.find((one) => (above === undefined ? BANDS[one].from > difficulty : one === above));
  return level && caseHref({ id: `level-${level}`, seed: nextSeed(slug) });
}

function keyIds(question: Asked['question']): readonly string[] {
  const choices = choicesOf(question);
  return keyOf(question)
    .slice(0, picksOf(question))
    .flatMap((place) => choices[place]?.id ?? []);
}

/** "Choose one of the four options first." */
function problemOf({ answer: { kind, options } }: QuestionView): string {
  const many = kind === 'choose-two' ? 'two' : 'one';
  return `Choose ${many} of the ${numberWord(options.length)} options first.`;
}
