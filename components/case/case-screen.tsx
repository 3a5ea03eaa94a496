/** One case: asked while there is no verdict, judged afterwards. */
import type { Offer } from '@/lib/core/quiz/evidence/offer';
import type { QuestionView } from '@/lib/core/quiz/question-view';
import type { VerdictView } from '@/lib/core/quiz/verdict-view';
import { SKIP_LINK } from '../ui/skip-link';
import { QuestionScreen } from './question-screen';
import { VerdictScreen } from './verdict-screen';

interface CaseScreenProps {
  readonly view: QuestionView;
  /** What can be looked at before the answer. */
  readonly offers?: readonly Offer[];
  readonly verdict?: VerdictView | undefined;
  readonly problem?: string | undefined;
  /** A line above the ticket, for somebody who has just arrived. */
  readonly welcome?: string | undefined;
  /** The same trap with another seed. */
  readonly next: string;
  readonly allHref: string | undefined;
}

export function CaseScreen({ view, offers = [], verdict, problem, welcome, next, allHref }: CaseScreenProps) {
  return (
    <div className="mx-auto max-w-[1760px] px-4 pt-3 pb-24 sm:px-5 sm:pb-3">
      <a href="#network" className={SKIP_LINK}>
        Skip to the network
      </a>
      <a href="#answer" className={SKIP_LINK}>
        Skip to the {verdict ? 'verdict' : 'question'}
      </a>
      {verdict ? (
        <VerdictScreen view={view} verdict={verdict} next={next} allHref={allHref} />
      ) : (
        <QuestionScreen view={view} offers={offers} problem={problem} welcome={welcome} allHref={allHref} />
      )}
    </div>
  );
}
