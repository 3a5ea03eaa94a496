/** The ticket that belongs to a question: what is complained of or asked, drawn from a source of its own. */
import { assertNever } from '../assert';
import { openWorld } from '../scenario/open-world';
import { randomFrom } from '../scenario/random';
import type { Ticket } from '../scenario/ticket';
import { faultTicket } from '../scenario/tickets/fault';
import { exposureTicket, sessionTicket, toolTicket } from '../scenario/tickets/inquiry';
import {
  hiddenFieldTicket,
  missingRecordTicket,
  mixedRecordsTicket,
  readRecordTicket,
} from '../scenario/tickets/log-reader';
import type { Asked } from './question';
import { hiddenRecordOf } from './shown';

/** Somebody looks after the stretch. */
const AFTER = 30 * 60_000;

export function ticketOf({ of, seed, question }: Asked): Ticket {
  const random = randomFrom(`${of.id}~${seed}/ticket`);
  switch (question.kind) {
    case 'which-layer':
      return question.scenario.ticket;
    case 'which-repair':
    case 'choose-two':
    case 'diagnose':
    case 'what-tools-show':
    case 'which-log-call':
    case 'which-evidence-next':
    case 'two-worlds':
      return faultTicket(question.case, random);
    case 'missing-record':
      return missingRecordTicket(question.case, random);
    case 'what-becomes-of-it':
      return sessionTicket(question.case, random);
    case 'fill-in': {
      const { fields, interfaceId } = hiddenRecordOf(question);
      const line = fields.map(({ value }) => value).join(' ');
      const own = openWorld(question.design.world).network.networkInterfaces.get(interfaceId);
      const at = Date.parse(question.world.Now ?? '');
      return hiddenFieldTicket({ line, at, name: own?.name ?? interfaceId }, random);
    }
    case 'which-tool':
      return toolTicket(question.prompt, question.at, random);
    case 'what-record-tells':
      return readRecordTicket(question.record, question.design.startsAt + AFTER, random);
    case 'impossible-record':
      return mixedRecordsTicket(question.design.startsAt + AFTER, random);
    case 'what-keeps-out':
      return exposureTicket(question.case, random);
    default:
      return assertNever(question);
  }
}
