/** EC2 API calls as a whole: what every one of them refuses, its command line and sentence, and the laws that hold for all. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { ACTION_NAMES, apply, applyAll } from '@/lib/core/ec2/actions/apply';
import { settled } from '@/lib/core/ec2/actions/settle';
import { formatAwsCli } from '@/lib/core/ec2/aws-cli';
import { readSnapshot } from '@/lib/core/ec2/read-snapshot';
import { actionSchema } from '@/lib/core/ec2/schema/action';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { changeSentence } from '@/lib/core/explain/change';
import { plain as plainText } from '@/lib/core/explain/prose';
import { parseNetwork } from '@/lib/core/vpc/parse-network';
import { type Call, call, everything, plain } from '../../support/calls';
import { ACCEPTED, LATER, SCRIPTS } from './cases/accepted';
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

describe('AWS accepts', () => {
  const scripts = [...ACCEPTED.map((action) => [action]), ...SCRIPTS];

  it('something of every Action', () => {
    const names = new Set(scripts.flatMap((script) => script.map(({ Action: name }) => name)));
    expect([...names].sort()).toEqual([...ACTION_NAMES].sort());
  });

  it.each(scripts.map((script) => [script]))('%j', (script) => {
    expect(applyAll(everything(), script.map(call))).not.toHaveProperty('error');
    for (const action of script) expect(actionSchema.safeParse(call(action)).error).toBeUndefined();
  });
});

describe('for any calls in any order', () => {
  const scripts = [...ACCEPTED.map((action) => [action]), ...LATER.map((action) => [action]), ...SCRIPTS];
  const calls = fc.array(fc.constantFrom(...scripts), { minLength: 1, maxLength: 25 });

  /** Refused calls change nothing. */
  function play(start: Snapshot, played: readonly (readonly Call[])[]): Snapshot {
    let snapshot = start;
    for (const script of played) {
      const outcome = applyAll(snapshot, script.map(call));
      if ('snapshot' in outcome) snapshot = outcome.snapshot;
    }
    return snapshot;
  }

  test.prop([calls], { numRuns: 400 })('the document still passes both doors', (actions) => {
    const after = play(everything(), actions);
    const read = readSnapshot(JSON.parse(JSON.stringify(after)));
    expect('issues' in read ? read.issues : []).toEqual([]);
    const door = parseNetwork(after);
    expect('issues' in door ? door.issues : []).toEqual([]);
  });

  test.prop([calls], { numRuns: 200 })('nothing is left to be worked out anew', (played) => {
    const after = play(everything(), played);
    expect(settled(after, after)).toEqual(after);
  });

  test.prop([calls], { numRuns: 200 })('attachments tell the same in all their rows', (played) => {
    const after = play(everything(), played);
    const common = (after.TransitGatewayAttachments ?? []).map((row) => row.TransitGatewayAttachmentId);
    const own = [
      ...(after.TransitGatewayVpcAttachments ?? []),
      ...(after.TransitGatewayPeeringAttachments ?? []),
    ].map((row) => row.TransitGatewayAttachmentId);
    const vpn = (after.VpnConnections ?? []).filter((row) => row.TransitGatewayId !== undefined);
    expect(new Set(common).size).toBe(own.length + vpn.length);
    for (const id of own) expect(common).toContain(id);
    for (const { TransitGatewayAttachmentId: id, SubnetIds } of after.TransitGatewayVpcAttachments ?? []) {
      const interfaces = after.NetworkInterfaces?.filter(({ Description }) => Description?.endsWith(id));
      expect(interfaces?.map(({ SubnetId }) => SubnetId).sort()).toEqual([...(SubnetIds ?? [])].sort());
    }
    const named = (after.TransitGatewayRouteTables ?? []).flatMap(
      ({ Associations = [], Propagations = [], Routes = [] }) =>
        [
          ...Associations,
          ...Propagations,
          ...Routes.flatMap((row) => row.TransitGatewayAttachments ?? []),
        ].map((row) => row.TransitGatewayAttachmentId),
    );
    for (const id of named) expect(common).toContain(id);
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
