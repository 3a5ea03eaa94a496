/** The table of fields: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html */
import { describe, expect, it } from 'vitest';
import { LOG_FIELDS } from '@/lib/core/ec2/log-fields';
import { FIELDS } from '@/lib/core/flowlog/fields';

const TABLE: Readonly<Record<number, string>> = {
  2: 'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status',
  3: 'vpc-id subnet-id instance-id tcp-flags type pkt-srcaddr pkt-dstaddr',
  4: 'region az-id sublocation-type sublocation-id',
  5: 'pkt-src-aws-service pkt-dst-aws-service flow-direction traffic-path',
  7: 'ecs-cluster-arn ecs-cluster-name ecs-container-instance-arn ecs-container-instance-id ecs-container-id ecs-second-container-id ecs-service-name ecs-task-definition-arn ecs-task-arn ecs-task-id',
  8: 'reject-reason',
  9: 'resource-id',
  10: 'encryption-status',
  11: 'instance-tag instance-tag-2 interface-tag interface-tag-2 asg-tag asg-tag-2 interface-type next-hop-interface-id next-hop-subnet-id next-hop-az-id next-hop-vpc-id next-hop-interface-type',
};

const namesWhere = (test: (field: (typeof FIELDS)[number]) => boolean) =>
  FIELDS.filter(test)
    .map(({ name }) => name)
    .join(' ');

describe('the fields', () => {
  it.each(Object.entries(TABLE))('of version %s are in the order of the table', (version, names) => {
    expect(namesWhere((field) => field.version === Number(version))).toBe(names);
  });

  it('are 54, from one version to the next, and version 6 is of transit gateways', () => {
    const versions = FIELDS.map(({ version }) => version);
    expect(versions).toHaveLength(54);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect([...new Set<number>(versions)]).toEqual(Object.keys(TABLE).map(Number));
  });

  it('are those that a format may name, in the same order', () => {
    expect(FIELDS.map(({ name }) => name)).toEqual(Object.keys(LOG_FIELDS));
  });

  it('are numbers where Parquet has numbers', () => {
    expect(namesWhere(({ parquet }) => parquet === 'INT_64')).toBe('packets bytes start end');
    expect(namesWhere(({ parquet }) => parquet === 'INT_32')).toBe(
      'version srcport dstport protocol tcp-flags traffic-path encryption-status',
    );
    for (const { kind, parquet } of FIELDS) expect(kind === 'number').toBe(parquet !== 'STRING');
  });

  it('say how sure they are, and where that is written', () => {
    expect(namesWhere(({ standing }) => standing === 'inferred')).toBe(TABLE[11]);
    for (const { source, means } of FIELDS) {
      expect(source).toMatch(/^https:\/\//);
      expect(means).toMatch(/^\S.*\.$/);
    }
  });
});
