/**
 * What the fields of one record say about each other. Only what AWS documents is held against a record; that source
 * and destination are of one family is not, since the interface's IPv4 address may stand in for an IPv6 one.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
import { fieldNamed, versionOf } from '../fields';
import type { ParsedRecord } from '../record';

export interface Complaint {
  readonly issue: string;
  /** undefined: it is about the line as a whole. */
  readonly field: string | undefined;
}

export type Check = (record: ParsedRecord) => Complaint | undefined;

/** The checks that a format's records can fail. */
export function checksOf(columns: readonly string[]): readonly Check[] {
  const has = (name: string): boolean => columns.includes(name);
  return [
    has('version') && newEnough(columns),
    has('start') && has('end') && endsAfterStart,
    has('log-status') && EMPTY_FIELDS.some(has) && emptyWithoutTraffic,
    has('type') && (has('srcaddr') || has('dstaddr')) && macOnlyForEfa,
  ].filter((check) => check !== false);
}

function newEnough(columns: readonly string[]): Check {
  const names = columns.flatMap((column) => fieldNamed(column)?.name ?? []);
  const least = versionOf(names);
  const newest = names.find((name) => fieldNamed(name)?.version === least);
  return ({ version = least }) =>
    version >= least
      ? undefined
      : { issue: `the version is ${version}, and ${newest} came with version ${least}`, field: 'version' };
}

const endsAfterStart: Check = ({ start = 0, end = 0 }) =>
  start <= end
    ? undefined
    : { issue: `the record ends at ${end}, which is before it starts at ${start}`, field: 'end' };

/** https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-records-examples.html, "No data and skipped records". */
const EMPTY_FIELDS = [
  'srcaddr',
  'dstaddr',
  'srcport',
  'dstport',
  'protocol',
  'packets',
  'bytes',
  'action',
] as const;

const emptyWithoutTraffic: Check = (record) => {
  const status = record['log-status'];
  if (status === 'OK') return undefined;
  for (const field of EMPTY_FIELDS) {
    const value = record[field] ?? null;
    if (value !== null)
      return { issue: `a ${status} record has \`-\` in ${field}, and this one has \`${value}\``, field };
  }
  return undefined;
};

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-working-monitor.html */
const macOnlyForEfa: Check = ({ type, srcaddr, dstaddr }) => {
  if (!type) return undefined;
  for (const [field, address] of [
    ['srcaddr', srcaddr],
    ['dstaddr', dstaddr],
  ] as const) {
    if (!address || isMac(address) === (type === 'EFA')) continue;
    const kind = type === 'EFA' ? 'MAC' : 'IP';
    return { issue: `\`${address}\` is no ${kind} address, and the type is ${type}`, field };
  }
  return undefined;
};

/** Of what is known to be an address: no IPv6 address has 17 characters and single colons at these two places. */
function isMac(address: string): boolean {
  return address.length === 17 && MAC.test(address);
}

const MAC = /^(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}$/;
