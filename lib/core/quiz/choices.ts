/** Any question as options to choose from, and any choice graded: what a screen, a terminal and a phone have in common. */
import { assertNever } from '../assert';
import { plain } from '../explain/prose';
import { repairSentence } from '../explain/repair';
import { componentTitle } from './component-title';
import { gradeChooseTwo } from './kinds/choose-two';
import { gradeComponents, networkOf } from './kinds/diagnose';
import { gradeFillIn } from './kinds/fill-in';
import { gradeMissingRecord } from './kinds/missing-record';
import { gradeSession, sessionText } from './kinds/what-becomes-of-it';
import { gradeWhatKeepsOut, keepOutText } from './kinds/what-keeps-out';
import { gradeWhatToolsShow, toolsText } from './kinds/what-tools-show';
import { gradeWhichLogCall } from './kinds/which-log-call';
import { gradeWhichRepair, optionText } from './kinds/which-repair';
import { gradeWhichTool } from './kinds/which-tool';
import type { Question } from './question';

export interface Choice {
  readonly text: string;
  /** Where it looks for the fault; empty where that is no question. */
  readonly layer: string;
}

/** How many are to be chosen. */
export function picksOf(question: Question): 1 | 2 {
  if (question.kind === 'diagnose') return question.second ? 2 : 1;
  return question.kind === 'choose-two' ? 2 : 1;
}

const PROMPTS: Readonly<Record<Question['kind'], string>> = {
  'which-repair': 'Which change mends it?',
  'choose-two': 'Two things are wrong. Which two changes together mend it?',
  diagnose: 'Which component is to blame?',
  'what-tools-show': 'What do Reachability Analyzer and the flow log show?',
  'which-log-call': 'The log does not show what is looked for in it. What helps?',
  'missing-record': 'No record shows it. What do you conclude?',
  'what-becomes-of-it': 'What becomes of the open session, and of whoever connects afterwards?',
  'fill-in': 'Which value stands in the hidden field?',
  'which-tool': 'Which tool tells that?',
  'what-keeps-out': 'What keeps this address out, and nobody else?',
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
    case 'which-repair':
      return question.options.map((option) => ({ text: plain(optionText(option)), layer: option.layer }));
    case 'choose-two':
      return question.options.map(({ changes, layer }) => ({ text: plain(repairSentence(changes)), layer }));
    case 'diagnose': {
      const network = networkOf(question);
      return question.options.map((id) => ({ text: plain(componentTitle(network, id)), layer: '' }));
    }
    case 'what-tools-show':
      return question.options.map((option) => ({ text: toolsText(option), layer: '' }));
    case 'which-log-call':
      return question.options.map(({ says }) => ({ text: says, layer: '' }));
    case 'missing-record':
      return question.options.map(({ says }) => ({ text: says, layer: '' }));
    case 'what-becomes-of-it':
      return question.options.map((option) => ({ text: sessionText(option), layer: '' }));
    case 'fill-in':
      return question.options.map(({ value }) => ({ text: value, layer: '' }));
    case 'which-tool':
      return question.options.map(({ name }) => ({ text: name, layer: '' }));
    case 'what-keeps-out':
      return question.options.map((option) => ({ text: keepOutText(option), layer: option.layer }));
    default:
      return assertNever(question);
  }
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
    case 'what-keeps-out':
      return gradeWhatKeepsOut(question, first);
    default:
      return assertNever(question);
  }
}
