/** Endpoint policies: a verdict on the request, which the network has carried either way. */
import { expect } from 'vitest';
import { probe } from '@/lib/core/simulate/probe';
import { simulate } from '@/lib/core/simulate/simulate';
import { question } from '../../support/network/ask';
import { worldOf } from '../../support/network/part';
import { traffic } from '../../support/network/play';
import { parsed } from '../../support/pair';
import { type Case, proves } from './case';
import { TO_S3, withGatewayEndpoint, withInterfaceEndpoint } from './endpoint-world';

const ROLE = 'arn:aws:iam::111122223333:role/app';
const statement = (Effect: string, Action: string, Resource: string, Principal = '*') => ({
  Effect,
  Action,
  Resource,
  Principal,
});
const document = (...Statement: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement });

/** What the policy says of a call, and what the packets did. */
const judged = (PolicyDocument: string | undefined, action: string, resource: string, principal = '*') => {
  const world = withGatewayEndpoint({}, PolicyDocument === undefined ? {} : { PolicyDocument });
  const { connection, policy } = probe(parsed(world), {
    ...question(TO_S3),
    request: { action, resource, principal },
  });
  return { connection, allowed: policy?.allowed, rule: policy?.rule.id };
};

const OBJECT = 'arn:aws:s3:::bills/2026/11.pdf';
const GET = 's3:GetObject';

const POLICIES: readonly (readonly [
  string,
  string | undefined,
  readonly [string, string, string?],
  boolean,
])[] = [
  ['without a policy everything', undefined, [GET, OBJECT], true],
  [
    'an Allow that matches',
    document(statement('Allow', 's3:Get*', 'arn:aws:s3:::bills/*')),
    [GET, OBJECT],
    true,
  ],
  ['actions without regard to case', document(statement('Allow', 'S3:getobject', '*')), [GET, OBJECT], true],
  [
    'an Allow for another bucket',
    document(statement('Allow', '*', 'arn:aws:s3:::photos/*')),
    [GET, OBJECT],
    false,
  ],
  ['an Allow for another action', document(statement('Allow', 's3:PutObject', '*')), [GET, OBJECT], false],
  [
    'a Deny beside an Allow',
    document(statement('Allow', '*', '*'), statement('Deny', 's3:*', '*/11.pdf')),
    [GET, OBJECT],
    false,
  ],
  [
    'an Allow for another principal',
    document(statement('Allow', '*', '*', 'arn:aws:iam::111122223333:role/other')),
    [GET, OBJECT, ROLE],
    false,
  ],
  ['an empty policy', document(), [GET, OBJECT], false],
];

export const CASES: readonly Case[] = [
  ...POLICIES.map(([name, text, [action, resource, principal], allowed]) =>
    proves('endpoint.policy', name, () => {
      const rule = allowed ? 'vpce.policy-allows' : 'vpce.policy-denies';
      expect(judged(text, action, resource, principal)).toEqual({ connection: 'established', allowed, rule });
    }),
  ),
  proves('endpoint.policy', 'it is asked in a played world too, at an interface endpoint', () => {
    const PolicyDocument = document(statement('Deny', 'kms:*', '*'));
    const made = withInterfaceEndpoint();
    const VpcEndpoints = (made.Snapshot.VpcEndpoints ?? []).map((row) => ({ ...row, PolicyDocument }));
    const Call = { Action: 'kms:Decrypt', Resource: '*' };
    const world = worldOf(
      { ...made, Snapshot: { ...made.Snapshot, VpcEndpoints } },
      traffic('web > 10.1.5.20 tcp 443', { Call }),
    );
    const { results } = simulate(parsed(world));
    expect(results[0]).toMatchObject({ outcome: 'established', policy: { allowed: false } });
  }),
];
