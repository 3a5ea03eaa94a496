/** How each field is written, and in which words it is told what a value should have been. */
import { fieldNamed } from '../fields';
import type { FieldName } from '../record';
import { address } from './address';
import type { Codec } from './cursor';
import { numberBetween } from './number';
import type { Strings } from './strings';
import { anything, ID, NAME, oneOf, PRINTABLE, tagValue, word } from './word';

export interface Kind {
  /** What a value is, to be read after "which is". */
  readonly is: string;
  /** Every record has one: `-` is no value. */
  readonly isAlwaysThere?: true;
  codec(strings: Strings): Codec;
}

/** Whole numbers beyond this are not exact, and no window holds so many bytes. */
const MOST = Number.MAX_SAFE_INTEGER;

const number = (least: number, most: number): Kind => ({
  is: `a number from ${least} to ${most}`,
  codec: () => numberBetween(least, most),
});
const always = (kind: Kind): Kind => ({ ...kind, isAlwaysThere: true });
const closed = (name: FieldName): Kind => {
  const values = fieldNamed(name)?.values ?? [];
  return { is: `one of ${values.join(', ')}`, codec: () => oneOf(values) };
};
/** Tails are free, because people mask them before they share a log. */
const id = (prefix: string): Kind => ({
  is: `an id like \`${prefix}-…\``,
  codec: (strings) => word(strings, ID, `${prefix}-`),
});

const ADDRESS: Kind = { is: 'an IPv4, IPv6 or MAC address', codec: address };
const PORT = number(0, 65535);
const COUNT = number(0, MOST);
/** Text, since account ids have leading zeros; `unknown` for some of AWS's own interfaces. */
const ACCOUNT: Kind = { is: 'an account id', codec: (strings) => word(strings, ID) };
const NAMED: Kind = {
  is: 'a name of letters, digits, `-` and `_`',
  codec: (strings) => word(strings, NAME),
};
const TEXT: Kind = { is: 'text without blanks', codec: (strings) => word(strings, PRINTABLE) };
const ARN: Kind = { is: 'an ARN', codec: (strings) => word(strings, PRINTABLE, 'arn:') };
const TAG: Kind = { is: 'a percent-encoded tag value', codec: tagValue };

const KINDS: Readonly<Record<FieldName, Kind>> = {
  // Fields of tomorrow bring versions of tomorrow.
  version: always(number(2, 99)),
  'account-id': ACCOUNT,
  'interface-id': id('eni'),
  srcaddr: ADDRESS,
  dstaddr: ADDRESS,
  srcport: PORT,
  dstport: PORT,
  protocol: number(0, 255),
  packets: COUNT,
  bytes: COUNT,
  start: always(COUNT),
  end: always(COUNT),
  action: closed('action'),
  'log-status': always(closed('log-status')),
  'vpc-id': id('vpc'),
  'subnet-id': id('subnet'),
  'instance-id': id('i'),
  // One octet of the TCP header.
  'tcp-flags': number(0, 255),
  type: closed('type'),
  'pkt-srcaddr': ADDRESS,
  'pkt-dstaddr': ADDRESS,
  region: NAMED,
  'az-id': NAMED,
  'sublocation-type': closed('sublocation-type'),
  'sublocation-id': TEXT,
  'pkt-src-aws-service': NAMED,
  'pkt-dst-aws-service': NAMED,
  'flow-direction': closed('flow-direction'),
  'traffic-path': number(1, 8),
  'ecs-cluster-arn': ARN,
  'ecs-cluster-name': NAMED,
  'ecs-container-instance-arn': ARN,
  'ecs-container-instance-id': NAMED,
  'ecs-container-id': NAMED,
  'ecs-second-container-id': NAMED,
  'ecs-service-name': NAMED,
  'ecs-task-definition-arn': ARN,
  'ecs-task-arn': ARN,
  'ecs-task-id': NAMED,
  // Open: AWS has added reasons, kinds of resource and kinds of interface before.
  'reject-reason': NAMED,
  'resource-id': NAMED,
  'encryption-status': number(0, 3),
  'instance-tag': TAG,
  'instance-tag-2': TAG,
  'interface-tag': TAG,
  'interface-tag-2': TAG,
  'asg-tag': TAG,
  'asg-tag-2': TAG,
  'interface-type': NAMED,
  'next-hop-interface-id': id('eni'),
  'next-hop-subnet-id': id('subnet'),
  'next-hop-az-id': NAMED,
  'next-hop-vpc-id': id('vpc'),
  'next-hop-interface-type': NAMED,
};

const UNKNOWN: Kind = { is: 'text without control characters', codec: () => anything };

/** Of a column that AWS's table does not have: text, whatever it is. */
export function kindOf(column: string): Kind {
  const field = fieldNamed(column);
  return field ? KINDS[field.name] : UNKNOWN;
}
