/**
 * The complaint about a fault, by its symptom, by who wants what of whom, and by who writes: somebody at a desk, the owner of an
 * application, an auditor, a reader of the log. Which fault it is has no part in it.
 */
import { plain } from '../../explain/prose';
import { AWS_PACKET_LAWS } from '../../rules/packet-laws';
import { TRIED } from '../attempt';
import type { FaultCase } from '../fault-case';
import { logOf } from '../faults/at-log';
import type { Random } from '../random';
import type { Ending } from '../symptom-kind';
import type { Ticket } from '../ticket';
import { play, type Trial } from '../trial';
import { type Family, isFamily, type Story, WORDS } from './fault-words';
import { transcript } from './terminal';
import { clock, numberWord, roleIn, serviceName, ticketNumber } from './words';

export function faultTicket(one: FaultCase, random: Random): Ticket {
  const { symptom } = one.fault;
  const { intent } = one.path;
  const row = one.world.Traffic?.[TRIED];
  const to = row?.To ?? intent.to;
  const protocol = row?.Protocol ?? intent.protocol;
  const port = row?.Port ?? intent.port;
  const { endings } = play(one.world, AWS_PACKET_LAWS);
  const at = Date.parse(one.world.Now ?? '');
  const story: Story = {
    from: row?.From ?? intent.from,
    server: one.site.tries?.To === undefined ? intent.server : nameOf(one, to),
    service: serviceName(protocol, port),
    tries: triesOf(endings, symptom === 'exposed'),
    wish: wishOf(one),
    readAt: clock(at),
  };
  const { title, before, after } = random.fork('words').pick(WORDS[familyOf(one, story.from)])(story);
  const last = endings.at(-1)?.ending ?? 'timeout';
  return {
    number: ticketNumber(random),
    from: roleIn(ROLES[familyOf(one, story.from)], random),
    at,
    title,
    before,
    transcript: transcript({ to, protocol, port }, last),
    after: [after],
    brief: [`${plain(before).replace(/:$/, '.')} ${HOW[last]} ${after}`.replace('  ', ' ')],
  };
}

/** In one breath, where no terminal is shown. */
const HOW: Readonly<Record<Ending, string>> = {
  works: '',
  timeout: 'It times out.',
  refused: 'It is refused at once.',
  interrupted: 'It opens, and is dead at its next use.',
  denied: 'It is answered with 403.',
  'not-sent': 'It does not even leave the host.',
};

/** Who writes follows from the symptom, and from whether a person or a program is at the client. */
function familyOf({ fault: { symptom }, path }: FaultCase, from: string): Family {
  if (isFamily(symptom)) return symptom;
  const client = path.world.hosts.byName.get(from);
  return client?.address !== undefined || path.intent.port === 22 ? 'desk' : 'owner';
}

const ROLES: Readonly<Record<Family, string>> = {
  desk: 'developer',
  owner: 'application owner',
  exposed: 'auditor',
  'log-silent': 'engineer on call',
  'log-misleads': 'security analyst',
  'false-alarm': 'engineer on call',
};

/** "I tried six times between 10:02 and 10:14 UTC: none worked." */
function triesOf(endings: Trial['endings'], isExposed: boolean): string {
  const [first, last] = [endings[0]?.at ?? 0, endings.at(-1)?.at ?? 0];
  const worked = endings.filter(({ ending }) => ending === 'works').length;
  const tried = `${numberWord(endings.length)} attempts between ${clock(first)} and ${clock(last)} UTC`;
  const verb = isExposed ? 'got through' : 'worked';
  const came =
    worked === 0
      ? `not one ${verb}`
      : worked === endings.length
        ? `all of them ${verb}`
        : endings[0]?.ending === 'works'
          ? `the first ${numberWord(worked)} ${verb}`
          : `the last ${numberWord(worked)} ${verb}`;
  return `Of ${tried} ${came}.`;
}

/** Whoever is known by that address. */
function nameOf({ path: { design } }: FaultCase, to: string): string {
  return [...design.intents, ...design.forbidden].find((intent) => intent.to === to)?.server ?? to;
}

/** Only what the healthy log would have shown. */
function wishOf({ path }: FaultCase): string {
  return logOf(path)?.row.LogFormat?.includes('tcp-flags')
    ? 'who was refused, with which TCP flags, and which hosts talked behind any gateway'
    : 'who was let in and who was refused';
}
