/**
 * What would mend one obstacle, as EC2 API calls. Each admits the refused packets and as little more as a rule can say.
 */
import type { Action } from '../../ec2/actions/action';
import { formatCidr } from '../../net/cidr';
import { blocksOf, type Interval } from '../../net/interval';
import type { PacketBox } from '../../net/packet-box';
import type { PacketSet } from '../../net/packet-set';
import { formatProtocol, hasPorts, isIcmp } from '../../net/protocol';
import type { Direction } from '../../vpc/match';
import type { NetworkAcl } from '../../vpc/network-acl';
import { endsOf, type Leg } from '../leg';

export type Repair = readonly Action[];

/** A rule per box; a set in more boxes than this is mended by a wider one. */
const MOST_RULES = 4;

interface FilterRow {
  /** EC2's own spelling; `-1`: all. */
  readonly protocol: string;
  readonly cidrs: readonly string[];
  readonly ports: Interval | undefined;
}

/** What a rule must name so that these packets pass it; a rule reads the far end and the destination port. */
function rowsFor(packets: PacketSet, direction: Direction, leg: Leg): readonly FilterRow[] {
  const boxes: PacketBox[] = [];
  for (const box of packets.boxes()) {
    boxes.push(box);
    if (boxes.length > MOST_RULES) return rowOf(hullOf(packets), direction, leg);
  }
  return boxes.flatMap((box) => rowOf(box, direction, leg));
}

function hullOf(packets: PacketSet): PacketBox {
  const span = (intervals: readonly Interval[]): readonly Interval[] => {
    const [first, last] = [intervals[0], intervals.at(-1)];
    return first && last ? [{ from: first.from, to: last.to }] : [];
  };
  return {
    protocol: packets.project('protocol'),
    source: packets.project('source'),
    destination: packets.project('destination'),
    sourcePort: span(packets.project('sourcePort')),
    destinationPort: span(packets.project('destinationPort')),
  };
}

const EVERYBODY: readonly Interval[] = [{ from: 0, to: 2 ** 32 - 1 }];
const ALL_PORTS: Interval = { from: 0, to: 65535 };

function rowOf(box: PacketBox, direction: Direction, leg: Leg): readonly FilterRow[] {
  const { from, to } = endsOf(leg);
  const farEnd = box[direction === 'ingress' ? from : to] ?? EVERYBODY;
  const cidrs = farEnd.flatMap(blocksOf).map(formatCidr);
  const ports = box[leg === 'forward' ? 'destinationPort' : 'sourcePort'];
  const protocols = box.protocol;
  if (!protocols || protocols.some(({ from: first, to: last }) => first !== last))
    return [{ protocol: '-1', cidrs, ports: undefined }];
  return protocols.flatMap(({ from: protocol }): FilterRow[] =>
    hasPorts(protocol)
      ? (ports ?? [ALL_PORTS]).map((range) => ({ protocol: formatProtocol(protocol), cidrs, ports: range }))
      : [{ protocol: formatProtocol(protocol), cidrs, ports: undefined }],
  );
}

export function authorize(groupId: string, direction: Direction, leg: Leg, packets: PacketSet): Repair {
  const IpPermissions = rowsFor(packets, direction, leg).map(({ protocol, cidrs, ports }) => ({
    IpProtocol: protocol,
    ...(ports && { FromPort: ports.from, ToPort: ports.to }),
    ...(protocol === 'icmp' && { FromPort: -1, ToPort: -1 }),
    IpRanges: cidrs.map((CidrIp) => ({ CidrIp })),
  }));
  const name =
    direction === 'ingress' ? 'AuthorizeSecurityGroupIngress' : ('AuthorizeSecurityGroupEgress' as const);
  return [{ Service: 'ec2', Action: name, GroupId: groupId, IpPermissions }];
}

/** Entries in front of all others: a lower number is asked first. */
export function admit(
  acl: NetworkAcl,
  direction: Direction,
  leg: Leg,
  packets: PacketSet,
): Repair | undefined {
  const rows = rowsFor(packets, direction, leg).flatMap(({ cidrs, ...row }) =>
    cidrs.map((CidrBlock) => ({ ...row, CidrBlock })),
  );
  const lowest = Math.min(...acl[direction].map(({ ruleNumber }) => ruleNumber));
  const numbers = freeNumbers(lowest, rows.length);
  if (!numbers) return undefined;
  return rows.map(({ protocol, ports, CidrBlock }, index) => ({
    Service: 'ec2',
    Action: 'CreateNetworkAclEntry',
    NetworkAclId: acl.id,
    RuleNumber: numbers + index,
    Egress: direction === 'egress',
    RuleAction: 'allow',
    Protocol: NUMBERS[protocol] ?? protocol,
    CidrBlock,
    ...(ports && { PortRange: { From: ports.from, To: ports.to } }),
    ...(isIcmp(Number(NUMBERS[protocol])) && { IcmpTypeCode: { Type: -1, Code: -1 } }),
  }));
}

/** Network ACLs name protocols by number. */
const NUMBERS: Readonly<Record<string, string>> = { tcp: '6', udp: '17', icmp: '1', icmpv6: '58' };

/** So many numbers in a row below the lowest taken one; undefined where there is no room. */
function freeNumbers(lowest: number, count: number): number | undefined {
  const first = Math.max(1, Math.min(lowest - count, lowest - 10));
  return first + count <= lowest ? first : undefined;
}
