/** A handful of whole verdicts, as text in `goldens/`: what a person reads, to be read by persons. `vitest run -u` renews them. */
import { describe, expect, it } from 'vitest';
import type { Answer } from '@/lib/core/quiz/answer';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import { askDiagnose } from '@/lib/core/quiz/kinds/diagnose';
import { askRepair, type RepairQuestion } from '@/lib/core/quiz/kinds/repair';
import type { Question } from '@/lib/core/quiz/question';
import { verdictOf } from '@/lib/core/quiz/verdict-of';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { generateFault } from '@/lib/core/scenario/generate-fault';
import { randomFrom } from '@/lib/core/scenario/random';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { verdictText } from '../../../support/verdict-text';

const SEED = 'golden-1';

function ofTrap(id: string): Question {
  const trap = TRAPS.find((one) => one.id === id);
  if (!trap) throw new Error(`${id} is a trap`);
  return generateQuestion(trap, SEED, trap.asks).question;
}

function caseOf(id: string) {
  const fault = FAULTS.find((one) => one.id === id);
  if (!fault) throw new Error(`${id} is a fault`);
  return generateFault(fault, SEED).made;
}

function diagnosis(id: string): Question {
  const question = askDiagnose(caseOf(id), randomFrom(SEED));
  if (typeof question === 'string') throw new Error(question);
  return question;
}

function repair(id: string): RepairQuestion {
  const question = askRepair(caseOf(id));
  if (typeof question === 'string') throw new Error(question);
  return question;
}

const options = (...ids: readonly string[]): Answer => ({ kind: 'options', options: ids });

/** A group opened to everybody for one that should admit one client. */
function openedToAll({ case: { site, path } }: RepairQuestion): Answer {
  const { port } = path.intent;
  return {
    kind: 'repair',
    actions: [
      {
        Service: 'ec2',
        Action: 'AuthorizeSecurityGroupIngress',
        GroupId: site.at,
        IpPermissions: [
          { IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
        ],
      },
    ],
  };
}

const tooMuch = repair('sg-in-missing');
const list = diagnosis('nacl-out-reply');

const GOLDENS: readonly (readonly [name: string, Question | RepairQuestion, Answer])[] = [
  ['which-layer', ofTrap('reflection-ssh'), options('security-group')],
  ['which-repair', ofTrap('accept-in-reject-out'), options('A')],
  ['choose-two', ofTrap('one-blocker-of-several'), options('A', 'B')],
  ['what-keeps-out', ofTrap('no-deny-in-security-groups'), options('A')],
  ['what-tools-show', ofTrap('analyzer-sends-nothing'), options('A')],
  ['missing-record', ofTrap('delivery-errors'), options('A')],
  [
    'diagnose',
    list,
    {
      kind: 'diagnosis',
      diagnoses: [
        {
          component: list.kind === 'diagnose' ? list.case.site.at : '',
          direction: 'egress',
          part: '*',
          mechanism: 'denied-by-rule',
        },
      ],
    },
  ],
  ['repair', tooMuch, openedToAll(tooMuch)],
];

describe('a verdict as it is read', () => {
  it.each(GOLDENS)('%s', async (name, question, answer) => {
    const judged = verdictOf(question, answer);
    if ('problem' in judged) throw new Error(judged.problem);
    await expect(`${verdictText(judged.verdict)}\n`).toMatchFileSnapshot(`goldens/${name}.txt`);
  });
});
