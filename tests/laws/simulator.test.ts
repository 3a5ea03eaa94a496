/** What holds in every world, however odd; a failing world is printed with the seed that makes it again. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { formatFormat, parseFormat } from '@/lib/core/ec2/log-format';
import { plain } from '@/lib/core/explain/prose';
import { stepSentence } from '@/lib/core/explain/step';
import { DEFAULT_FIELDS, FIELDS } from '@/lib/core/flowlog/fields';
import { formatRecord, parseRecord } from '@/lib/core/flowlog/text';
import { writeFlowLog } from '@/lib/core/flowlog/write';
import { formatAddress } from '@/lib/core/net/address';
import { evaluateNetworkAcl } from '@/lib/core/rules/network-acl';
import { edit } from '@/lib/core/scenario/edit';
import { simulate } from '@/lib/core/simulate/simulate';
import type { World } from '@/lib/core/simulate/world';
import { acl } from '../support/filter';
import { iso, START } from '../support/network/play';
import { tcp } from '../support/packet';
import { parsed } from '../support/pair';
import { randomWorld } from '../support/random-world';

const ALL = FIELDS.map(({ name }) => name);
const STRETCH = { from: START, to: START + 6 * 60_000 };
const DISPOSITIONS = new Set(
  'delivered exited denied-in denied-out no-route blackhole not-owned gateway-refused source-dest-check no-session host-dropped host-rejected loop'.split(
    ' ',
  ),
);
const OUTCOMES = new Set('established replied refused timeout not-answered never-sent'.split(' '));

function log(world: World) {
  const ready = parsed(world);
  return writeFlowLog(ready.network, simulate(ready).crossings, { ...STRETCH, fields: ALL });
}

describe('every world', () => {
  test.prop([randomWorld], { numRuns: 150 })(
    'ends every call in an outcome, and every walk in a disposition',
    (world) => {
      const { results } = simulate(parsed(world));
      expect(results).toHaveLength(world.Traffic?.length ?? 0);
      for (const result of results) {
        expect(OUTCOMES).toContain(result.outcome);
        if (!('call' in result)) continue;
        for (const trace of [result.forward, result.back]) {
          if (!trace) continue;
          expect(DISPOSITIONS).toContain(trace.disposition);
          const steps = trace.hops.flatMap((hop) => hop.steps);
          expect(steps.slice(0, -1).every(({ allowed }) => allowed)).toBe(true);
          for (const { rule } of steps) expect(rule.source).toMatch(/^https:\/\//);
        }
      }
    },
  );

  test.prop([randomWorld], { numRuns: 30 })('gives the same bytes for the same seed', (world) => {
    const lines = (): string =>
      log(world)
        .map(({ line }) => line)
        .join('\n');
    expect(lines()).toBe(lines());
  });

  test.prop([randomWorld], { numRuns: 40 })('writes records that read back as they were', (world) => {
    for (const { record, line } of log(world)) {
      const door = parseRecord(line, ALL);
      expect(door).toEqual({ record });
      expect('record' in door && formatRecord(door.record as typeof record, ALL)).toBe(line);
    }
  });

  test.prop([randomWorld], { numRuns: 40 })(
    'counts every packet at an interface once, and never logs a public address of its own',
    (world) => {
      const ready = parsed(world);
      const { crossings } = simulate(ready);
      const records = log(world).filter(({ record }) => record['log-status'] === 'OK');
      const inside = crossings.filter(({ at }) => at < STRETCH.to);
      expect(records.reduce((sum, { record }) => sum + (record.packets ?? 0), 0)).toBe(inside.length);
      for (const { interfaceId, record } of records) {
        const own = ready.network.networkInterfaces.get(interfaceId);
        const side = record['flow-direction'] === 'egress' ? record.srcaddr : record.dstaddr;
        const paired = own?.privateAddresses.flatMap(({ publicAddress }) => publicAddress ?? []) ?? [];
        expect(own).toBeDefined();
        expect(paired.map(formatAddress)).not.toContain(side);
      }
    },
  );

  test.prop([randomWorld], { numRuns: 40 })('lets no network ACL act inside a subnet', (world) => {
    const closed = edit(world, 'NetworkAcls', (row) => ({ ...row, Entries: [] }));
    const inside = {
      ...closed,
      Traffic: [{ From: 'eni-web', To: '10.1.1.20', Protocol: 'tcp', Port: 443, At: iso(0) }],
    };
    const open = { ...world, Traffic: inside.Traffic };
    expect(log(inside).map(({ line }) => line)).toEqual(log(open).map(({ line }) => line));
    const { crossings } = simulate(parsed(inside));
    expect(crossings.length).toBeGreaterThan(0);
  });

  test.prop([randomWorld], { numRuns: 40 })(
    'is not changed by a security group rule for traffic that nobody sends',
    (world) => {
      const extra = { IpProtocol: 'tcp', FromPort: 7, ToPort: 7, IpRanges: [{ CidrIp: '192.0.2.200/32' }] };
      const more = edit(world, 'SecurityGroups', (row) => ({
        ...row,
        IpPermissions: [...(row.IpPermissions ?? []), extra],
      }));
      expect(log(more).map(({ line }) => line)).toEqual(log(world).map(({ line }) => line));
    },
  );
});

describe('every step', () => {
  test.prop([randomWorld], { numRuns: 150 })('is told in one sentence', (world) => {
    for (const result of simulate(parsed(world)).results) {
      if (!('call' in result)) continue;
      for (const { component, steps } of [result.forward, result.back].flatMap(
        (trace) => trace?.hops ?? [],
      )) {
        for (const step of steps) {
          const sentence = plain(stepSentence(component, step));
          expect(sentence).toMatch(/^\S.{10,260}\.$/);
          expect(sentence).not.toMatch(/undefined|NaN|\[object|\.\./);
        }
      }
    }
  });
});

describe('a network ACL', () => {
  const number = fc.integer({ min: 1, max: 32766 });
  const action = fc.constantFrom('allow', 'deny');
  const block = fc.constantFrom('0.0.0.0/0', '10.0.0.0/8', '10.0.1.0/24', '203.0.113.0/24');
  const ports = fc.constantFrom('22', '443', '1024-65535');
  const line = fc.tuple(number, action, block, ports).map(([n, a, b, p]) => `${n} ${a} tcp ${b} ${p}`);
  const list = fc.uniqueArray(line, { maxLength: 8, selector: (text) => text.split(' ')[0] });
  const packet = fc
    .tuple(
      fc.constantFrom('10.0.1.5', '10.9.9.9', '203.0.113.7', '192.0.2.1'),
      fc.constantFrom(22, 443, 8080),
    )
    .map(([from, port]) => tcp(`${from}:50000 > 10.0.0.4:${port}`));

  test.prop([list, packet, line], { numRuns: 400 })(
    'ignores whatever stands behind the deciding rule',
    (rows, seen, added) => {
      const before = evaluateNetworkAcl(acl({ ingress: rows }), 'ingress', seen);
      const behind = `${Math.min(32766, before.decidedBy.ruleNumber + 1)} ${added.split(' ').slice(1).join(' ')}`;
      fc.pre(
        before.decidedBy.ruleNumber < 32766 &&
          !rows.some((row) => row.split(' ')[0] === behind.split(' ')[0]),
      );
      const after = evaluateNetworkAcl(acl({ ingress: [...rows, behind] }), 'ingress', seen);
      expect(after.decidedBy).toEqual(before.decidedBy);
    },
  );

  test.prop([list, packet], { numRuns: 200 })('always decides', (rows, seen) => {
    expect(evaluateNetworkAcl(acl({ ingress: rows }), 'ingress', seen).decidedBy.ruleNumber).toBeGreaterThan(
      0,
    );
  });
});

describe('a format', () => {
  test.prop([fc.shuffledSubarray(ALL, { minLength: 1 })])('reads back as it was written', (fields) => {
    expect(parseFormat(formatFormat(fields))).toEqual({ fields });
  });

  test.prop([fc.string()])('is fields or an issue, never a throw', (text) => {
    const door = parseFormat(text);
    expect('fields' in door || door.issue.length > 0).toBe(true);
  });

  test.prop([fc.string()])('reads any line as a record or an issue', (text) => {
    expect(Object.keys(parseRecord(text, DEFAULT_FIELDS))).not.toHaveLength(0);
  });
});
