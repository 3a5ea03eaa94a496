/** Any question as options to choose from, and any choice graded: what a screen, a terminal and a phone have in common. */
import { assertNever } from '../assert';
import { code, type Prose } from '../explain/prose';
import { repairSentence } from '../explain/repair';
import { formatInto } from '../flowlog/text';
import { LAYERS } from '../scenario/layer';
import type { AnswerForm, AnswerOption } from './answer-form';
import type { QuestionKind } from './case-of';
import { componentTitle, layerOf } from './component-title';
import { gradeChooseTwo } from './kinds/choose-two';
import { gradeComponents } from './kinds/diagnose';
import { gradeFillIn } from './kinds/fill-in';
import { gradeImpossibleRecord } from './kinds/impossible-record';
import { gradeMissingRecord } from './kinds/missing-record';
import { gradeTwoWorlds } from './kinds/two-worlds';
import { gradeSession, sessionText } from './kinds/what-becomes-of-it';
import { gradeWhatKeepsOut } from './kinds/what-keeps-out';
import { gradeReadRecord, tellingText } from './kinds/what-record-tells';
import { gradeWhatToolsShow, toolsText } from './kinds/what-tools-show';
import { gradeEvidenceNext } from './kinds/which-evidence-next';
import { gradeWhichLayer, layerDetail } from './kinds/which-layer';
import { gradeWhichLogCall } from './kinds/which-log-call';
import { gradeWhichRepair, optionText } from './kinds/which-repair';
import { gradeWhichTool } from './kinds/which-tool';
import { LAYER_TITLE } from './layer-title';
import { offerTitle } from './offer-title';
import type { Question } from './question';

export interface Choice extends AnswerOption {
  /** Where it looks for the fault; empty where that is no question. */
  readonly layer: string;
}

/** How many are to be chosen. */
export function picksOf(question: Question): 1 | 2 {
  if (question.kind === 'diagnose') return question.second ? 2 : 1;
  return question.kind === 'choose-two' ? 2 : 1;
}

const PROMPTS: Readonly<Record<QuestionKind, string>> = {
  'which-layer': 'Which layer do you investigate first?',
  'which-repair': 'Which change mends it?',
  'choose-two': 'Two things are wrong. Which two changes together mend it?',
  diagnose: 'Which component is to blame?',
  'what-tools-show': 'What do Reachability Analyzer and the flow log show?',
  'which-log-call': 'The log does not show what is looked for in it. What helps?',
  'missing-record': 'No record shows it. What do you conclude?',
  'what-becomes-of-it': 'What becomes of the open session, and of whoever connects afterwards?',
  'fill-in': 'Which value stands in the hidden field?',
  'which-tool': 'Which tool tells that?',
  'what-keeps-out': 'What keeps this address out, and lets everything pass that must?',
  'which-evidence-next':
    'It is one of these explanations, each as likely. Which look tells most, for its price?',
  'two-worlds': 'Both explanations leave the same records. Which probe alone tells them apart?',
  'what-record-tells': 'What does this record tell?',
  'impossible-record': 'One of these records cannot come from this network. Which?',
};

export function promptOf(question: Question): string {
  if (picksOf(question) === 2 && question.kind === 'diagnose')
    return 'Two things are wrong. Which two components are to blame?';
  return question.kind === 'which-tool'
    ? `${question.prompt} ${PROMPTS[question.kind]}`
    : PROMPTS[question.kind];
}

export function choicesOf(question: Question): readonly Choice[] {
  switch (question.kind) {
    case 'which-layer':
      return LAYERS.map((layer) => ({
        id: layer,
        text: [LAYER_TITLE[layer]],
        detail: layerDetail(layer, question.scenario),
        layer,
      }));
    case 'which-repair':
      return lettered(question.options, optionText, ({ layer }) => layer);
    case 'choose-two':
      return lettered(
        question.options,
        ({ changes }) => repairSentence(changes),
        ({ layer }) => layer,
      );
    case 'diagnose': {
      // As designed: that a component has lost its name, or is gone, is for a look to find.
      const { network } = question.case.path.world;
      return question.options.map((id) => ({ id, text: componentTitle(network, id), layer: layerOf(id) }));
    }
    case 'what-tools-show':
      return lettered(question.options, (option) => [toolsText(option)]);
    case 'which-log-call':
    case 'missing-record':
      return lettered<{ readonly says: string }>(question.options, ({ says }) => [says]);
    case 'what-becomes-of-it':
      return lettered(question.options, (option) => [sessionText(option)]);
    case 'fill-in':
      return lettered(question.options, ({ value }) => [code(value)]);
    case 'which-tool':
      return lettered(question.options, ({ name }) => [name]);
    case 'which-evidence-next':
    case 'two-worlds':
      return lettered(question.options, offerTitle);
    case 'what-record-tells':
      return lettered(question.options, (option) => [tellingText(option)]);
    case 'impossible-record':
      return lettered(question.shown, ({ record }) => [code(formatInto(record, question.fields))]);
    case 'what-keeps-out':
      return lettered(
        question.options,
        ({ says }) => says,
        ({ layer }) => layer,
      );
    default:
      return assertNever(question);
  }
}

const LETTERS = 'ABCDEF';

function lettered<T>(
  options: readonly T[],
  textOf: (option: T) => Prose,
  layerOf: (option: T) => string = () => '',
): readonly Choice[] {
  return options.map((option, i) => ({
    id: LETTERS[i] ?? String(i),
    text: textOf(option),
    layer: layerOf(option),
  }));
}

/** As a form: what is chosen from, without a word of why it stands there. */
export function answerFormOf(question: Question): AnswerForm {
  const options = choicesOf(question).map(({ layer: _why, ...option }): AnswerOption => option);
  return { kind: picksOf(question) === 2 ? 'choose-two' : 'choose-one', options };
}

/** The places of the options with these ids; undefined: one is none of them, stands twice, or it is the wrong number. */
export function placesOf(question: Question, ids: readonly string[]): readonly number[] | undefined {
  const known = choicesOf(question).map(({ id }) => id);
  const places = ids.map((id) => known.indexOf(id));
  const fits = new Set(places).size === picksOf(question) && ids.length === picksOf(question);
  return fits && !places.includes(-1) ? places : undefined;
}

/** The places that belong to the answer, by running every choice; the first pair of two where two are asked for. */
export function keyOf(question: Question): readonly number[] {
  const places = choicesOf(question).map((_, i) => i);
  if (picksOf(question) === 1) return places.filter((i) => gradeChoice(question, [i]).right);
  const pairs = places.flatMap((i) => places.filter((j) => j > i).map((j) => [i, j] as const));
  return pairs.find((pair) => gradeChoice(question, pair).right) ?? [];
}

export interface ChoiceVerdict {
  readonly right: boolean;
  /** 0 to 1. */
  readonly credit: number;
}

/** `picked`: places among the options. Everything is run again; nothing is looked up. */
export function gradeChoice(question: Question, picked: readonly number[]): ChoiceVerdict {
  const [first = -1] = picked;
  switch (question.kind) {
    case 'which-layer':
      return gradeWhichLayer(question, first);
    case 'which-repair':
      return gradeWhichRepair(question, first);
    case 'choose-two':
      return gradeChooseTwo(question, picked);
    case 'diagnose':
      return gradeComponents(
        question,
        picked.flatMap((i) => question.options[i] ?? []),
      );
    case 'what-tools-show':
      return gradeWhatToolsShow(question, first);
    case 'which-log-call':
      return gradeWhichLogCall(question, first);
    case 'missing-record':
      return gradeMissingRecord(question, question.options[first]?.id ?? '');
    case 'what-becomes-of-it':
      return gradeSession(question, first);
    case 'fill-in':
      return gradeFillIn(question, question.options[first]?.value ?? '');
    case 'which-tool':
      return gradeWhichTool(question, question.options[first]?.id ?? '');
    case 'which-evidence-next':
      return gradeEvidenceNext(question, first);
    case 'two-worlds':
      return gradeTwoWorlds(question, first);
    case 'what-record-tells':
      return gradeReadRecord(question, first);
    case 'impossible-record':
      return gradeImpossibleRecord(question, first);
    case 'what-keeps-out':
      return gradeWhatKeepsOut(question, first);
    default:
      return assertNever(question);
  }
}
