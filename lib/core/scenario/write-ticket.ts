/** Words the complaint from the world: what was dialled, what the terminal said, what its writer believes. */
import { code, type Prose, prose, strong } from '../explain/prose';
import type { World } from '../simulate/world';
import { ATTEMPTS, TRIED } from './attempt';
import type { Evidence } from './evidence';
import type { Random } from './random';
import type { SshDesign } from './ssh-design';
import type { Ticket } from './ticket';
import { clock, numberWord, roleIn, ticketNumber } from './tickets/words';

interface Complaint {
  readonly design: SshDesign;
  readonly world: World;
  readonly evidence: Evidence;
  readonly at: number;
}

export function writeTicket({ design, world, evidence, at }: Complaint, random: Random): Ticket {
  const { parts } = design;
  const from = parts.peering
    ? prose`From my desktop in the ${strong(parts.peering.clientVpcName)} VPC`
    : prose`From the office, which is ${code(parts.clientAddress)} on the internet,`;
  const { dialled } = evidence;
  const refused = evidence.connection === 'refused';
  const belief = prose`As far as I know its security group allows port 22 from ${code(parts.clientRange)}, which is us.`;
  const [first, last] = attemptTimes(world);
  return {
    number: ticketNumber(random),
    from: roleIn('developer', random),
    at,
    title: 'I cannot SSH into the new instance',
    before: prose`I started ${strong(parts.targetName)} in ${parts.targetSubnetName} this morning. ${from} I get this:`,
    transcript: [
      `$ ssh ec2-user@${dialled}`,
      `ssh: connect to host ${dialled} port 22:`,
      refused ? 'Connection refused' : 'Connection timed out',
    ],
    after: prose`${belief} I tried ${numberWord(ATTEMPTS)} times between ${first} and ${last} UTC.`,
    brief: briefly({ from, dialled, refused, belief, name: parts.targetName }),
  };
}

interface Brief {
  readonly from: Prose;
  readonly dialled: string;
  readonly refused: boolean;
  readonly belief: Prose;
  readonly name: string;
}

function briefly({ from, dialled, refused, belief, name }: Brief): Prose {
  return prose`${from} ${code(`ssh ${dialled}`)} to ${strong(name)} ${refused ? 'is refused' : 'times out'}. ${belief}`;
}

function attemptTimes({ Traffic }: World): readonly [string, string] {
  const intent = Traffic?.[TRIED];
  const start = Date.parse(intent?.At ?? '');
  const span = (intent?.Repeat?.Every ?? 0) * ((intent?.Repeat?.Times ?? 1) - 1) * 1000;
  return [clock(start), clock(start + span)];
}
