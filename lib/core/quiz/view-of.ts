/** Any question as a person is shown it: everything in it is safe to show. */
import { GENERATOR_VERSION } from '../scenario/scenario';
import { answerFormOf, promptOf } from './choices';
import { difficultyOfQuestion } from './difficulty-of';
import { drawingOf } from './drawing-of';
import type { Asked } from './question';
import type { QuestionView } from './question-view';
import { shownOf } from './shown';
import { ticketOf } from './ticket-of';

export function viewOf(asked: Asked): QuestionView {
  const { of, seed, tasks, question } = asked;
  return {
    of,
    seed,
    version: GENERATOR_VERSION,
    asks: question.kind,
    tasks,
    difficulty: difficultyOfQuestion(question),
    ticket: ticketOf(asked),
    drawing: drawingOf(question),
    prompt: promptOf(question),
    answer: answerFormOf(question),
    shown: shownOf(question),
  };
}
