/** The repair task of a question's own case, where it has one that calls can mend. */
import { askRepair, type RepairQuestion } from '../kinds/repair';
import type { Question } from '../question';

/** undefined: nothing is broken in it, or no call mends it, or nothing shows whether a repair gives away too much. */
export function repairOf(question: Question): RepairQuestion | undefined {
  switch (question.kind) {
    case 'which-repair':
    case 'choose-two':
    case 'diagnose':
    case 'what-tools-show':
    case 'which-log-call': {
      const asked = askRepair(question.case);
      return typeof asked === 'string' ? undefined : asked;
    }
    default:
      return undefined;
  }
}
