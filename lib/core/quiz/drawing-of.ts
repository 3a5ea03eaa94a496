/** Which design belongs to a question, and where in it the question is. */
import { assertNever } from '../assert';
import { dialledIn } from '../scenario/blame';
import { openWorld } from '../scenario/open-world';
import { designAround, designedView, designOf } from './drawing-view';
import type { Question } from './question';
import type { DrawingView } from './view';

export function drawingOf(question: Question): DrawingView | undefined {
  switch (question.kind) {
    case 'which-layer':
      return designedView(question.scenario.design);
    case 'which-repair':
    case 'choose-two':
    case 'diagnose':
    case 'what-tools-show':
    case 'which-log-call':
    case 'which-evidence-next':
    case 'two-worlds':
      return designOf(question.case.path, dialledIn(question.case).from);
    case 'missing-record':
    case 'what-becomes-of-it':
      return designOf(question.case.path);
    case 'fill-in':
    case 'what-record-tells': {
      const { network } = openWorld(question.design.world);
      return designAround(question.design, network, question.record.interfaceId, []);
    }
    case 'impossible-record': {
      const { network } = openWorld(question.design.world);
      const [first] = question.shown;
      return designAround(question.design, network, first?.interfaceId ?? '', []);
    }
    case 'what-keeps-out': {
      const { design, hostile } = question.case;
      const { hosts, network } = openWorld(design.world);
      const [targetId] = hosts.byName.get(hostile.server)?.networkInterfaceIds ?? [];
      return designAround(design, network, targetId ?? '', [hostile.from, hostile.server]);
    }
    case 'which-tool':
      return undefined;
    default:
      return assertNever(question);
  }
}
