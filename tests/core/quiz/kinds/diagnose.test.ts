/** Diagnoses of every fault: what is named is mended, and what mends is right, wherever the fault was put. */
import { describe, expect, it } from 'vitest';
import { choicesOf, gradeChoice, keyOf, picksOf, promptOf } from '@/lib/core/quiz/choices';
import { NOTHING } from '@/lib/core/quiz/component-title';
import { findingOfStep } from '@/lib/core/quiz/diagnosis/finding';
import type { Diagnosis } from '@/lib/core/quiz/diagnosis/judge';
import { askDiagnose, type DiagnoseQuestion, gradeDiagnose } from '@/lib/core/quiz/kinds/diagnose';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { generateFault } from '@/lib/core/scenario/generate-fault';
import { randomFrom } from '@/lib/core/scenario/random';
import { stoppedIn } from '@/lib/core/scenario/repairs-at';
import { withSecondFault } from '@/lib/core/scenario/two-faults';
import { applyChanges } from '@/lib/core/simulate/change';
import { rotatingSeeds, rotatingShare, SEED_BASE } from '../../../support/rotating-seed';

function asked(faultId: string, seed: string): DiagnoseQuestion {
  const fault = FAULTS.find(({ id }) => id === faultId);
  if (!fault) throw new Error(`${faultId} is a fault`);
  const question = askDiagnose(generateFault(fault, seed).made, randomFrom(`${seed}/diagnose`));
  if (typeof question === 'string') throw new Error(`${faultId} ${seed}: ${question}`);
  return question;
}

const grade = (question: DiagnoseQuestion, ...diagnoses: readonly Diagnosis[]) =>
  gradeDiagnose(question, diagnoses);

describe.each(rotatingShare(FAULTS, 2))(`$id, seeds of ${SEED_BASE}`, ({ id, symptom }) => {
  it.each(rotatingSeeds(1))('%s', (seed) => {
    const question = asked(id, seed);
    const { site } = question.case;
    const injected = symptom === 'false-alarm' ? NOTHING : site.at;
    expect(grade(question, { component: injected })).toMatchObject({ right: true });
    expect(grade(question, { component: 'sg-00000000000000000' })).toMatchObject({ right: false, credit: 0 });
    expect(grade(question)).toMatchObject({ right: false, credit: 0 });
    expect(promptOf(question)).toMatch(/\?$/);
    expect(new Set(choicesOf(question).map(({ text }) => text)).size).toBe(5);
    const key = keyOf(question);
    expect(key).toHaveLength(1);
    // What was found right mends, by a run of its own.
    const [found] = grade(question, { component: question.options[key[0] ?? -1] ?? '' }).judged;
    expect('error' in applyChanges(question.case.broken, found?.mending ?? [])).toBe(false);
  });
});

describe('a diagnosis', () => {
  it('has half for the component, three tenths for list and rule, two tenths for the mechanism', () => {
    const question = asked('sg-in-missing', 'parts');
    const component = question.case.site.at;
    const whole = { component, direction: 'ingress', part: 'none', mechanism: 'no-rule-allows' } as const;
    expect(grade(question, whole)).toMatchObject({ right: true, credit: 1 });
    expect(grade(question, { ...whole, direction: 'egress' }).credit).toBeCloseTo(0.7);
    expect(grade(question, { ...whole, direction: undefined }).credit).toBeCloseTo(0.7);
    expect(grade(question, { ...whole, part: '100' }).credit).toBeCloseTo(0.7);
    expect(grade(question, { ...whole, mechanism: 'denied-by-rule' }).credit).toBeCloseTo(0.8);
    expect(grade(question, { component }).credit).toBe(0.5);
    expect(grade(question, { ...whole, component: 'acl-1' })).toMatchObject({ right: false, credit: 0 });
  });

  it('names the entry of a network ACL by its number', () => {
    const question = asked('nacl-order', 'order');
    const stop = stoppedIn(question.case)?.decidedBy;
    const finding = stop && findingOfStep(stop.step);
    const [part = ''] = finding?.parts ?? [];
    expect(part).toMatch(/^\d+$/);
    const whole = {
      component: question.case.site.at,
      direction: finding?.direction,
      part,
      mechanism: 'denied-by-rule',
    } as const;
    expect(grade(question, whole).credit).toBe(1);
    expect(grade(question, { ...whole, part: '*' }).credit).toBeCloseTo(0.7);
  });

  it.each([
    ['igw-route-missing', { part: 'none', mechanism: 'no-route' }],
    ['igw-missing', { part: 'none', mechanism: 'not-attached' }],
    ['pcx-not-accepted', { part: 'none', mechanism: 'wrong-state' }],
    ['no-public-ip', { part: 'none', mechanism: 'no-public-address' }],
    ['nat-instance-srcdst', { part: 'none', mechanism: 'source-dest-check' }],
    ['service-stopped', { part: 'none', mechanism: 'not-listening' }],
    ['host-firewall', { part: 'none', mechanism: 'host-refuses' }],
    ['bpa', { part: 'none', mechanism: 'public-access-blocked' }],
    ['endpoint-policy', { part: 'none', mechanism: 'policy-denies' }],
    ['fl-filter', { part: 'none', mechanism: 'not-logged' }],
    ['fl-delay', { part: 'none', mechanism: 'not-logged' }],
    ['nat-idle', { part: 'none', mechanism: 'not-carried' }],
  ] as const)('of %s is whole', (id, rest) => {
    const question = asked(id, 'whole');
    expect(grade(question, { component: question.case.site.at, ...rest }).credit).toBe(1);
  });

  it.each([
    // Another group on the interface: the group that is on it can be opened as well.
    ['sg-wrong-attached', 'sg-'],
    // The new list that the subnet follows can be opened as well.
    ['nacl-custom-deny-all', 'acl-'],
    // The rule that names a group of another VPC can give way to one that names the address.
    ['sg-ref-tgw', 'sg-'],
  ])('of %s may name what was not broken, since mending it alone helps', (id, prefix) => {
    const question = asked(id, 'elsewhere');
    const stop = stoppedIn(question.case)?.decidedBy;
    expect(stop?.component).toMatch(new RegExp(`^${prefix}`));
    expect(stop?.component).not.toBe(question.case.site.at);
    expect(grade(question, { component: stop?.component ?? '' })).toMatchObject({ right: true });
  });

  it('says that nothing is wrong where nothing is, and only there', () => {
    expect(
      grade(asked('nacl-intra-subnet', 'alarm'), {
        component: NOTHING,
        part: 'none',
        mechanism: 'nothing-wrong',
      }).credit,
    ).toBe(1);
    expect(grade(asked('sg-in-missing', 'alarm'), { component: NOTHING }).credit).toBe(0);
  });
});

describe('two things wrong at once', () => {
  const questions = ['sg-in-missing', 'nacl-in-missing', 'pcx-return-route', 'host-firewall'].flatMap(
    (id) => {
      const fault = FAULTS.find((one) => one.id === id);
      if (!fault) throw new Error(`${id} is a fault`);
      const { made } = generateFault(fault, 'both');
      const both = withSecondFault(made, randomFrom(`${id}/second`));
      const question = both && askDiagnose(both.case, randomFrom(`${id}/both`), both.second);
      return question && typeof question !== 'string' ? [question] : [];
    },
  );

  it('want both named', () => {
    expect(questions.length).toBeGreaterThan(2);
    for (const question of questions) {
      const [first, second] = [question.case.site.at, question.second?.site.at ?? ''];
      expect(picksOf(question)).toBe(2);
      expect(grade(question, { component: first }, { component: second })).toMatchObject({
        right: true,
        credit: 0.5,
      });
      expect(grade(question, { component: second })).toMatchObject({ right: false, credit: 0.25 });
      expect(grade(question, { component: second }, { component: second }).right).toBe(false);
      const key = keyOf(question);
      expect(key).toHaveLength(2);
      expect(gradeChoice(question, key.slice(0, 1))).toMatchObject({ right: false, credit: 0.5 });
    }
  });
});
