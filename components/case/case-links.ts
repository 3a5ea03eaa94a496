/** What the page of a case is made of, asked and judged, and where it leads on to. */
import type { Offer } from '@/lib/core/quiz/evidence/offer';
import type { QuestionView } from '@/lib/core/quiz/question-view';
import type { VerdictView } from '@/lib/core/quiz/verdict-view';

/** Where a case leads on to. */
export interface CaseLinks {
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

export interface AskedCase extends CaseLinks {
  readonly kind: 'question';
  readonly view: QuestionView;
  readonly problem: string | undefined;
  /** What can be looked at before the answer. */
  readonly offers: readonly Offer[];
}

export interface JudgedCase extends CaseLinks {
  readonly kind: 'verdict';
  readonly view: QuestionView;
  readonly verdict: VerdictView;
  /** Somebody wanted to be shown it, and gave no answer. */
  readonly gaveUp: boolean;
}
