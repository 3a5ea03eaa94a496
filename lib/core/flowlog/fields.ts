/**
 * The fields of a flow log record, versions 2 to 5, in AWS's table order.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
import type { FieldName } from './record';

export interface Field {
  readonly name: FieldName;
  /** The log version that brought the field. */
  readonly version: 2 | 3 | 4 | 5;
  readonly kind: 'text' | 'number';
  readonly means: string;
}

const text = (version: Field['version'], name: FieldName, means: string): Field => ({
  name,
  version,
  kind: 'text',
  means,
});
const number = (version: Field['version'], name: FieldName, means: string): Field => ({
  name,
  version,
  kind: 'number',
  means,
});

export const FIELDS: readonly Field[] = [
  number(2, 'version', 'The highest version among the fields of the format; 2 for the default format.'),
  text(2, 'account-id', "The account that owns the network interface; `unknown` for some of AWS's own."),
  text(2, 'interface-id', 'The network interface that saw the traffic.'),
  text(
    2,
    'srcaddr',
    "The sender. For traffic that leaves the interface: the interface's private address, never its public one.",
  ),
  text(
    2,
    'dstaddr',
    "The receiver. For traffic that enters the interface: the interface's primary private address.",
  ),
  number(2, 'srcport', "The sender's port; 0 for ICMP."),
  number(2, 'dstport', "The receiver's port; 0 for ICMP."),
  number(2, 'protocol', 'The IANA protocol number: 6 TCP, 17 UDP, 1 ICMP.'),
  number(2, 'packets', 'How many packets of the flow the window held; refused ones count too.'),
  number(2, 'bytes', 'Their bytes at the IP layer, headers included.'),
  number(2, 'start', 'When the first packet of the flow came in this window, in Unix seconds.'),
  number(2, 'end', 'When the last packet of the flow came in this window, in Unix seconds.'),
  text(
    2,
    'action',
    'ACCEPT or REJECT: what security groups and network ACLs said at this interface. It does not say that the packet arrived anywhere.',
  ),
  text(2, 'log-status', 'OK, NODATA (no traffic in the window) or SKIPDATA (records were lost).'),
  text(3, 'vpc-id', 'The VPC of the interface.'),
  text(3, 'subnet-id', 'The subnet of the interface.'),
  text(3, 'instance-id', 'The instance of the interface; - for interfaces that a service made.'),
  number(3, 'tcp-flags', 'The flags seen in the window, added up: FIN 1, SYN 2, RST 4, SYN-ACK 18.'),
  text(3, 'type', 'IPv4, IPv6 or EFA.'),
  text(3, 'pkt-srcaddr', 'The source address that stands in the packet itself.'),
  text(3, 'pkt-dstaddr', 'The destination address that stands in the packet itself.'),
  text(4, 'region', 'The Region of the interface.'),
  text(4, 'az-id', 'The id of the Availability Zone of the interface.'),
  text(4, 'sublocation-type', 'wavelength, outpost or localzone, where the interface sits in one.'),
  text(4, 'sublocation-id', 'The id of that place.'),
  text(5, 'pkt-src-aws-service', 'The AWS service whose published range holds the source address.'),
  text(5, 'pkt-dst-aws-service', 'The AWS service whose published range holds the destination address.'),
  text(5, 'flow-direction', 'ingress or egress, seen from the interface.'),
  number(
    5,
    'traffic-path',
    'Which way leaving traffic took: 1 inside the VPC, 4 peering, 8 internet gateway, and others.',
  ),
];

const BY_NAME = new Map<string, Field>(FIELDS.map((field) => [field.name, field]));

export function fieldNamed(name: string): Field | undefined {
  return BY_NAME.get(name);
}

/** The version 2 fields in order: what a flow log writes when nobody chose a format. */
export const DEFAULT_FIELDS: readonly FieldName[] = FIELDS.filter(({ version }) => version === 2).map(
  ({ name }) => name,
);

/** What a record of this format prints as its version. */
export function versionOf(fields: readonly FieldName[]): number {
  return Math.max(2, ...fields.map((name) => BY_NAME.get(name)?.version ?? 2));
}
