/** How hard a question is, in logits: by the radicals of its case, and where nothing is broken by its way and its options. */
import { assertNever } from '../assert';
import { difficultyOf, type Radicals, radicalsOf, radicalsOfPath } from '../scenario/difficulty';
import { choicesOf } from './choices';
import type { Question } from './question';

export function difficultyOfQuestion(question: Question): number {
  return Math.round(100 * difficultyOf(radicalsIn(question))) / 100;
}

function radicalsIn(question: Question): Radicals {
  // Every option but one has to be ruled out.
  const plausible = choicesOf(question).length - 1;
  switch (question.kind) {
    case 'which-layer':
      return { ...radicalsOfPath(question.scenario.broken.path), plausible };
    case 'diagnose':
      return radicalsOf(question.case, question.second ? 1 : 0);
    case 'choose-two':
      return radicalsOf(question.case, 1);
    case 'which-repair':
    case 'what-tools-show':
    case 'which-evidence-next':
    case 'two-worlds':
      return radicalsOf(question.case);
    case 'which-log-call':
      return { ...radicalsOfPath(question.case.path), plausible };
    case 'missing-record':
    case 'what-becomes-of-it':
      return { ...radicalsOfPath(question.case.path), plausible };
    case 'fill-in':
    case 'impossible-record':
    case 'what-record-tells':
    case 'which-tool':
    case 'what-keeps-out':
      return { ...NO_WAY, plausible };
    default:
      return assertNever(question);
  }
}

/** Nobody has to follow a packet. */
const NO_WAY: Omit<Radicals, 'plausible'> = {
  hops: 0,
  stateless: 0,
  returnDecides: false,
  isTranslated: false,
  more: 0,
  decoys: 0,
  began: false,
};
