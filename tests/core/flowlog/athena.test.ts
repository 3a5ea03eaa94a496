import { describe, expect, it } from 'vitest';
import { NAMED_QUERIES, namedQueriesFor } from '@/lib/core/flowlog/athena/named-queries';
import {
  type AthenaTableRequest,
  athenaTable,
  columnName,
  columnType,
} from '@/lib/core/flowlog/athena/table';
import { DEFAULT_FIELDS, FIELDS } from '@/lib/core/flowlog/fields';
import type { FieldName } from '@/lib/core/flowlog/record';

const REQUEST: AthenaTableRequest = {
  table: 'vpc_flow_logs',
  fields: DEFAULT_FIELDS,
  bucket: 'amzn-s3-demo-bucket',
  accountIds: ['111122223333'],
  regions: ['eu-central-1', 'us-gov-west-1'],
  firstDay: '2026/11/01',
};

const made = (change: Partial<AthenaTableRequest> = {}) => {
  const table = athenaTable({ ...REQUEST, ...change });
  if ('issue' in table) throw new Error(table.issue);
  return table;
};

// https://docs.aws.amazon.com/athena/latest/ug/vpc-flow-logs-create-table-statement.html
describe('the table', () => {
  it('has the columns of the default format, in order, with their types', () => {
    expect(made().sql).toContain(`CREATE EXTERNAL TABLE IF NOT EXISTS vpc_flow_logs (
  version int,
  account_id string,
  interface_id string,
  srcaddr string,
  dstaddr string,
  srcport int,
  dstport int,
  protocol bigint,
  packets bigint,
  bytes bigint,
  start bigint,
  \`end\` bigint,
  action string,
  log_status string
)`);
  });

  it.each([
    ['vpc-id', 'string'],
    ['tcp-flags', 'int'],
    ['type', 'string'],
    ['pkt-src-aws-service', 'string'],
    ['flow-direction', 'string'],
    ['traffic-path', 'int'],
  ] as const)('%s is %s', (field, type) => {
    expect(columnType(field)).toBe(type);
  });

  it('follows the order of a custom format, whatever it is', () => {
    const fields: readonly FieldName[] = ['region', 'end', 'tcp-flags', 'srcaddr'];
    expect(made({ fields }).sql).toContain(
      '(\n  region string,\n  `end` bigint,\n  tcp_flags int,\n  srcaddr string\n)',
    );
  });

  it('has no column twice, not even with the columns of its partitions', () => {
    const columns = [...FIELDS.map(({ name }) => columnName(name)), 'aws_account_id', 'aws_region', 'day'];
    expect(new Set(columns).size).toBe(columns.length);
    expect(columns.length).toBeGreaterThan(30);
  });

  // https://docs.aws.amazon.com/athena/latest/ug/vpc-flow-logs-partition-projection.html
  it('computes its partitions from the paths of S3, and skips the header', () => {
    const { sql } = made({ prefix: 'logs/prod' });
    expect(sql).toContain('PARTITIONED BY (aws_account_id string, aws_region string, day string)');
    expect(sql).toContain("FIELDS TERMINATED BY ' '");
    expect(sql).toContain("LOCATION 's3://amzn-s3-demo-bucket/logs/prod/AWSLogs/'");
    expect(sql).toContain('"skip.header.line.count" = "1"');
    expect(sql).toContain('"projection.aws_region.values" = "eu-central-1,us-gov-west-1"');
    expect(sql).toContain('"projection.day.range" = "2026/11/01,NOW"');
    expect(sql).toContain(
      '"storage.location.template" = "s3://amzn-s3-demo-bucket/logs/prod/AWSLogs/${aws_account_id}/vpcflowlogs/${aws_region}/${day}"',
    );
  });

  it('explains each clause, and is nothing but its clauses', () => {
    const { sql, clauses } = made();
    expect(sql).toBe(`${clauses.map((clause) => clause.sql).join('\n')};`);
    for (const { says } of clauses) expect(says).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    [{ fields: [] }, 'names no field'],
    [{ table: 'x; DROP TABLE y' }, 'is no table name'],
    [{ bucket: "b'; --" }, 'is no bucket name'],
    [{ prefix: "a'/b" }, 'is no prefix'],
    [{ prefix: '/a' }, 'is no prefix'],
    [{ accountIds: ['12'] }, 'is no account id'],
    [{ accountIds: [] }, 'no account is named'],
    [{ regions: ['mars'] }, 'is no Region'],
    [{ regions: [] }, 'no Region is named'],
    [{ firstDay: '2026-11-01' }, 'is no day'],
  ] as const)('%j is refused', (change, issue) => {
    expect(athenaTable({ ...REQUEST, ...change })).toEqual({ issue: expect.stringContaining(issue) });
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-athena.html
describe('the named queries', () => {
  it('are those of the console', () => {
    expect(NAMED_QUERIES.map(({ name }) => name.replace('VpcFlowLogs', '')).sort()).toEqual([
      ...['AcceptedTraffic', 'AdminPortTraffic', 'IPv4Traffic', 'IPv6Traffic', 'RejectedTCPTraffic'],
      ...['RejectedTraffic', 'SshRdpTraffic', 'TopTCPTraffic', 'TopTalkers', 'TopTalkersPacketLevel'],
      ...[
        'TopTalkingInstances',
        'TopTalkingSubnets',
        'TotalBytesTransferred',
        'TotalBytesTransferredPacketLevel',
      ],
      ...['TrafficFrmSrcAddr', 'TrafficToDstAddr'],
    ]);
  });

  it.each(NAMED_QUERIES.map((query) => [query.name, query] as const))(
    '%s names only columns that it needs',
    (_name, query) => {
      const columns = FIELDS.map(({ name }) => columnName(name));
      const sql = query.sql('t').replace(/'[^']*'/g, '');
      const used = columns.filter((column) => new RegExp(`\\b${column}\\b`).test(sql));
      expect(used.length).toBeGreaterThan(0);
      expect(used.filter((column) => !query.needs.map(columnName).includes(column))).toEqual([]);
      expect(sql).toMatch(/^SELECT [\s\S]+\nFROM t\n/);
      expect(query.says).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('of the default format are those that need no other field', () => {
    const names = namedQueriesFor(DEFAULT_FIELDS).map(({ name }) => name);
    expect(names).toHaveLength(10);
    expect(names).not.toContain('VpcFlowLogsTopTalkingSubnets');
    expect(namedQueriesFor(FIELDS.map(({ name }) => name))).toHaveLength(16);
  });
});
