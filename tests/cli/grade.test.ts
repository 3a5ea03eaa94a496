/** `flowtrap grade` as somebody runs it: on what `flowtrap scenario` printed, with answers of every form and with what is none. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatAwsCli } from '@/lib/core/ec2/aws-cli';
import { openCase } from '@/lib/core/quiz/generate/open-case';
import { GENERATOR_VERSION } from '@/lib/core/scenario/scenario';
import { emptyFolder, file, flowtrap } from '../support/command';

const SEED = 'grade';
const folder = mkdtempSync(path.join(tmpdir(), 'flowtrap-grade-'));
const scenario = file({ fault: 'sg-in-missing', seed: SEED, version: GENERATOR_VERSION });

const asked = openCase({ kind: 'fault', id: 'sg-in-missing' }, SEED)?.question;
if (asked?.kind !== 'diagnose') throw new Error('a fault is to be diagnosed');
const { site, broken } = asked.case;
const repair = site.repair(broken).filter((change) => change.Service === 'ec2');
const wrong = asked.options.find((id) => id !== site.at) ?? '';

async function graded(answer: unknown, of = scenario) {
  const { code, stdout, stderr } = await flowtrap(['grade', of, file(answer)]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

async function refused(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await flowtrap(['grade', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  return stderr.trimEnd().replace(/`[^`]*\/([^`/]*)`/g, '`$1`');
}

describe('flowtrap grade', () => {
  it('takes what flowtrap scenario prints', async () => {
    const printed = await flowtrap(['scenario', '--trap', 'ephemeral-ports', '--seed', SEED, '--key']);
    const { key, answer } = JSON.parse(printed.stdout);
    const verdict = await graded({ option: key.options[0] }, file(printed.stdout));
    expect(verdict).toMatchObject({ asks: 'which-repair', right: true, credit: 1 });
    const other = answer.options.find(({ id }: { id: string }) => !key.options.includes(id));
    const bad = await graded({ options: [other.id] }, file(printed.stdout));
    expect(bad).toMatchObject({ right: false, credit: 0 });
    expect(bad.runs[0]).toMatchObject({
      id: other.id,
      isChosen: true,
      mends: false,
      stop: expect.any(String),
    });
    expect(bad.runs.at(-1)).toMatchObject({ isKey: true, mends: true });
  });

  it('takes components, whole diagnoses and repairs in both forms', async () => {
    expect(await graded({ option: wrong })).toMatchObject({ asks: 'diagnose', right: false, credit: 0 });
    const whole = { component: site.at, direction: 'inbound', part: 'none', mechanism: 'no-rule-allows' };
    expect(await graded(whole)).toMatchObject({ right: true, credit: 1 });
    expect(await graded({ diagnoses: [{ component: site.at }] })).toMatchObject({ right: true, credit: 0.5 });
    expect(await graded({ actions: repair })).toMatchObject({ asks: 'repair', right: true, credit: 1 });
    expect(await graded({ commands: repair.map(formatAwsCli) })).toMatchObject({ right: true, credit: 1 });
    expect(await graded({ actions: [] })).toMatchObject({
      right: false,
      credit: 0,
      headline: 'Nothing was changed',
    });
    const nobody = { ...repair[0], GroupId: 'sg-00000000000000000' };
    expect(await graded({ actions: [nobody] })).toMatchObject({
      right: false,
      refused: { place: 1, code: 'InvalidGroup.NotFound' },
    });
  });

  describe('a receipt', () => {
    const receipt = path.join(folder, 'receipt.txt');
    beforeAll(async () => {
      const { code } = await flowtrap([
        'grade',
        scenario,
        file({ component: site.at }),
        '--receipt',
        receipt,
      ]);
      expect(code).toBe(0);
    });

    it('is written, and replays to the same verdict', async () => {
      const { code, stdout } = await flowtrap(['grade', '--replay', receipt]);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        fault: 'sg-in-missing',
        seed: SEED,
        stands: true,
        verdict: { right: true, credit: 0.5 },
        differences: [],
        rules: [],
      });
    });

    it('that was cut is told so', async () => {
      const cut = file(readFileSync(receipt, 'utf8').slice(0, -40));
      expect(await refused('--replay', cut)).toMatch(
        / cannot be replayed: it was cut or changed: its digest does not fit$/,
      );
      expect(await refused('--replay', file('hello'))).toMatch(
        / cannot be replayed: it is no receipt, or a part of one$/,
      );
      expect(await refused('--replay', path.join(folder, 'none.txt'))).toMatch(
        / cannot be read: there is no such file$/,
      );
      expect(await refused('--replay', receipt, scenario)).toMatch(/--replay FILE stands alone/);
    });

    it('needs a place to be written to', async () => {
      const answer = file({ option: wrong });
      expect(await refused(scenario, answer, '--receipt', path.join(folder, 'no', 'such', 'r.txt'))).toMatch(
        / cannot be written: there is no such file$/,
      );
      expect(await refused(scenario, answer, '--receipt', emptyFolder)).toMatch(
        / cannot be written: it is a folder$/,
      );
    });
  });

  it.each([
    [{ fault: 'sg-in-missing', seed: SEED }, /is no scenario: version is missing: expected a number$/],
    [
      { fault: 'sg-in-missing', seed: 'a b', version: GENERATOR_VERSION },
      /is no scenario: seed is not 1 to 64 letters/,
    ],
    [
      { fault: 'sg-in-missing', seed: SEED, version: 1 },
      /comes from generator version 1, and this is \d+: the same seed makes another case$/,
    ],
    [{ seed: SEED, version: GENERATOR_VERSION }, /is no scenario: it names one of trap, fault and level$/],
    [
      { fault: 'sg-in-missing', trap: 'x', seed: SEED, version: GENERATOR_VERSION },
      /it names one of trap, fault and level$/,
    ],
    [
      { fault: 'nobody-cares', seed: SEED, version: GENERATOR_VERSION },
      /names the fault `nobody-cares`, which there is not$/,
    ],
    [{ level: 9, seed: SEED, version: GENERATOR_VERSION }, /names the level `level-9`, which there is not$/],
    [[], /is no scenario: /],
    ['not json', /is not JSON: /],
  ])('refuses the scenario %j', async (odd, says) => {
    expect(await refused(file(odd), file({ option: 'A' }))).toMatch(says);
  });

  it.each([
    [{}, /an answer says one of `option`, `options`, /],
    [[], /an answer is a JSON object$/],
    [{ option: 7 }, /option is not a string$/],
    [{ option: 'Z' }, /choose one of `/],
    [{ options: [wrong, site.at] }, /choose one of `/],
    [{ option: wrong, more: 1 }, /has no `more`$/],
    [{ component: site.at, mechanism: 'magic' }, /mechanism `magic` is none of denied-by-rule, /],
    [{ component: site.at, direction: 'up' }, /direction is none of `inbound`, /],
    [{ diagnoses: [] }, /one diagnosis is wanted$/],
    [{ actions: [{ Service: 'ec2', Action: 'Reboot' }] }, /actions\[0\]/],
    [
      { commands: 'aws ec2 create-vpc --cidr-block 10.0.0.0/16\naws s3 ls' },
      /line 2 of the commands: `aws s3` is not read here: only `aws ec2`$/,
    ],
  ])('refuses the answer %j', async (odd, says) => {
    expect(await refused(scenario, file(odd))).toMatch(says);
  });

  it('wants two files', async () => {
    expect(await refused(scenario)).toBe(
      'flowtrap grade: which two files, a scenario and an answer? see flowtrap --help',
    );
    expect(await refused('-', '-')).toMatch(/only one of the two files can be standard input$/);
    const trap = file({ trap: 'metadata-or-payload', seed: SEED, version: GENERATOR_VERSION });
    expect(await refused(trap, file({ actions: [] }))).toMatch(
      /this question has no case that calls could repair$/,
    );
    expect(await refused(trap, file({ component: 'sg-1' }))).toMatch(/this question wants no diagnosis$/);
  });
});
