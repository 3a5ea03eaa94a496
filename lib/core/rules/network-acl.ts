/**
 * Network ACLs: stateless, numbered, the lowest number that matches decides.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
import { invariant } from '../assert';
import { contains } from '../net/cidr';
import type { Packet } from '../net/packet';
import type { Direction } from '../vpc/match';
import type { NetworkAcl, NetworkAclEntry } from '../vpc/network-acl';
import { filterMismatch, type Mismatch } from './filter';
import { FilterIndex } from './filter-index';
import type { Rule } from './rule';

const PAGE = 'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html';

export const NACL_FIRST_MATCH: Rule = {
  id: 'nacl.first-match',
  says: 'A network ACL is read from the lowest rule number upwards, and the first rule that matches decides.',
  standing: 'documented',
  source: PAGE,
};

export const NACL_DEFAULT_DENY: Rule = {
  id: 'nacl.default-deny',
  says: 'A packet that matches no numbered rule meets the rule *, which denies and cannot be removed.',
  standing: 'documented',
  source: PAGE,
};

export const NACL_STATELESS: Rule = {
  id: 'nacl.stateless',
  says: 'A network ACL remembers nothing: an answer needs a rule of its own in the other direction.',
  standing: 'documented',
  source: PAGE,
};

export const NACL_SUBNET_BORDER: Rule = {
  id: 'nacl.subnet-border',
  says: 'A network ACL judges what enters or leaves its subnet, never what stays inside.',
  standing: 'documented',
  source: PAGE,
};

export const NACL_EPHEMERAL_PORTS: Rule = {
  id: 'nacl.ephemeral-ports',
  says: "A network ACL compares the destination port both ways: an answer's is the ephemeral port of whoever asked.",
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html',
};

/** A network ACL stands at the border of its subnet: between two interfaces inside it is asked nothing. */
export function judgesInsideSubnet(): boolean {
  return false;
}

/** It is stateless: what it let pass once gives the answer no right. */
export function remembersConnections(): boolean {
  return false;
}

/** Never "no rule": the `*` entry decides when no numbered one does. */
export interface NetworkAclDecision {
  readonly allowed: boolean;
  readonly decidedBy: NetworkAclEntry;
  readonly rule: Rule;
}

/** The lowest number of the entries that the console shows as `*`: 32767 for IPv4, 32768 for IPv6. */
const FIRST_DEFAULT_ENTRY = 32767;

export function isDefaultEntry(entry: NetworkAclEntry): boolean {
  return entry.ruleNumber >= FIRST_DEFAULT_ENTRY;
}

export function evaluateNetworkAcl(
  acl: NetworkAcl,
  direction: Direction,
  packet: Packet,
): NetworkAclDecision {
  return evaluateEntries(entriesOf(acl, direction), direction, packet);
}

/** One direction of a network ACL, laid out for packets. */
export interface LaidOutEntries {
  readonly index: FilterIndex;
  /** One for each row of the index. */
  readonly decisions: readonly NetworkAclDecision[];
}

export function evaluateEntries(
  { index, decisions }: LaidOutEntries,
  direction: Direction,
  packet: Packet,
): NetworkAclDecision {
  const farEnd = direction === 'ingress' ? packet.source : packet.destination;
  const decision = decisions[index.next(packet, farEnd, 0)];
  invariant(decision, 'a network ACL ends in its * entries');
  return decision;
}

export function entriesOf(acl: NetworkAcl, direction: Direction): LaidOutEntries {
  const known = LAID_OUT.get(acl) ?? layOut(acl);
  return direction === 'ingress' ? known.ingress : known.egress;
}

/** Network ACLs never change, so each is laid out once. */
const LAID_OUT = new WeakMap<NetworkAcl, Readonly<Record<Direction, LaidOutEntries>>>();

function layOut(acl: NetworkAcl): Readonly<Record<Direction, LaidOutEntries>> {
  const both = { ingress: layOutEntries(acl.ingress), egress: layOutEntries(acl.egress) };
  LAID_OUT.set(acl, both);
  return both;
}

function layOutEntries(entries: readonly NetworkAclEntry[]): LaidOutEntries {
  return {
    index: new FilterIndex(entries.map((entry) => ({ filter: entry, cidr: entry.cidr }))),
    decisions: entries.map((entry) => ({
      allowed: entry.ruleAction === 'allow',
      decidedBy: entry,
      rule: isDefaultEntry(entry) ? NACL_DEFAULT_DENY : NACL_FIRST_MATCH,
    })),
  };
}

export interface PassedOver {
  readonly entry: NetworkAclEntry;
  readonly mismatch: Mismatch;
}

/** Why the entries before the deciding one did not decide. */
export function passedOver(acl: NetworkAcl, direction: Direction, packet: Packet): readonly PassedOver[] {
  const earlier: PassedOver[] = [];
  for (const entry of acl[direction]) {
    const mismatch = mismatchOf(entry, direction, packet);
    if (!mismatch) break;
    earlier.push({ entry, mismatch });
  }
  return earlier;
}

/** An entry names the far end: the source when inbound, the destination when outbound. */
export function mismatchOf(
  entry: NetworkAclEntry,
  direction: Direction,
  packet: Packet,
): Mismatch | undefined {
  const mismatch = filterMismatch(entry, packet);
  if (mismatch === 'protocol') return mismatch;
  const farEnd = direction === 'ingress' ? packet.source : packet.destination;
  return contains(entry.cidr, farEnd) ? mismatch : 'address';
}
