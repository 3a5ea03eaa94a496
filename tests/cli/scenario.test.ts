/** `flowtrap faults` and `flowtrap scenario` as somebody runs them: the real process. */
import { describe, expect, it } from 'vitest';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { NOT_MODELLED } from '@/lib/core/scenario/faults/not-modelled';
import { LAYERS } from '@/lib/core/scenario/layer';
import { file, flowtrap } from '../support/command';

describe('flowtrap faults', () => {
  it('prints a table, one line for each', async () => {
    const { code, stdout } = await flowtrap(['faults']);
    expect(code).toBe(0);
    const [head, rule, ...rows] = stdout.trimEnd().split('\n');
    expect(head).toMatch(/^fault +layer +exam tasks +symptom +says$/);
    expect(rule).toMatch(/^[- ]+$/);
    expect(rows).toHaveLength(FAULTS.length);
    for (const [i, { id, layer }] of FAULTS.entries())
      expect(rows[i]).toMatch(new RegExp(`^${id} +${layer} `));
  });

  it('prints JSON, with those that no case is made of', async () => {
    const { code, stdout } = await flowtrap(['faults', '--json']);
    expect(code).toBe(0);
    const { faults, notModelled } = JSON.parse(stdout);
    expect(faults).toHaveLength(FAULTS.length);
    expect(faults[0]).toEqual({
      id: 'igw-route-missing',
      layer: 'upstream',
      tasks: expect.arrayContaining(['SOA-C03 5.3.1']),
      symptom: 'timeout',
      shows: 'every attempt times out',
      says: expect.any(String),
    });
    expect(notModelled).toHaveLength(Object.keys(NOT_MODELLED).length);
  });
});

describe('flowtrap traps', () => {
  it('prints all 31, each with a belief', async () => {
    const { code, stdout } = await flowtrap(['traps', '--json']);
    expect(code).toBe(0);
    const { traps } = JSON.parse(stdout);
    expect(traps).toHaveLength(31);
    for (const { id, asks, tasks, beliefs } of traps) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(asks).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(tasks.length).toBeGreaterThan(0);
      expect(beliefs.length).toBeGreaterThan(0);
    }
    const table = await flowtrap(['traps']);
    expect(table.stdout.trimEnd().split('\n')).toHaveLength(33);
  });

  it.each(['ephemeral-ports', 'logs-are-late', 'tcp-flags-are-ored', 'no-deny-in-security-groups'])(
    'asks about %s, and says the key only where it is asked for',
    async (trap) => {
      const args = ['scenario', '--trap', trap, '--seed', 'command-1'];
      const [shown, withKey] = await Promise.all([flowtrap(args), flowtrap([...args, '--key'])]);
      expect(shown.code).toBe(0);
      const { prompt, answer, shown: seen, ticket, ...rest } = JSON.parse(shown.stdout);
      expect(prompt).toMatch(/\?$/);
      expect(answer.kind).toBe('choose-one');
      expect(ticket.number).toMatch(/^OPS-/);
      expect(answer.options.map(({ id }: { readonly id: string }) => id)).toEqual(['A', 'B', 'C', 'D']);
      expect(Object.keys(seen).length).toBeGreaterThan(0);
      for (const hidden of ['key', 'world', 'bites', 'discarded']) expect(rest).not.toHaveProperty(hidden);
      expect(shown.stdout).not.toContain('"Hosts"');
      const { key, world } = JSON.parse(withKey.stdout);
      expect(key.options).toHaveLength(1);
      expect(world.Snapshot.Vpcs.length).toBeGreaterThan(0);
    },
  );
});

const CASE = ['scenario', '--fault', 'nacl-out-reply', '--seed', 'command-1'];

describe('flowtrap scenario', () => {
  it('prints the same case each time, and nothing of its key', async () => {
    const [once, again] = await Promise.all([flowtrap(CASE), flowtrap(CASE)]);
    expect(once.code).toBe(0);
    expect(once.stdout).toBe(again.stdout);
    const { fault, seed, asks, ticket, prompt, answer, shown, ...rest } = JSON.parse(once.stdout);
    expect({ fault, seed, asks }).toEqual({ fault: 'nacl-out-reply', seed: 'command-1', asks: 'diagnose' });
    expect(Object.keys(rest)).toEqual(['version', 'tasks', 'difficulty', 'network']);
    expect(ticket.transcript[0]).toMatch(/^\$ /);
    expect(prompt).toMatch(/\?$/);
    expect(answer.options.length).toBe(5);
    expect(shown.log.interfaces[0].records.length).toBeGreaterThan(5);
  });

  it('with --key says what is wrong and what mends it, and gives a world that simulate takes', async () => {
    const { code, stdout } = await flowtrap([...CASE, '--key']);
    expect(code).toBe(0);
    const { key, world, discarded, answer, shown } = JSON.parse(stdout);
    const [wrong] = key.faults;
    expect(wrong).toMatchObject({
      fault: 'nacl-out-reply',
      layer: 'network-acl',
      symptom: 'timeout',
      at: expect.stringMatching(/^acl-/),
    });
    expect(wrong.repair[0]).toMatchObject({
      says: expect.stringMatching(/\S/),
      command: expect.stringMatching(/^aws ec2 create-network-acl-entry /),
    });
    expect(answer.options.map(({ id }: { readonly id: string }) => id)).toEqual(
      expect.arrayContaining(key.options),
    );
    expect(discarded).toEqual([]);
    const simulated = await flowtrap(['simulate', file(world)]);
    expect(simulated.code).toBe(0);
    const written = new Set(simulated.stdout.split('\n'));
    const records: readonly string[] = shown.log.interfaces[0].records;
    expect(records.filter((line) => !written.has(line))).toEqual([]);
  });

  it('prints a case of a level, and its two faults only with the key', async () => {
    const asked = ['scenario', '--level', '5', '--seed', 'command-1'];
    const [plain, keyed] = await Promise.all([flowtrap(asked), flowtrap([...asked, '--key'])]);
    expect([plain.code, keyed.code]).toEqual([0, 0]);
    const question = JSON.parse(plain.stdout);
    expect(question).toMatchObject({ level: 5, seed: 'command-1', asks: 'diagnose' });
    expect(question.difficulty).toBeGreaterThan(3.6);
    const { faults } = JSON.parse(keyed.stdout).key;
    expect(faults).toHaveLength(question.answer.kind === 'choose-two' ? 2 : 1);
    for (const { fault } of faults) expect(plain.stdout).not.toContain(fault);
  });

  it('prints the question of a trap, and its key when asked', async () => {
    const asked = ['scenario', '--trap', 'reflection-ssh', '--seed', 'command-1'];
    const [plain, keyed] = await Promise.all([flowtrap(asked), flowtrap([...asked, '--key'])]);
    expect([plain.code, keyed.code]).toEqual([0, 0]);
    const question = JSON.parse(plain.stdout);
    expect(question).toMatchObject({ trap: 'reflection-ssh', seed: 'command-1' });
    expect(question.answer.options.map(({ id }: { readonly id: string }) => id)).toEqual([...LAYERS]);
    for (const hidden of ['key', 'world', 'Hosts', 'fault']) expect(question).not.toHaveProperty(hidden);
    const { key } = JSON.parse(keyed.stdout);
    expect(key.options.length).toBeGreaterThan(0);
    expect(LAYERS).toEqual(expect.arrayContaining(key.options));
    expect(FAULTS.map(({ id }) => id)).toContain(key.faults[0].fault);
  });

  it.each([
    [['--fault', 'nacl-out-reply'], /--seed TEXT is needed/],
    [['--seed', 'a'], /say --trap ID, --fault SLUG or --level 1 to 5/],
    [['--seed', 'a', '--fault', 'bpa', '--trap', 'reflection-ssh'], /one of them/],
    [['--seed', 'a', '--fault', 'no-such'], /`no-such` is none we know: `flowtrap faults` lists them/],
    [['--seed', 'a', '--fault', 'mtu'], /`mtu` is in no case: packets have no largest size/],
    [['--seed', 'a', '--trap', 'no-such'], /`no-such` is none we know: `flowtrap traps` lists them/],
    [['--seed', 'a', '--level', '6'], /`6` is none: levels go from 1 to 5/],
    [['--seed', 'a', '--level', 'hard'], /`hard` is none: levels go from 1 to 5/],
    [['--seed', 'a', '--level', '3', '--fault', 'bpa'], /one of them/],
    [['--seed', 'a b', '--fault', 'bpa'], /`a b` is not 1 to 64 letters/],
    [['--seed', 'a', '--fault', 'bpa', 'more'], /takes options alone, and no `more`/],
    [['--seed', 'a', '--faults', 'bpa'], /unknown option `--faults`/],
  ])('refuses %j with a sentence', async (args, says) => {
    const { code, stdout, stderr } = await flowtrap(['scenario', ...args]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  });
});
