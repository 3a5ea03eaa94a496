/** One case: asked while there is no verdict, judged afterwards. */
import { SKIP_LINK } from '../ui/skip-link';
import type { AskedCase, JudgedCase } from './case-links';
import { QuestionScreen } from './question-screen';
import { VerdictScreen } from './verdict-screen';

interface CaseScreenProps {
  readonly page: AskedCase | JudgedCase;
  /** A line above the ticket, for somebody who has just arrived. */
  readonly welcome?: string | undefined;
}

export function CaseScreen({ page, welcome }: CaseScreenProps) {
  return (
    <div className="mx-auto max-w-[1760px] px-4 pt-3 pb-24 sm:px-5 sm:pb-3">
      <a href="#network" className={SKIP_LINK}>
        Skip to the network
      </a>
      <a href="#answer" className={SKIP_LINK}>
        Skip to the {page.kind === 'verdict' ? 'verdict' : 'question'}
      </a>
      {page.kind === 'verdict' ? (
        <VerdictScreen page={page} />
      ) : (
        <QuestionScreen page={page} welcome={welcome} />
      )}
    </div>
  );
}
