/**
 * The table through which Athena reads a flow log's text files in S3: one column per field, in the format's order,
 * and partitions that are computed from the path instead of listed.
 * https://docs.aws.amazon.com/athena/latest/ug/vpc-flow-logs-partition-projection.html
 */
import { fieldNamed } from '../fields';
import type { FieldName } from '../record';

export interface AthenaTableRequest {
  readonly table: string;
  /** The format of the flow log: Athena goes by the order, not by the header. */
  readonly fields: readonly FieldName[];
  readonly bucket: string;
  /** What stands before `AWSLogs/`, without slashes around it. */
  readonly prefix?: string;
  readonly accountIds: readonly string[];
  readonly regions: readonly string[];
  /** The first day there are files of, `2026/11/01`. */
  readonly firstDay: string;
}

export interface Clause {
  readonly sql: string;
  readonly says: string;
}

export type AthenaTable =
  | { readonly sql: string; readonly clauses: readonly Clause[] }
  | { readonly issue: string };

/** Of 32 bits on AWS's page, where other numbers have 64. */
const INTS: readonly FieldName[] = ['version', 'srcport', 'dstport', 'tcp-flags', 'traffic-path'];

/** https://docs.aws.amazon.com/athena/latest/ug/reserved-words.html */
const RESERVED: readonly string[] = ['end', 'date'];

export function columnName(field: FieldName): string {
  return field.replaceAll('-', '_');
}

export function columnType(field: FieldName): 'int' | 'bigint' | 'string' {
  if (fieldNamed(field)?.kind !== 'number') return 'string';
  return INTS.includes(field) || fieldNamed(field)?.version !== 2 ? 'int' : 'bigint';
}

export function athenaTable(request: AthenaTableRequest): AthenaTable {
  const issue = issueOf(request);
  if (issue !== undefined) return { issue };
  const clauses = clausesOf(request);
  return { sql: `${clauses.map(({ sql }) => sql).join('\n')};`, clauses };
}

function clausesOf({ table, fields, bucket, prefix, ...where }: AthenaTableRequest): readonly Clause[] {
  const columns = fields.map((field) => {
    const name = columnName(field);
    return `  ${RESERVED.includes(name) ? `\`${name}\`` : name} ${columnType(field)}`;
  });
  const location = `s3://${bucket}/${prefix ? `${prefix}/` : ''}AWSLogs/`;
  return [
    {
      sql: `CREATE EXTERNAL TABLE IF NOT EXISTS ${table} (\n${columns.join(',\n')}\n)`,
      says: 'One column per field, in the order of the format: a column that is missing shifts all behind it. Hyphens become underscores, and `end` stands in backticks because it is a word of SQL.',
    },
    {
      // Not `region`: that is also a field, and a table cannot have both.
      sql: 'PARTITIONED BY (aws_account_id string, aws_region string, day string)',
      says: 'A query that names an account, a Region and a day reads, and is billed for, only their files.',
    },
    {
      sql: "ROW FORMAT DELIMITED\nFIELDS TERMINATED BY ' '",
      says: 'Flow log files are text with one blank between fields; Athena unpacks the gzip by itself. A `-` in a column of numbers reads as null.',
    },
    { sql: `LOCATION '${location}'`, says: 'Where the files of all accounts and Regions begin.' },
    { sql: `TBLPROPERTIES (\n${properties(location, where).join(',\n')}\n)`, says: PROPERTIES_SAY },
  ];
}

const PROPERTIES_SAY =
  'Every file begins with a header, which is skipped. Projection makes the partitions from these lists and dates, so that no partition has to be added when a day begins; a Region that is not listed is not read.';

function properties(
  location: string,
  { accountIds, regions, firstDay }: Pick<AthenaTableRequest, 'accountIds' | 'regions' | 'firstDay'>,
): readonly string[] {
  const entries: readonly (readonly [string, string])[] = [
    ['skip.header.line.count', '1'],
    ['projection.enabled', 'true'],
    ['projection.aws_account_id.type', 'enum'],
    ['projection.aws_account_id.values', accountIds.join(',')],
    ['projection.aws_region.type', 'enum'],
    ['projection.aws_region.values', regions.join(',')],
    ['projection.day.type', 'date'],
    ['projection.day.range', `${firstDay},NOW`],
    ['projection.day.format', 'yyyy/MM/dd'],
    ['storage.location.template', `${location}\${aws_account_id}/vpcflowlogs/\${aws_region}/\${day}`],
  ];
  return entries.map(([key, value]) => `  "${key}" = "${value}"`);
}

/** Everything that goes into the text is checked, so that no value can end a string of it. */
function issueOf({
  table,
  fields,
  bucket,
  prefix,
  accountIds,
  regions,
  firstDay,
}: AthenaTableRequest): string | undefined {
  if (fields.length === 0) return 'the format names no field';
  if (!/^[a-z_][a-z0-9_]{0,127}$/.test(table))
    return `\`${table}\` is no table name: use lower-case letters, digits and underscores`;
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) return `\`${bucket}\` is no bucket name`;
  if (prefix !== undefined && !/^[\w.=-]+(?:\/[\w.=-]+)*$/.test(prefix))
    return `\`${prefix}\` is no prefix: use letters, digits and slashes between them`;
  const account = accountIds.find((id) => !/^\d{12}$/.test(id));
  if (account !== undefined) return `\`${account}\` is no account id of 12 digits`;
  const region = regions.find((name) => !/^[a-z]{2}(?:-[a-z]+)+-\d$/.test(name));
  if (region !== undefined) return `\`${region}\` is no Region such as eu-central-1`;
  if (accountIds.length === 0) return 'no account is named: partitions are made per account';
  if (regions.length === 0) return 'no Region is named: partitions are made per Region';
  if (!/^\d{4}\/(?:0[1-9]|1[0-2])\/(?:0[1-9]|[12]\d|3[01])$/.test(firstDay))
    return `\`${firstDay}\` is no day such as 2026/11/01`;
  return undefined;
}
