/** Random records for laws: any format, any values that AWS could write, fields that its table does not have. */
import fc from 'fast-check';
import { FIELDS } from '@/lib/core/flowlog/fields';
import type { FieldName, ParsedRecord } from '@/lib/core/flowlog/record';

const word = fc.stringMatching(/^[0-9A-Za-z]{1,20}$/);
const id = (prefix: string) => fc.stringMatching(/^[0-9a-f]{1,17}$/).map((tail) => `${prefix}-${tail}`);
const port = fc.integer({ min: 0, max: 65535 });
const count = fc.oneof(fc.maxSafeNat(), fc.constantFrom(0, 1, 40, Number.MAX_SAFE_INTEGER));
const ip = fc.oneof(fc.ipV4(), fc.ipV6());
const mac = fc
  .array(fc.integer({ min: 0, max: 255 }), { minLength: 6, maxLength: 6 })
  .map((octets) => octets.map((octet) => octet.toString(16).padStart(2, '0')).join(':'));
const arn = word.map((tail) => `arn:aws:ecs:eu-central-1:012345678901:task/${tail}`);
const tag = fc
  .string({ minLength: 1, unit: 'grapheme' })
  .map((text) => encodeURIComponent(text).replaceAll('-', '%2D'));
const service = fc.constantFrom('S3', 'EC2', 'AMAZON', 'EC2_INSTANCE_CONNECT');
const kind = fc.constantFrom('nat_gateway', 'vpc_endpoint', 'transit_gateway');

const VALUES: Readonly<Record<FieldName, fc.Arbitrary<string | number>>> = {
  version: fc.integer({ min: 11, max: 99 }),
  'account-id': fc.oneof(fc.constantFrom('unknown', '000123456789'), fc.stringMatching(/^\d{12}$/)),
  'interface-id': id('eni'),
  srcaddr: ip,
  dstaddr: ip,
  srcport: port,
  dstport: port,
  protocol: fc.integer({ min: 0, max: 255 }),
  packets: count,
  bytes: count,
  start: count,
  end: count,
  action: fc.constantFrom('ACCEPT', 'REJECT'),
  'log-status': fc.constantFrom('OK', 'NODATA', 'SKIPDATA'),
  'vpc-id': id('vpc'),
  'subnet-id': id('subnet'),
  'instance-id': id('i'),
  'tcp-flags': fc.integer({ min: 0, max: 255 }),
  type: fc.constantFrom('IPv4', 'IPv6', 'EFA'),
  'pkt-srcaddr': ip,
  'pkt-dstaddr': ip,
  region: fc.constantFrom('eu-central-1', 'us-gov-west-1'),
  'az-id': fc.constantFrom('euc1-az2', 'usw2-lax1-az1'),
  'sublocation-type': fc.constantFrom('wavelength', 'outpost', 'localzone'),
  'sublocation-id': word,
  'pkt-src-aws-service': service,
  'pkt-dst-aws-service': service,
  'flow-direction': fc.constantFrom('ingress', 'egress'),
  'traffic-path': fc.integer({ min: 1, max: 8 }),
  'ecs-cluster-arn': arn,
  'ecs-cluster-name': word,
  'ecs-container-instance-arn': arn,
  'ecs-container-instance-id': word,
  'ecs-container-id': word,
  'ecs-second-container-id': word,
  'ecs-service-name': word,
  'ecs-task-definition-arn': arn,
  'ecs-task-arn': arn,
  'ecs-task-id': word,
  'reject-reason': fc.constantFrom('BPA', 'EC'),
  'resource-id': id('nat'),
  'encryption-status': fc.integer({ min: 0, max: 3 }),
  'instance-tag': tag,
  'instance-tag-2': tag,
  'interface-tag': tag,
  'interface-tag-2': tag,
  'asg-tag': tag,
  'asg-tag-2': tag,
  'interface-type': kind,
  'next-hop-interface-id': id('eni'),
  'next-hop-subnet-id': id('subnet'),
  'next-hop-az-id': fc.constant('euc1-az3'),
  'next-hop-vpc-id': id('vpc'),
  'next-hop-interface-type': kind,
};

/** What a field holds that AWS's table does not have. */
const anyWord = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .filter((text) => text !== '-' && !/[ \p{Cc}\ufffd]/u.test(text));

const ALWAYS: readonly string[] = ['version', 'start', 'end', 'log-status'];
const OF_TRAFFIC = ['srcaddr', 'dstaddr', 'srcport', 'dstport', 'protocol', 'packets', 'bytes', 'action'];
const UNKNOWN = ['flow-colour', 'next-hop-2', 'x'];

export interface Written {
  readonly columns: readonly string[];
  readonly record: ParsedRecord;
}

export const randomFormat = fc.shuffledSubarray(
  FIELDS.map(({ name }) => name),
  { minLength: 1 },
);

export const randomWritten: fc.Arbitrary<Written> = fc
  .record({
    columns: fc.shuffledSubarray<string>([...FIELDS.map(({ name }) => name), ...UNKNOWN], { minLength: 1 }),
    macs: fc.tuple(mac, mac),
    values: fc.record(
      Object.fromEntries(
        Object.entries(VALUES).map(([name, value]) => [
          name,
          ALWAYS.includes(name) ? value : fc.option(value, { freq: 4 }),
        ]),
      ) as Record<string, fc.Arbitrary<string | number | null>>,
    ),
    unknown: fc.array(fc.option(anyWord), { minLength: 3, maxLength: 3 }),
  })
  .map(({ columns, macs, values, unknown }) => {
    const whole: Record<string, string | number | null> = { ...values };
    UNKNOWN.forEach((name, i) => {
      whole[name] = unknown[i] ?? null;
    });
    agree(whole, macs);
    return { columns, record: Object.fromEntries(columns.map((column) => [column, whole[column] ?? null])) };
  });

/** What the fields of one record say about each other. */
function agree(record: Record<string, string | number | null>, macs: readonly [string, string]): void {
  if (Number(record.start) > Number(record.end))
    [record.start, record.end] = [record.end ?? 0, record.start ?? 0];
  if (record.type === 'EFA') [record.srcaddr, record.dstaddr] = macs;
  if (record['log-status'] !== 'OK') for (const name of OF_TRAFFIC) record[name] = null;
}
