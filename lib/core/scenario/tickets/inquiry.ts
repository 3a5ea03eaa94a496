/** What somebody asks who changes something, wants to keep somebody out, or looks for the right tool. */
import { formatAwsCli } from '../../ec2/aws-cli';
import { changeSentence } from '../../explain/change';
import { type Prose, plain, prose, strong } from '../../explain/prose';
import { addressOf, type ExposureCase } from '../exposure-case';
import type { Random } from '../random';
import type { SessionCase } from '../session-case';
import type { Ticket } from '../ticket';
import { transcript } from './terminal';
import { clock, roleIn, serviceName, ticketNumber } from './words';

const AFTER_THE_STRETCH = 30 * 60_000;

export function sessionTicket({ path, moment, changes }: SessionCase, random: Random): Ticket {
  const { from, server, protocol, port } = path.intent;
  const service = serviceName(protocol, port);
  const before = random
    .fork('words')
    .pick([
      prose`${from} has a session open to ${strong(server)}, ${service}, and uses it every few seconds. At ${clock(moment)} UTC I make this change:`,
      prose`Somebody on ${from} works on ${strong(server)} by ${service} without a pause. At ${clock(moment)} UTC this is to be changed:`,
    ]);
  const after = prose`Others will connect to ${server} afterwards. What will they and the open session see?`;
  return {
    number: ticketNumber(random),
    from: roleIn('network administrator', random),
    at: moment - AFTER_THE_STRETCH,
    title: `A change while somebody is on ${server}`,
    before,
    transcript: changes.map((change) =>
      change.Service === 'host' ? plain(changeSentence(change)) : `$ ${formatAwsCli(change)}`,
    ),
    after,
    brief: prose`${before} ${changes.map((change) => plain(changeSentence(change))).join('. ')}. ${after}`,
  };
}

export function exposureTicket({ design, hostile }: ExposureCase, random: Random): Ticket {
  const { from, server, to, protocol, port } = hostile;
  const address = addressOf(design, from) ?? from;
  const before = random
    .fork('words')
    .pick([
      prose`${address} has been reading ${strong(server)} since this morning, and we want it out. From there:`,
      prose`We found ${address} in the log of ${strong(server)} again and again. It still gets through:`,
    ]);
  const after = prose`Keep this address out, and let everything pass that has to.`;
  return {
    number: ticketNumber(random),
    from: roleIn('auditor', random),
    at: design.startsAt + AFTER_THE_STRETCH,
    title: `${address} has to stay out of ${server}`,
    before,
    transcript: transcript({ to, protocol, port }, 'works'),
    after,
    brief: prose`${before} ${after}`,
  };
}

export function toolTicket(need: string, at: number, random: Random): Ticket {
  const before: Prose = [need];
  const after = random
    .fork('words')
    .pick([
      prose`I have an hour and one tool to open. Which one tells me?`,
      prose`Before I open one tool after the other: which one knows that?`,
    ]);
  return {
    number: ticketNumber(random),
    from: roleIn('engineer on call', random),
    at,
    title: 'Where do I look for this?',
    before,
    transcript: [],
    after,
    brief: prose`${before} ${after}`,
  };
}
