/** One case: asked while there is no verdict, judged afterwards. */
import { CaseFrame } from './case-frame';
import type { AskedCase, JudgedCase } from './case-links';
import { QuestionScreen } from './question-screen';
import { VerdictScreen } from './verdict-screen';

export function CaseScreen({ page }: { readonly page: AskedCase | JudgedCase }) {
  return page.kind === 'verdict' ? (
    <CaseFrame aim="verdict">
      <VerdictScreen page={page} />
    </CaseFrame>
  ) : (
    <CaseFrame aim="question">
      <QuestionScreen page={page} />
    </CaseFrame>
  );
}
