/** Metamorphic laws: what may and may not happen to the packets that get through when a network is edited. */
import { describe, expect, it } from 'vitest';
import { invariant } from '@/lib/core/assert';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { formatCidr, parseCidr } from '@/lib/core/net/cidr';
import type { Ipv4 } from '@/lib/core/net/ipv4';
import type { PacketSet } from '@/lib/core/net/packet-set';
import { PacketSpace } from '@/lib/core/net/packet-space';
import { endOf } from '@/lib/core/reach/ends/end';
import { reaching } from '@/lib/core/reach/exposure';
import { groundOf } from '@/lib/core/reach/ground';
import { type Random, randomFrom } from '@/lib/core/scenario/random';
import { parseNetwork } from '@/lib/core/vpc/parse-network';
import { randomNetwork } from '../agreement/random-network';
import { permission } from '../support/network/filter-rows';

const ENDS = ['eni-web', 'eni-api', 'eni-db', 'eni-pub', 'eni-app2', 'eni-app3', 'eni-hub', 'eni-spoke'];
const SEEDS = 40;

function through(snapshot: Snapshot, from: string, to: string, space: PacketSpace): PacketSet {
  const door = parseNetwork(snapshot);
  invariant('network' in door, 'the edited snapshot passes the door');
  const ground = groundOf(door.network, { apart: 'all', space });
  const [source, destination] = [endOf(ground, from), endOf(ground, to)];
  invariant('end' in source && 'end' in destination, 'both ends are there');
  return reaching(ground, source.end, destination.end);
}

/** `edit` with the packets of both, seed by seed; and how often there was anything to compare. */
function law(
  name: string,
  edit: (snapshot: Snapshot, random: Random) => Snapshot,
  holds: (before: PacketSet, after: PacketSet) => boolean,
): number {
  let told = 0;
  for (let seed = 0; seed < SEEDS; seed++) {
    const random = randomFrom(`${name}/${seed}`);
    const { Snapshot } = randomNetwork(random.fork('world'));
    const space = new PacketSpace();
    for (let pair = 0; pair < 4; pair++) {
      const [from = '', to = ''] = random.shuffle(ENDS);
      const before = through(Snapshot, from, to, space);
      const after = through(edit(Snapshot, random.fork(`edit ${pair}`)), from, to, space);
      if (!before.isEmpty) told++;
      expect(holds(before, after), `${name}/${seed}: ${from} > ${to}`).toBe(true);
    }
  }
  return told;
}

describe('the packets that get through', () => {
  it('never become fewer by a rule of a security group', () => {
    const told = law(
      'group-rule',
      (snapshot, random) => {
        const id = random.pick(['sg-x', 'sg-y', 'sg-z', 'sg-u']);
        const key = random.pick(['IpPermissions', 'IpPermissionsEgress'] as const);
        const rule = permission(random.pick(['tcp 10.0.0.0/8 443', 'all 0.0.0.0/0', 'udp sg-x 53']));
        return {
          ...snapshot,
          SecurityGroups: (snapshot.SecurityGroups ?? []).map((row) =>
            row.GroupId === id ? { ...row, [key]: [...(row[key] ?? []), rule] } : row,
          ),
        };
      },
      (before, after) => before.isSubsetOf(after),
    );
    expect(told).toBeGreaterThan(20);
  });

  it('never become more by a lower-numbered deny', () => {
    const told = law(
      'deny',
      (snapshot, random) => {
        const Egress = random.chance();
        const deny = {
          RuleNumber: 1,
          Egress,
          Protocol: '6',
          RuleAction: 'deny' as const,
          CidrBlock: random.pick(['10.1.0.0/16', '10.2.1.0/24', '0.0.0.0/0']),
          PortRange: { From: 1000, To: 40000 },
        };
        const id = random.pick(['acl-a', 'acl-data', 'acl-b', 'acl-c', 'acl-link']);
        return {
          ...snapshot,
          NetworkAcls: (snapshot.NetworkAcls ?? []).map((row) =>
            row.NetworkAclId === id ? { ...row, Entries: [...(row.Entries ?? []), deny] } : row,
          ),
        };
      },
      (before, after) => after.isSubsetOf(before),
    );
    expect(told).toBeGreaterThan(20);
  });

  it('stay the same when a block of a rule is written as its two halves', () => {
    const told = law(
      'halves',
      (snapshot) => ({
        ...snapshot,
        SecurityGroups: (snapshot.SecurityGroups ?? []).map((row) => ({
          ...row,
          IpPermissions: (row.IpPermissions ?? []).map((one) => ({
            ...one,
            IpRanges: (one.IpRanges ?? []).flatMap(({ CidrIp }) =>
              halves(CidrIp).map((half) => ({ CidrIp: half })),
            ),
          })),
        })),
      }),
      (before, after) => before === after,
    );
    expect(told).toBeGreaterThan(20);
  });

  it('stay the same when an entry of a network ACL is written as two, one for each half of its block', () => {
    const told = law(
      'entry-halves',
      (snapshot) => ({
        ...snapshot,
        NetworkAcls: (snapshot.NetworkAcls ?? []).map((row) => ({
          ...row,
          Entries: (row.Entries ?? []).flatMap((entry) =>
            entry.RuleNumber > 16_000 || entry.CidrBlock === undefined
              ? [entry]
              : halves(entry.CidrBlock).map((CidrBlock, index) => ({
                  ...entry,
                  CidrBlock,
                  RuleNumber: 2 * entry.RuleNumber + index,
                })),
          ),
        })),
      }),
      (before, after) => before === after,
    );
    expect(told).toBeGreaterThan(20);
  });

  it('stay the same when the rules of a security group change places', () => {
    const told = law(
      'order',
      (snapshot) => ({
        ...snapshot,
        SecurityGroups: (snapshot.SecurityGroups ?? []).map((row) => ({
          ...row,
          IpPermissions: (row.IpPermissions ?? []).toReversed(),
          IpPermissionsEgress: (row.IpPermissionsEgress ?? []).toReversed(),
        })),
      }),
      (before, after) => before === after,
    );
    expect(told).toBeGreaterThan(20);
  });
});

function halves(text: string): readonly string[] {
  const block = parseCidr(text);
  if (!block || typeof block.base !== 'number' || block.length > 31) return [text];
  const length = block.length + 1;
  return [block.base, block.base + 2 ** (32 - length)].map((base) =>
    formatCidr({ base: base as Ipv4, length }),
  );
}
