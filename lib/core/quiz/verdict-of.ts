/** Any question answered, judged and explained: one way for a screen, a terminal and a receipt. */
import { assertNever, invariant } from '../assert';
import { LAYERS } from '../scenario/layer';
import type { Answer } from './answer';
import { choicesOf, picksOf, placesOf } from './choices';
import { gradeComponents, gradeDiagnose } from './kinds/diagnose';
import { askRepair, type RepairQuestion } from './kinds/repair';
import type { Question } from './question';
import { diagnosisVerdict } from './verdict/diagnose';
import { fillInVerdict } from './verdict/fill-in';
import { impossibleRecordVerdict } from './verdict/impossible-record';
import { missingRecordVerdict } from './verdict/missing-record';
import { repairVerdict } from './verdict/repair';
import { chooseTwoVerdict, whichRepairVerdict } from './verdict/repair-choice';
import { twoWorldsVerdict } from './verdict/two-worlds';
import { sessionVerdict } from './verdict/what-becomes-of-it';
import { whatKeepsOutVerdict } from './verdict/what-keeps-out';
import { readRecordVerdict } from './verdict/what-record-tells';
import { whatToolsShowVerdict } from './verdict/what-tools-show';
import { evidenceNextVerdict } from './verdict/which-evidence-next';
import { layerVerdict } from './verdict/which-layer';
import { whichLogCallVerdict } from './verdict/which-log-call';
import { whichToolVerdict } from './verdict/which-tool';
import type { VerdictView } from './verdict-view';

/** `problem`: why this is no answer to this question, in one sentence. */
export type Judged = { readonly verdict: VerdictView } | { readonly problem: string };

/** The question as it is asked, or a repair of what is wrong in its case. */
export function taskOf(
  question: Question,
  how: 'as it is asked' | 'repair',
): Question | RepairQuestion | { readonly problem: string } {
  if (how === 'as it is asked') return question;
  switch (question.kind) {
    case 'which-repair':
    case 'choose-two':
    case 'diagnose':
    case 'what-tools-show':
    case 'which-log-call': {
      const task = askRepair(question.case);
      return typeof task === 'string' ? { problem: `this case is none to repair: ${task}` } : task;
    }
    default:
      return { problem: 'this question has no case that calls could repair' };
  }
}

export function verdictOf(question: Question | RepairQuestion, answer: Answer): Judged {
  if (question.kind === 'repair')
    return answer.kind === 'repair'
      ? { verdict: repairVerdict(question, answer.actions) }
      : { problem: 'this question wants a repair: a list of calls' };
  if (answer.kind === 'repair') return { problem: 'this question wants no repair' };
  if (answer.kind === 'diagnosis') {
    if (question.kind !== 'diagnose') return { problem: 'this question wants no diagnosis' };
    const { diagnoses } = answer;
    const most = picksOf(question);
    if (diagnoses.length === 0 || diagnoses.length > most)
      return { problem: most === 1 ? 'one diagnosis is wanted' : 'one or two diagnoses are wanted' };
    return { verdict: diagnosisVerdict(question, diagnoses, gradeDiagnose(question, diagnoses)) };
  }
  const places = placesOf(question, answer.options);
  return places ? { verdict: chosenVerdict(question, places) } : { problem: wanted(question) };
}

/** `places` among the options, as many as are asked for. */
export function chosenVerdict(question: Question, places: readonly number[]): VerdictView {
  const [first = -1] = places;
  switch (question.kind) {
    case 'which-layer': {
      const layer = LAYERS[first];
      invariant(layer, 'a layer was chosen');
      return layerVerdict(question, layer);
    }
    case 'which-repair':
      return whichRepairVerdict(question, first);
    case 'choose-two':
      return chooseTwoVerdict(question, places);
    case 'diagnose': {
      const components = places.flatMap((i) => question.options[i] ?? []);
      const named = components.map((component) => ({ component }));
      return diagnosisVerdict(question, named, gradeComponents(question, components));
    }
    case 'what-tools-show':
      return whatToolsShowVerdict(question, first);
    case 'which-log-call':
      return whichLogCallVerdict(question, first);
    case 'missing-record':
      return missingRecordVerdict(question, first);
    case 'what-becomes-of-it':
      return sessionVerdict(question, first);
    case 'fill-in':
      return fillInVerdict(question, first);
    case 'which-tool':
      return whichToolVerdict(question, first);
    case 'which-evidence-next':
      return evidenceNextVerdict(question, first);
    case 'two-worlds':
      return twoWorldsVerdict(question, first);
    case 'what-record-tells':
      return readRecordVerdict(question, first);
    case 'impossible-record':
      return impossibleRecordVerdict(question, first);
    case 'what-keeps-out':
      return whatKeepsOutVerdict(question, first);
    default:
      return assertNever(question);
  }
}

function wanted(question: Question): string {
  const ids = choicesOf(question).map(({ id }) => `\`${id}\``);
  const many = picksOf(question) === 2 ? 'two different ones' : 'one';
  return `choose ${many} of ${ids.join(', ')}`;
}
