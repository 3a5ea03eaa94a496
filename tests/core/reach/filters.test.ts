/** Filters as sets against the judges that ask packet by packet. */
import { describe, expect, it } from 'vitest';
import type { Address } from '@/lib/core/net/address';
import { formatCidr, parseCidr } from '@/lib/core/net/cidr';
import { blocksOf } from '@/lib/core/net/interval';
import type { Ipv4 } from '@/lib/core/net/ipv4';
import { type Packet, replyTo } from '@/lib/core/net/packet';
import { PacketSpace } from '@/lib/core/net/packet-space';
import { hasPorts, ICMP, isIcmp, TCP, UDP } from '@/lib/core/net/protocol';
import { answered, type FilterSide, networkAclSet, securityGroupSet } from '@/lib/core/reach/filters';
import { evaluateNetworkAcl } from '@/lib/core/rules/network-acl';
import { evaluateSecurityGroups } from '@/lib/core/rules/security-group';
import { type Random, randomFrom } from '@/lib/core/scenario/random';
import type { IcmpMatch } from '@/lib/core/vpc/match';
import { acl, entry, group, rule } from '../../support/filter';
import { echo, tcp, udp } from '../../support/packet';

const SIDES: readonly FilterSide[] = [
  { direction: 'egress', leg: 'forward' },
  { direction: 'ingress', leg: 'forward' },
  { direction: 'egress', leg: 'return' },
  { direction: 'ingress', leg: 'return' },
];
const BLOCKS = [
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.0.0.0/16',
  '10.0.1.0/24',
  '10.0.1.128/25',
  '10.0.1.200/32',
  '203.0.113.0/24',
  '::/0',
];
const PORTS = ['22', '443', '0-1023', '1024-65535', '32768-60999', '0-65535'];
const EDGES = [0, 21, 22, 23, 443, 1023, 1024, 32767, 32768, 60999, 61000, 65535];
const ADDRESSES = BLOCKS.flatMap((text) => {
  const base = parseCidr(text)?.base;
  return typeof base === 'number'
    ? [base, base + 5, Math.max(0, base - 1), Math.min(2 ** 32 - 1, base + 255)]
    : [];
});
const MEMBERS = new Map<string, ReadonlySet<Address>>([
  ['sg-web', new Set(ADDRESSES.slice(3, 9) as Ipv4[])],
  ['sg-none', new Set()],
]);
const members = (id: string) => MEMBERS.get(id);

const drawIcmp = (random: Random): IcmpMatch =>
  random.pick([
    'all',
    { type: 8, code: 'all' },
    { type: 0, code: 'all' },
    { type: 0, code: 0 },
    { type: 0, code: 3 },
    { type: 3, code: 4 },
  ]);

function drawFilter(random: Random, farEnds: readonly string[]): string {
  const protocol = random.pick(['tcp', 'tcp', 'udp', 'icmp', '47', 'all']);
  // Ports that a protocol does not have are not asked for.
  const ports = random.chance() ? ` ${random.pick(PORTS)}` : '';
  return `${protocol} ${random.pick(farEnds)}${ports}`;
}

function drawAcl(random: Random) {
  const list = () =>
    Array.from({ length: random.integer(0, 19) }, (_, index) => ({
      ...entry(`${index + 1} ${random.pick(['allow', 'allow', 'deny'])} ${drawFilter(random, BLOCKS)}`),
      icmp: drawIcmp(random),
    }));
  const empty = acl({});
  return { ...empty, ingress: [...list(), ...empty.ingress], egress: [...list(), ...empty.egress] };
}

function drawGroups(random: Random) {
  const list = () =>
    Array.from({ length: random.integer(0, 8) }, () => ({
      ...rule(drawFilter(random, [...BLOCKS, 'sg-web', 'sg-none', 'sg-unseen'])),
      icmp: drawIcmp(random),
    }));
  return ['sg-1', 'sg-2'].map((id) => ({ ...group(id, {}), ingress: list(), egress: list() }));
}

function drawPacket(random: Random): Packet {
  const protocol = random.pick([TCP, TCP, UDP, ICMP, 47]);
  return {
    protocol,
    source: random.pick(ADDRESSES) as Ipv4,
    destination: random.pick(ADDRESSES) as Ipv4,
    sourcePort: hasPorts(protocol) ? random.pick(EDGES) : 0,
    destinationPort: hasPorts(protocol) ? random.pick(EDGES) : 0,
    ...(isIcmp(protocol) && { icmp: { type: random.pick([0, 3, 8, 13]), code: random.pick([0, 3, 4]) } }),
    tcpFlags: 0,
    length: 60,
  };
}

/** What the filter sees of a packet: the packet, or the host's answer to it. */
function seen({ leg }: FilterSide, packet: Packet): Packet {
  if (leg === 'forward') return packet;
  const isRequest = packet.protocol === ICMP && packet.icmp?.type === 8;
  return replyTo(packet, 0, packet.length, isRequest ? { type: 0, code: 0 } : packet.icmp);
}

const LISTS = 60;
/** Per list and side: 120,000 packets for network ACLs and as many for security groups. */
const PACKETS = 500;

describe.each(SIDES)('$direction, $leg', (side) => {
  it('a network ACL lets pass what evaluateNetworkAcl allows, by the same entry', () => {
    const allowed = { yes: 0, no: 0 };
    for (let list = 0; list < LISTS; list++) {
      const random = randomFrom(`acl/${list}`);
      const drawn = drawAcl(random);
      const set = networkAclSet(new PacketSpace(), drawn, side);
      for (let i = 0; i < PACKETS; i++) {
        const packet = drawPacket(random);
        const decision = evaluateNetworkAcl(drawn, side.direction, seen(side, packet));
        const deciding = set.rules.filter(({ effective }) => effective.has(packet)).map((one) => one.rule);
        if (
          set.allowed.has(packet) !== decision.allowed ||
          deciding[0] !== decision.decidedBy ||
          deciding.length !== 1
        )
          expect.fail(`acl/${list}, packet ${i}: ${JSON.stringify(packet)}`);
        allowed[decision.allowed ? 'yes' : 'no']++;
      }
    }
    expect(Math.min(allowed.yes, allowed.no)).toBeGreaterThan((LISTS * PACKETS) / 10);
  });

  it('security groups let pass what evaluateSecurityGroups allows, by the same rule', () => {
    const allowed = { yes: 0, no: 0 };
    for (let list = 0; list < LISTS; list++) {
      const random = randomFrom(`groups/${list}`);
      const drawn = drawGroups(random);
      const set = securityGroupSet(new PacketSpace(), drawn, side, members);
      for (let i = 0; i < PACKETS; i++) {
        const packet = drawPacket(random);
        const decision = evaluateSecurityGroups(drawn, side.direction, seen(side, packet), members);
        const deciding = set.rules.filter(({ effective }) => effective.has(packet));
        const first = decision.allowed ? decision.decidedBy : undefined;
        if (set.allowed.has(packet) !== decision.allowed || deciding[0]?.rule.rule !== first)
          expect.fail(`groups/${list}, packet ${i}: ${JSON.stringify(packet)}`);
        allowed[decision.allowed ? 'yes' : 'no']++;
      }
    }
    expect(Math.min(allowed.yes, allowed.no)).toBeGreaterThan((LISTS * PACKETS) / 10);
  });
});

describe('networkAclSet', () => {
  const space = new PacketSpace();

  it('leaves nothing to an entry in the shadow of a lower number', () => {
    const { rules } = networkAclSet(
      space,
      acl({
        ingress: ['100 deny all 10.0.0.0/8', '200 allow tcp 10.1.0.0/16 443', '300 allow tcp 0.0.0.0/0 443'],
      }),
      { direction: 'ingress', leg: 'forward' },
    );
    expect(rules.map(({ rule: { ruleNumber }, effective }) => [ruleNumber, effective.isEmpty])).toEqual([
      [100, false],
      [200, true],
      [300, false],
      [32767, false],
      [32768, true],
    ]);
  });

  it('asks for the ephemeral ports of whoever asked, on the way back', () => {
    const { allowed } = networkAclSet(space, acl({ egress: ['100 allow tcp 0.0.0.0/0 32768-60999'] }), {
      direction: 'egress',
      leg: 'return',
    });
    expect(allowed).toBe(space.box({ protocol: TCP, sourcePort: { from: 32768, to: 60999 } }));
  });
});

describe('securityGroupSet', () => {
  const space = new PacketSpace();

  it('takes a group for the addresses of its members', () => {
    const { allowed } = securityGroupSet(
      space,
      [group('sg-db', { ingress: ['tcp sg-web 5432'] })],
      { direction: 'ingress', leg: 'forward' },
      members,
    );
    const { protocol, destinationPort } = tcp('10.0.0.4:50000 > 10.0.1.5:5432');
    expect(allowed).toBe(space.box({ protocol, destinationPort, source: members('sg-web') ?? [] }));
    expect(allowed.project('source').flatMap(blocksOf).map(formatCidr)).toContain('10.0.0.5/32');
  });
});

describe('answered', () => {
  it('knows what hosts answer', () => {
    const set = answered(new PacketSpace());
    expect(set.has(tcp('10.0.0.4:50000 > 10.0.1.5:443'))).toBe(true);
    expect(set.has(udp('10.0.0.4:50000 > 10.0.1.5:53'))).toBe(true);
    expect(set.has(echo('10.0.0.4 > 10.0.1.5'))).toBe(true);
    expect(set.has({ ...echo('10.0.0.4 > 10.0.1.5'), icmp: { type: 3, code: 4 } })).toBe(false);
    expect(set.has({ ...echo('10.0.0.4 > 10.0.1.5'), protocol: 47 })).toBe(false);
  });
});
