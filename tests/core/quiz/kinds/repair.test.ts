/** Repairs of generated cases: the task follows from the fault, any calls are judged by what they do, and nothing is looked up. */
import { describe, expect, it } from 'vitest';
import type { Action } from '@/lib/core/ec2/actions/action';
import { readAwsCli } from '@/lib/core/ec2/read-aws-cli';
import { worldOpenSentence } from '@/lib/core/explain/audit';
import { plain } from '@/lib/core/explain/prose';
import { askRepair, gradeActions, type RepairQuestion } from '@/lib/core/quiz/kinds/repair';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { generateFault } from '@/lib/core/scenario/generate-fault';
import { rotatingSeeds, rotatingShare, SEED_BASE } from '../../../support/rotating-seed';

const NOT_BY_CALLS = new Set([
  ...['nat-idle', 'nat-inbound-noise', 'nacl-intra-subnet', 'bgp-advert', 'listen-localhost'],
  ...['service-stopped', 'host-firewall', 'multi-eni-routing', 'imds-blocked', 'fl-delay'],
  ...['fl-nodata-skipdata', 'fl-blind-spot', 'fl-noise', 'fl-late-packets'],
]);

function caseOf(id: string, seed: string) {
  const fault = FAULTS.find((one) => one.id === id);
  if (!fault) throw new Error(`${id} is a fault`);
  return generateFault(fault, seed).made;
}

function asked(id: string, seed: string): RepairQuestion {
  const question = askRepair(caseOf(id, seed));
  if (typeof question === 'string') throw new Error(`${id} ${seed}: ${question}`);
  return question;
}

const own = ({ case: one }: RepairQuestion): readonly Action[] =>
  one.site.repair(one.broken).filter((change) => change.Service === 'ec2');

function judged(question: RepairQuestion, actions: readonly Action[]) {
  const verdict = gradeActions(question, actions);
  if (verdict.kind === 'refused') throw new Error(verdict.error.Message);
  return verdict;
}

const BY_CALLS = rotatingShare(
  FAULTS.filter(({ id }) => !NOT_BY_CALLS.has(id)),
  2,
);

describe.each(BY_CALLS)(`$id, seeds of ${SEED_BASE}`, ({ id }) => {
  it.each(rotatingSeeds(1))(
    '%s: its own repair mends, gives little away, and nothing at all does not',
    (seed) => {
      const question = asked(id, seed);
      expect(question.task.working.length + question.task.protectedFlows.length).toBeGreaterThan(0);
      const verdict = judged(question, own(question));
      expect(verdict).toMatchObject({ mends: true, opened: [], broken: [], openings: [] });
      expect(verdict.credit).toBeGreaterThanOrEqual(0.8);
      expect(judged(question, [])).toMatchObject({ mends: false, credit: 0, needless: [] });
    },
  );
});

it.each([...NOT_BY_CALLS])('%s is not mended by calls', (id) => {
  expect(askRepair(caseOf(id, 'calls'))).toBe('it is not mended by calls');
});

describe('a repair that opens a group to the world', () => {
  const question = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    .map((seed) => askRepair(caseOf('sg-wrong-source', seed)))
    .find(
      (one): one is RepairQuestion => typeof one !== 'string' && one.case.path.design.blueprint === 'bastion',
    );

  it('mends, and is worth nothing; an auditor says why, by trying it', () => {
    if (!question) throw new Error('one of the designs is a bastion');
    const { intent } = question.case.path;
    const door = readAwsCli(
      `aws ec2 authorize-security-group-ingress --group-id ${question.case.site.at} --protocol tcp --port ${intent.port} --cidr 0.0.0.0/0`,
    );
    if ('issues' in door) throw new Error(JSON.stringify(door.issues));
    const verdict = judged(question, door.actions);
    expect(verdict.credit).toBe(0);
    expect(verdict.openings).toHaveLength(1);
    const says = verdict.openings.map((opening) => plain(worldOpenSentence(opening)));
    expect(says[0]).toMatch(
      new RegExp(
        `^Security group ${question.case.site.at} admits tcp ${intent.port} from every address in the world[.:]`,
      ),
    );
  });
});

describe('bad repairs', () => {
  const question = asked('sg-in-missing', 'bad');

  it('that AWS refuses are told with its code and the place of the call', () => {
    const [good] = own(question);
    if (!good) throw new Error('it has a repair');
    const refused = { ...good, GroupId: 'sg-0000' } as Action;
    expect(gradeActions(question, [good, refused])).toMatchObject({
      kind: 'refused',
      credit: 0,
      error: { index: 1, Code: 'InvalidGroup.NotFound' },
    });
  });

  it('that cut somebody else off are worth nothing, though they mend', () => {
    const { task } = question;
    expect(task.working.length).toBeGreaterThan(0);
    // Whoever works goes through some table: without it nobody does.
    const lists = question.case.broken.Snapshot.NetworkAcls?.flatMap(({ NetworkAclId, Entries = [] }) =>
      Entries.filter(({ RuleNumber }) => RuleNumber < 32767).map(
        ({ Egress, RuleNumber }): Action => ({
          Service: 'ec2',
          Action: 'DeleteNetworkAclEntry',
          NetworkAclId,
          Egress,
          RuleNumber,
        }),
      ),
    );
    const verdict = judged(question, [...own(question), ...(lists ?? [])]);
    expect(verdict.broken.length).toBeGreaterThan(0);
    expect(verdict).toMatchObject({ mends: false, credit: 0 });
  });
});
