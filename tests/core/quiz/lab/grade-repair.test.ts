/** Repairs of a bastion that nobody can reach: what mends, what gives away too much, what breaks something else. */
import { describe, expect, it } from 'vitest';
import { gradeRepair, type JudgedRepair } from '@/lib/core/quiz/lab/grade-repair';
import type { RepairTask } from '@/lib/core/quiz/lab/repair-task';
import { bastion } from '@/lib/core/scenario/blueprints/bastion';
import { edit } from '@/lib/core/scenario/edit';
import { randomFrom } from '@/lib/core/scenario/random';
import type { Change } from '@/lib/core/simulate/world';

const design = bastion.draw(randomFrom('repair-lab'), Date.UTC(2026, 2, 2, 10));
const { Snapshot, Hosts = [] } = design.world;
const office = Hosts.find(({ Name }) => Name === 'office')?.IpAddress ?? '';
const groupNamed = (name: string): string =>
  Snapshot.SecurityGroups?.find(({ GroupName }) => GroupName === name)?.GroupId ?? '';
const gate = groupNamed('bastion');
const inside = groupNamed('private');
const [administration, ...others] = design.intents;
if (!administration) throw new Error('the bastion has an intent');

const withoutRule = edit(design.world, 'SecurityGroups', (row) =>
  row.GroupId === gate ? { ...row, IpPermissions: [] } : row,
);
const task: RepairTask = {
  broken: withoutRule,
  wanted: [administration],
  protectedFlows: design.forbidden,
  working: others,
};

const admit = (GroupId: string, ...ranges: readonly string[]): Change => ({
  Service: 'ec2',
  Action: 'AuthorizeSecurityGroupIngress',
  GroupId,
  IpPermissions: [
    { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: ranges.map((CidrIp) => ({ CidrIp })) },
  ],
});

function judged(changes: readonly Change[], of: RepairTask = task): JudgedRepair {
  const verdict = gradeRepair(of, changes);
  if (verdict.kind === 'refused') throw new Error(verdict.error.Message);
  return verdict;
}

describe('a repair', () => {
  it('is worth everything when it admits exactly what was asked for', () => {
    const verdict = judged([admit(gate, `${office}/32`)]);
    expect(verdict).toMatchObject({ mends: true, credit: 1, needless: [], opened: [], broken: [] });
    expect(verdict.grants).toMatchObject([
      { kind: 'security-group', at: [gate], direction: 'ingress', isWanted: true, excessBits: 0 },
    ]);
  });

  it.each([
    [24, 0.5],
    [28, 0.75],
    [0, 0],
  ])('is worth less the more it admits: a /%i', (length, credit) => {
    const range = length === 0 ? '0.0.0.0/0' : blockOf(office, length);
    expect(judged([admit(gate, range)])).toMatchObject({ mends: true, credit });
  });

  it('is judged by what it admits, not by how it says so', () => {
    const base = blockOf(office, 24).split('/')[0] ?? '';
    const [a, b, c] = base.split('.');
    const halves = [`${a}.${b}.${c}.0/25`, `${a}.${b}.${c}.128/25`];
    expect(judged([admit(gate, ...halves)]).credit).toBe(judged([admit(gate, `${base}/24`)]).credit);
  });

  it('loses a tenth for a change that nobody needs, and more for what that change admits', () => {
    const spare: Change = {
      Service: 'ec2',
      Action: 'CreateRouteTable',
      VpcId: Snapshot.Vpcs?.[0]?.VpcId ?? '',
    };
    expect(judged([spare, admit(gate, `${office}/32`)])).toMatchObject({ needless: [[0]], credit: 0.9 });
    const twice = judged([admit(gate, `${office}/32`), admit(gate, blockOf(office, 24))]);
    expect(twice.needless).toHaveLength(1);
    expect(twice.credit).toBeCloseTo(0.4);
  });

  it('is worth nothing when it changes nothing that matters', () => {
    const verdict = judged([admit(inside, `${office}/32`)]);
    expect(verdict).toMatchObject({ mends: false, credit: 0, needless: [] });
    expect(verdict.wanted[0]?.attempt.decidedBy).toMatchObject({ component: gate });
    expect(verdict.grants).toMatchObject([{ at: [inside], isWanted: false }]);
  });

  it('is worth nothing when it opens what is protected', () => {
    const guest = { Name: 'guest', IpAddress: nextTo(office) };
    const guarded: RepairTask = {
      ...task,
      broken: { ...withoutRule, Hosts: [...Hosts, guest] },
      protectedFlows: [{ ...administration, id: 'ssh-guest', says: 'SSH for a guest', from: 'guest' }],
    };
    expect(judged([admit(gate, `${office}/32`)], guarded)).toMatchObject({ mends: true, credit: 1 });
    const verdict = judged([admit(gate, blockOf(office, 24))], guarded);
    expect(verdict.opened.map(({ intent }) => intent.id)).toEqual(['ssh-guest']);
    expect(verdict).toMatchObject({ mends: false, credit: 0 });
  });

  it('is worth nothing when it breaks what worked', () => {
    const cut: Change = {
      Service: 'ec2',
      Action: 'RevokeSecurityGroupIngress',
      GroupId: inside,
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, UserIdGroupPairs: [{ GroupId: gate }] }],
    };
    const verdict = judged([admit(gate, `${office}/32`), cut]);
    expect(verdict.broken.map(({ intent }) => intent.from)).toContain('bastion');
    expect(verdict).toMatchObject({ mends: false, credit: 0 });
  });

  it('that AWS would refuse says which call, and why', () => {
    const verdict = gradeRepair(task, [admit(gate, `${office}/32`), admit('sg-nobody', '10.0.0.0/8')]);
    expect(verdict).toMatchObject({
      kind: 'refused',
      credit: 0,
      error: { index: 1, Code: 'InvalidGroup.NotFound' },
    });
  });
});

describe('a repair of a network ACL', () => {
  const acl = Snapshot.NetworkAcls?.find(({ Entries = [] }) =>
    Entries.some(
      ({ CidrBlock, Egress }) =>
        !Egress && CidrBlock !== '0.0.0.0/0' && CidrBlock?.startsWith(office.split('.')[0] ?? '-'),
    ),
  )?.NetworkAclId;
  const shut = edit(design.world, 'NetworkAcls', (row) =>
    row.NetworkAclId === acl
      ? { ...row, Entries: (row.Entries ?? []).filter(({ RuleNumber }) => RuleNumber !== 100) }
      : row,
  );
  const entry = (Egress: boolean, CidrBlock: string, From: number, To: number): Change => ({
    Service: 'ec2',
    Action: 'CreateNetworkAclEntry',
    NetworkAclId: acl ?? '',
    RuleNumber: 90,
    Protocol: '6',
    RuleAction: 'allow',
    Egress,
    CidrBlock,
    PortRange: { From, To },
  });
  const listTask: RepairTask = { ...task, broken: shut };

  it('needs both ways, and each is measured by what it has to carry', () => {
    const both = [entry(false, `${office}/32`, 22, 22), entry(true, `${office}/32`, 1024, 65535)];
    expect(judged(both, listTask)).toMatchObject({ mends: true, credit: 1, needless: [] });
    expect(judged(both.slice(0, 1), listTask)).toMatchObject({ mends: false, credit: 0 });
  });

  it('may name fewer of the ports that answers go to', () => {
    const both = [entry(false, `${office}/32`, 22, 22), entry(true, `${office}/32`, 32768, 65535)];
    expect(judged(both, listTask)).toMatchObject({ mends: true, credit: 1 });
  });

  it('counts the worse of the two ways', () => {
    const both = [entry(false, `${office}/32`, 22, 22), entry(true, blockOf(office, 24), 1024, 65535)];
    expect(judged(both, listTask).credit).toBeCloseTo(0.5);
  });
});

/** Another address of the same small block. */
function nextTo(address: string): string {
  const [a, b, c, d] = address.split('.').map(Number);
  return `${a}.${b}.${c}.${(d ?? 0) ^ 1}`;
}

/** The block of this length around an address; whole octets and four bits are enough here. */
function blockOf(address: string, length: number): string {
  const octets = address.split('.').map(Number);
  const value = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - length);
  const base = Math.floor(value / size) * size;
  return `${[24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256).join('.')}/${length}`;
}
