/** One line under a known format: every value checked, every published record read. */
import { readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { DEFAULT_FIELDS } from '@/lib/core/flowlog/fields';
import { formatRecord, parseRecord } from '@/lib/core/flowlog/text';
import { parseAddress } from '@/lib/core/net/address';
import { randomWritten } from '../../../support/random-record';

const GOOD =
  '2 123456789010 eni-1235b8ca 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK';

/** The good line with one field changed. */
const withField = (name: string, value: string): string =>
  GOOD.split(' ')
    .map((word, i) => (DEFAULT_FIELDS[i] === name ? value : word))
    .join(' ');

const parse = (line: string, columns: readonly string[] = DEFAULT_FIELDS) => parseRecord(line, columns);

describe('a line', () => {
  it('is a record, with numbers where AWS has numbers', () => {
    expect(parse(GOOD)).toEqual({
      record: {
        version: 2,
        'account-id': '123456789010',
        'interface-id': 'eni-1235b8ca',
        srcaddr: '172.31.16.139',
        dstaddr: '172.31.16.21',
        srcport: 20641,
        dstport: 22,
        protocol: 6,
        packets: 20,
        bytes: 4249,
        start: 1418530010,
        end: 1418530070,
        action: 'ACCEPT',
        'log-status': 'OK',
      },
    });
  });

  it.each([
    ['an account id with leading zeros', 'account-id', '000123456789'],
    ['an account id that AWS does not know', 'account-id', 'unknown'],
    ['a masked account id', 'account-id', '9xxx'],
    ['no interface, as of a regional NAT gateway', 'interface-id', '-'],
    ['IPv6', 'srcaddr', '2001:db8::1'],
    ['IPv6 with an IPv4 tail', 'srcaddr', '::ffff:10.0.0.1'],
    ['no bytes, as of what Block Public Access refuses', 'bytes', '-'],
    ['the largest number that is exact', 'bytes', '9007199254740991'],
    ['port 0', 'srcport', '0'],
    ['one second', 'end', '1418530010'],
    ['a version that is not there yet', 'version', '12'],
  ] as const)('may have %s', (_what, field, value) => {
    const door = parse(withField(field, value));
    expect('record' in door && String(door.record[field] ?? '-')).toBe(value);
  });

  it.each([
    ['version', '1'],
    ['version', '-'],
    ['account-id', '1234.5678'],
    ['interface-id', 'vpc-1'],
    ['interface-id', 'eni-'],
    ['interface-id', 'eni-ä'],
    ['srcaddr', '10.0.0.256'],
    ['srcaddr', '10.0.0.01'],
    ['srcaddr', '10.0.0'],
    ['dstaddr', '10.0.0.1.2'],
    ['dstaddr', '2001:db8:::1'],
    ['dstaddr', '1:2:3:4:5:6:7'],
    ['dstaddr', '01:23:45:67:89:a'],
    ['dstaddr', 'example.com'],
    ['srcport', '65536'],
    ['srcport', '-1'],
    ['srcport', '022'],
    ['dstport', 'ssh'],
    ['protocol', '256'],
    ['protocol', 'tcp'],
    ['packets', '1.5'],
    ['packets', '1e3'],
    ['bytes', '9007199254740992'],
    ['bytes', '99999999999999999999999999'],
    ['start', '-'],
    ['start', '2015-01-01'],
    ['end', '1418530009'],
    ['action', 'accept'],
    ['action', 'ACCEPTED'],
    ['log-status', 'SUCCESS'],
    ['log-status', '-'],
    ['log-status', 'NODATA'],
  ])('has no %s `%s`', (field, value) => {
    const door = parse(withField(field, value));
    expect(door).toMatchObject({
      // A NODATA record is refused for the first field that should not be there.
      field: value === 'NODATA' ? 'srcaddr' : field,
      issue: expect.stringContaining(value === 'NODATA' ? 'NODATA' : value),
    });
  });

  it.each([
    ['cut off', '2 123456789010 eni-1235b8ca 172.31.16.139', 'the line has 4 fields, and the format 14'],
    ['one word', 'rubbish', 'the line has 1 field, and the format 14'],
    ['too long', `${GOOD} 17`, 'the line has 15 fields, and the format 14'],
    ['empty', '', 'the line has 0 fields, and the format 14'],
  ])('that is %s is an issue of the whole line', (_what, line, issue) => {
    expect(parse(line)).toEqual({ issue, field: undefined });
  });

  it('counts runs of blanks as one, since AWS prints them', () => {
    expect(parse(`  ${GOOD.replaceAll(' ', ' \t ')} `)).toEqual(parse(GOOD));
  });

  it('quotes no more of what it refuses than one can read', () => {
    const door = parse(withField('srcport', '7'.repeat(100_000)));
    expect('issue' in door && door.issue.length).toBeLessThan(200);
  });
});

describe('the fields of one record', () => {
  it.each([
    [
      'no data, no packets: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-records-examples.html',
      'packets log-status',
      '3 NODATA',
      { field: 'packets', issue: 'a NODATA record has `-` in packets, and this one has `3`' },
    ],
    [
      'the version is that of the newest field: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html',
      'version srcaddr reject-reason vpc-id',
      '7 10.0.0.1 BPA vpc-1',
      { field: 'version', issue: 'the version is 7, and reject-reason came with version 8' },
    ],
    [
      'EFA has MAC addresses: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-working-monitor.html',
      'srcaddr type',
      '10.0.0.1 EFA',
      { field: 'srcaddr', issue: '`10.0.0.1` is no MAC address, and the type is EFA' },
    ],
    [
      'and only EFA has',
      'type dstaddr',
      'IPv6 01:23:45:67:89:ab',
      { field: 'dstaddr', issue: '`01:23:45:67:89:ab` is no IP address, and the type is IPv6' },
    ],
  ])('agree: %s', (_what, columns, line, complaint) => {
    expect(parse(line, columns.split(' '))).toEqual(complaint);
  });

  it.each([
    [
      'the primary IPv4 address in the place of an IPv6 one',
      'srcaddr dstaddr type',
      '2001:db8::1 10.0.0.4 IPv6',
    ],
    [
      'a MAC address in the default format, which has no type',
      'srcaddr dstaddr',
      '01:23:45:67:89:ab 05:23:45:67:89:ab',
    ],
    ['no addresses in a record of type EFA', 'srcaddr dstaddr type', '- - EFA'],
    ['a version above that of the fields, as after columns were cut', 'version srcaddr', '5 10.0.0.1'],
    ['tags, percent-encoded', 'instance-tag asg-tag-2', 'my%2Dapp %E2%9C%93'],
    ['a regional NAT gateway', 'interface-id subnet-id resource-id', '- - nat-0a'],
    ['SKIPDATA with the interface alone', 'interface-id srcaddr action log-status', 'eni-1 - - SKIPDATA'],
    ['fields that nobody knows yet, as text', 'srcaddr flow-colour x', '10.0.0.1 grün -'],
  ])('may have %s', (_what, columns, line) => {
    const door = parse(line, columns.split(' '));
    expect('record' in door && formatRecord(door.record, columns.split(' '))).toBe(line);
  });

  it.each([
    ['instance-tag', '50%'],
    ['instance-tag', '%zz'],
    ['instance-tag', '%ff'],
    ['traffic-path', '0'],
    ['traffic-path', '9'],
    ['encryption-status', '4'],
    ['tcp-flags', '256'],
    ['flow-direction', 'inbound'],
    ['sublocation-type', 'region'],
    ['ecs-task-arn', 'task/1'],
    ['x', 'a\u0000b'],
  ])('have no %s `%s`', (column, value) => {
    expect(parse(value, [column])).toMatchObject({ field: column });
  });
});

describe('published records', () => {
  interface Example {
    readonly id: string;
    readonly format: readonly string[];
    readonly records: readonly string[];
  }
  const examples: readonly Example[] = JSON.parse(
    readFileSync(new URL('../../../docs/flow-log-examples.json', import.meta.url), 'utf8'),
  );
  const lines = examples.flatMap(({ id, format, records }) => records.map((line) => ({ id, format, line })));

  it('are enough', () => {
    expect(lines.length).toBeGreaterThan(40);
  });

  it.each(lines)('$id: $line', ({ format, line }) => {
    const door = parse(line, format);
    expect('record' in door && formatRecord(door.record, format)).toBe(line.replace(/ +/g, ' '));
  });
});

describe('every record', () => {
  test.prop([randomWritten], { numRuns: 500 })('reads back as it was written', ({ columns, record }) => {
    expect(parse(formatRecord(record, columns), columns)).toEqual({ record });
  });
});

describe('an address', () => {
  const near = fc
    .tuple(
      fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('::', '1::', '::1', '::ffff:10.0.0.1')),
      fc.nat(),
      fc.constantFrom('', ':', '::', '.', '0', 'f', 'g', '%'),
    )
    .map(([text, at, put]) => {
      const i = at % (text.length + 1);
      return text.slice(0, i) + put + text.slice(i + (at % 3 === 0 ? 1 : 0));
    });

  test.prop([fc.oneof(near, fc.stringMatching(/^[0-9a-fA-F:.]{1,24}$/))], { numRuns: 3000 })(
    'is one exactly where `net/address` reads it',
    (text) => {
      fc.pre(text !== '-' && !/^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(text));
      expect('record' in parse(text, ['srcaddr'])).toBe(parseAddress(text) !== undefined);
    },
  );
});
