/** The verdict says what the runs say: which layer mends, what is so already, what the records were and are. */
import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/core/explain/prose';
import { LOG_READINGS } from '@/lib/core/flowlog/log-laws';
import { writeFlowLog } from '@/lib/core/flowlog/write';
import { layerVerdict } from '@/lib/core/quiz/verdict/which-layer';
import { LAYERS } from '@/lib/core/scenario/layer';
import { rightLayers } from '@/lib/core/scenario/prove';
import { OUR_READING, READ_BOTH_WAYS } from '@/lib/core/scenario/readings';
import { runWorld } from '@/lib/core/scenario/symptom';
import { REFLECTION_FAULTS as FAULTS } from '@/lib/core/scenario/traps/reflection-ssh';
import { caseOfFault } from '../../support/case-of-fault';
import { layerView } from '../../support/layer-view';

const cases = FAULTS.map(({ id, layer: its }) => {
  const question = caseOfFault(id);
  const layer = LAYERS.find((one) => one === its);
  if (!layer) throw new Error(`${id} lies in a layer that is offered`);
  return { id, layer, question, verdict: layerVerdict(question, layer) };
});
const verdictOf = (id: string) => {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`no case of ${id}`);
  return found.verdict;
};
const keyRun = (id: string) => {
  const run = verdictOf(id).runs.at(-1);
  if (!run) throw new Error(`no run in the verdict of ${id}`);
  return run;
};
const sentences = (run: {
  readonly changes: readonly { readonly sentence: Parameters<typeof plain>[0] }[];
}) => run.changes.map(({ sentence }) => plain(sentence));

describe.each(cases)('$id', ({ layer, question, verdict }) => {
  const key = rightLayers(question.scenario.broken, OUR_READING);

  it('is right for the layers whose repair mends, and for no other', () => {
    for (const chosen of LAYERS) {
      const { right, key: said, runs } = layerVerdict(question, chosen);
      expect(right).toBe(key.includes(chosen));
      expect(said).toEqual(key);
      expect(runs.map((run) => run.id).sort()).toEqual([...LAYERS].sort());
    }
    expect(verdict.runs.filter(({ mends }) => mends).map((run) => run.id)).toEqual([layer]);
    expect(verdict.runs.at(-1)).toMatchObject({
      mends: true,
      outcome: 'Handshake completes',
      stop: undefined,
    });
  });

  it('leads to a page of AWS', () => {
    expect(verdict.decided.awsPage).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|repost\.aws)\//);
    expect(verdict.decided.rule.source).toMatch(/^https:\/\//);
  });

  it('tells the deciding step once: the story leads there and does not repeat it', () => {
    expect(plain(verdict.story).length).toBeGreaterThan(80);
    expect(plain(verdict.story)).not.toContain(plain(verdict.decided.sentence));
  });

  it('words as a change only what changes something', () => {
    for (const run of verdict.runs) {
      expect(run.changes.length).toBeGreaterThan(0);
      // A layer that mends has something to mend; where nothing is broken, nothing is there to be mended.
      expect(run.changes.every(({ isAlreadySo }) => isAlreadySo)).toBe(!run.mends);
      for (const { isAlreadySo, sentence, command } of run.changes) {
        expect(plain(sentence).includes(' already ')).toBe(isAlreadySo);
        if (isAlreadySo) expect(command).toBeUndefined();
      }
    }
  });

  it('says that records appear only where there were none, and compares the others', () => {
    for (const { mends, sentence, flows } of verdict.runs) {
      const appeared = flows.length > 0 && flows.every(({ before }) => before === undefined);
      expect(/appear/.test(plain(sentence))).toBe(appeared && verdict.records.length === 0);
      const changed = flows.some(({ before, after }) => before?.packets !== after?.packets);
      expect(changed).toBe(mends);
      if (mends) expect(flows.filter(({ action, after }) => action === 'ACCEPT' && after)).toHaveLength(2);
    }
  });
});

describe('verdicts', () => {
  it.each([
    [
      'pcx-not-accepted',
      /is still pending acceptance, and carries nothing until the other side accepts it\.$/,
    ],
    ['route-blackhole', /its target pcx-[0-9a-f]+ is gone\.$/],
  ])('%s: the deciding step names the state of the target', (id, says) => {
    const { decided, walk } = verdictOf(id);
    expect(plain(decided.sentence)).toMatch(says);
    expect(plain(walk.at(-1)?.sentence ?? [])).toMatch(says);
  });

  it('a repair by a new address dials it: the private one leads nowhere in any world', () => {
    const { question } = cases.find(({ id }) => id === 'no-public-ip') ?? {};
    const run = keyRun('no-public-ip');
    expect(run.dialled).toMatch(/^192\.0\.2\.\d+$/);
    expect(sentences(run).at(-1)).toBe(
      `Dial ${run.dialled}, the new address, and no longer ${question?.evidence.dialled}`,
    );
    for (const { id } of FAULTS) if (id !== 'no-public-ip') expect(keyRun(id).dialled).toBeUndefined();
  });

  it('opens a security group one way, since it remembers, and a network ACL both ways', () => {
    for (const { verdict } of cases) {
      const changesOf = (layer: string) => verdict.runs.find((run) => run.id === layer)?.changes.length;
      expect(changesOf('security-group')).toBe(1);
      expect(changesOf('network-acl')).toBe(2);
    }
  });

  it('prints each call as a line that can be typed, and sets the variable that a later one names', () => {
    expect(keyRun('no-public-ip').changes.map(({ command }) => command?.join(' '))).toEqual([
      'address=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)',
      expect.stringMatching(
        /^aws ec2 associate-address --allocation-id "\$address" --network-interface-id eni-/,
      ),
      undefined,
    ]);
  });

  it('rests on no inferred rule that is not read both ways', () => {
    const met = new Set(
      cases.flatMap(({ question: { scenario }, verdict }) => {
        const { capture, world } = runWorld(scenario.world);
        const records = writeFlowLog(world.network, capture.crossings, scenario);
        return [...records.flatMap(({ inferred }) => inferred), ...verdict.inferred];
      }),
    );
    expect(met.size).toBeGreaterThan(0);
    for (const rule of met) expect(READ_BOTH_WAYS).toContain(rule);
  });

  it('names the inferred rules on which a story rests', () => {
    expect(verdictOf('igw-route-missing').inferred.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['igw.delivers-inbound', 'flowlog.egress-unrouted']),
    );
  });
});

describe('the log of a question', () => {
  it('names every open question that its records may rest on, the same ones in each case', () => {
    for (const { question } of cases) {
      const named = layerView(question).shown.log?.inferred.map(({ id }) => id);
      expect(named).toEqual(LOG_READINGS.map(({ rule }) => rule.id));
      expect(named).toEqual(
        expect.arrayContaining(['flowlog.windows', 'flowlog.nodata-cadence', 'flowlog.egress-unrouted']),
      );
    }
  });
});
