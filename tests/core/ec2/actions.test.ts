/** EC2 API calls as a whole: what every one of them refuses, its command line and sentence, and the laws that hold for all. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { ACTION_NAMES, apply, applyAll } from '@/lib/core/ec2/actions/apply';
import { formatAwsCli } from '@/lib/core/ec2/aws-cli';
import { readSnapshot } from '@/lib/core/ec2/read-snapshot';
import { actionSchema } from '@/lib/core/ec2/schema/action';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { changeSentence } from '@/lib/core/explain/change';
import { plain as plainText } from '@/lib/core/explain/prose';
import { parseNetwork } from '@/lib/core/vpc/parse-network';
import { type Call, call, everything, plain } from '../../support/calls';
import { ACCEPTED } from './cases/accepted';
import { ALL_LINES, ALL_REFUSED } from './cases/all';

/** Calls that nothing can be wrong with. */
const NEVER_REFUSED = [
  'CreateInternetGateway',
  'CreateTransitGateway',
  'CreateVpnGateway',
  'ModifyVpcBlockPublicAccessOptions',
];

describe('AWS refuses', () => {
  it.each(ALL_REFUSED)('%j: %s (%s)', (action, code) => {
    expect(apply(everything(), call(action))).toMatchObject({ error: { Code: code } });
  });

  it('something of every Action', () => {
    const tried = new Set(ALL_REFUSED.map(([{ Action: name }]) => name));
    expect([...tried, ...NEVER_REFUSED].sort()).toEqual([...ACTION_NAMES].sort());
  });

  it('a list of calls at the one that failed, and leaves the document as it was', () => {
    const before = plain();
    const frozen = JSON.stringify(before);
    const failed = applyAll(before, [
      call({ Action: 'CreateInternetGateway' }),
      call({ Action: 'DeleteRoute', RouteTableId: 'rtb-x', DestinationCidrBlock: '0.0.0.0/0' }),
    ]);
    expect(failed).toMatchObject({ error: { index: 1, Code: 'InvalidRouteTableID.NotFound' } });
    expect(JSON.stringify(before)).toBe(frozen);
  });

  it.each<[Call]>([
    [{ Action: 'ReleaseAddress', AllocationId: { Ref: 'nothing' } }],
    [{ Action: 'CreateVpcEndpoint', VpcId: 'vpc-1', ServiceName: '', SubnetIds: [{ Ref: 'nothing' }] }],
  ])('a reference to what nothing made: %j', (action) => {
    expect(applyAll(plain(), [call(action)])).toMatchObject({ error: { Code: 'InvalidParameterValue' } });
  });
});

describe('every Action', () => {
  it('has a schema, and no schema stands alone', () => {
    const names = actionSchema.options.map(({ shape }) => shape.Action.value);
    expect([...names].sort()).toEqual([...ACTION_NAMES].sort());
    for (const [action] of [...ALL_REFUSED, ...ALL_LINES])
      expect(actionSchema.safeParse(call(action)).error).toBeUndefined();
  });

  it.each(ALL_LINES)('%j is the line `%s`', (action, line) => {
    expect(formatAwsCli(call(action))).toBe(line);
  });

  it('has a line above, and a sentence of its own', () => {
    const names = new Set(ALL_LINES.map(([{ Action: name }]) => name));
    expect([...names].sort()).toEqual([...ACTION_NAMES].sort());
    const sentences = ALL_LINES.map(([action]) => plainText(changeSentence(call(action))));
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+[^. ]$/);
    expect(sentences.filter((sentence) => /nothing|undefined|\[object/.test(sentence))).toEqual([]);
    expect(new Set(sentences).size).toBeGreaterThan(names.size - 8);
  });
});

describe('for any calls in any order', () => {
  const calls = fc.array(fc.constantFrom(...ACCEPTED), { minLength: 1, maxLength: 30 });

  /** Refused calls change nothing. */
  function play(start: Snapshot, actions: readonly Call[]): Snapshot {
    let snapshot = start;
    for (const action of actions) {
      const outcome = apply(snapshot, call(action));
      if ('snapshot' in outcome) snapshot = outcome.snapshot;
    }
    return snapshot;
  }

  it('there is one of every kind, and most go through at once', () => {
    expect(new Set(ACCEPTED.map(({ Action: name }) => name)).size).toBe(ACTION_NAMES.length);
    const through = ACCEPTED.filter((action) => 'snapshot' in apply(everything(), call(action)));
    expect(through.length).toBeGreaterThan(ACCEPTED.length * 0.8);
  });

  test.prop([calls], { numRuns: 400 })('the document still passes both doors', (actions) => {
    const after = play(everything(), actions);
    const read = readSnapshot(JSON.parse(JSON.stringify(after)));
    expect('issues' in read ? read.issues : []).toEqual([]);
    const door = parseNetwork(after);
    expect('issues' in door ? door.issues : []).toEqual([]);
  });

  test.prop([calls], { numRuns: 100 })(
    'the one before is never touched, and the same calls make the same',
    (actions) => {
      expect(play(frozen(everything()), actions)).toEqual(play(everything(), actions));
    },
  );
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
