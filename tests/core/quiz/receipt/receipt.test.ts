/** Receipts: what is packed comes out again, a replay says the same, and whatever was cut, changed or blown up is refused. */
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Answer } from '@/lib/core/quiz/answer';
import { choicesOf, picksOf } from '@/lib/core/quiz/choices';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import { openCase } from '@/lib/core/quiz/generate/open-case';
import type { Asked } from '@/lib/core/quiz/question';
import { digestOf } from '@/lib/core/quiz/receipt/digest';
import { issueReceipt } from '@/lib/core/quiz/receipt/issue';
import { pack, unpack } from '@/lib/core/quiz/receipt/packing';
import { readReceipt } from '@/lib/core/quiz/receipt/read-receipt';
import type { Receipt } from '@/lib/core/quiz/receipt/receipt';
import { replayReceipt } from '@/lib/core/quiz/receipt/replay';
import { taskOf, verdictOf } from '@/lib/core/quiz/verdict-of';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { rotatingSeeds, SEED_BASE } from '../../../support/rotating-seed';

function receiptOf(asked: Asked, answer: Answer): Receipt {
  const question = taskOf(asked.question, answer.kind === 'repair' ? 'repair' : 'as it is asked');
  if ('problem' in question) throw new Error(question.problem);
  const judged = verdictOf(question, answer);
  if ('problem' in judged) throw new Error(judged.problem);
  return issueReceipt({ ...asked, question, answer, verdict: judged.verdict });
}

function firstOf(asked: Asked): Answer {
  const ids = choicesOf(asked.question).map(({ id }) => id);
  return { kind: 'options', options: ids.slice(0, picksOf(asked.question)) };
}

function read(text: string): Receipt {
  const door = readReceipt(text);
  if ('problem' in door) throw new Error(door.problem);
  return door.receipt;
}

const problem = (text: string): string => {
  const door = readReceipt(text);
  return 'problem' in door ? door.problem : '';
};

/** One trap of each way of asking. */
const OF_EACH_KIND = [...new Map(TRAPS.map((trap) => [trap.asks, trap])).values()];

describe.each(OF_EACH_KIND)(`a receipt of $asks, seeds of ${SEED_BASE}`, (trap) => {
  it.each(rotatingSeeds(1))('%s: fits a link or a file, and replays to the same verdict', (seed) => {
    const asked = generateQuestion(trap, seed);
    const receipt = receiptOf(asked, firstOf(asked));
    const text = pack(receipt);
    expect(text.length).toBeLessThan(32_000);
    expect(text).toMatch(/^flowtrap1\.[0-9a-f]{32}\.[\w-]+$/);
    const again = read(text);
    expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(receipt)));
    const replay = replayReceipt(again);
    expect(replay).toMatchObject({ stands: true, differences: [], rules: [], now: receipt.verdict });
    // Another generator makes other cases: what was run is run again all the same.
    const later = replayReceipt({ ...again, version: again.version + 1 });
    expect(later).toMatchObject({ stands: true, differences: [], rules: [], now: undefined });
  });
});

describe('a replay', () => {
  const asked = openCase({ kind: 'fault', id: 'sg-in-missing' }, 'replay');
  if (asked?.question.kind !== 'diagnose') throw new Error('a fault is to be diagnosed');
  const { site, broken } = asked.question.case;
  const actions = site.repair(broken).filter((change) => change.Service === 'ec2');
  const receipt = receiptOf(asked, { kind: 'repair', actions });

  it('of a repair runs the repair', () => {
    expect(receipt).toMatchObject({ asked: 'repair', verdict: { right: true } });
    expect(receipt.ran.runs.map(({ id }) => id)).toEqual(['as it is', 'the repair']);
    expect(replayReceipt(read(pack(receipt)))).toMatchObject({ stands: true, differences: [], rules: [] });
  });

  it('says which run came out otherwise', () => {
    const runs = receipt.ran.runs.map((run) => ({
      ...run,
      outcome: run.outcome.replaceAll('timeout', 'refused'),
    }));
    const replay = replayReceipt({ ...receipt, ran: { ...receipt.ran, runs } });
    expect(replay.stands).toBe(false);
    expect(replay.differences).toMatchObject([{ run: 'as it is', was: expect.stringContaining('refused') }]);
  });

  it('says which Rule has changed since, is gone, or is new', () => {
    expect(receipt.rules.length).toBeGreaterThan(3);
    const [first, second, ...rest] = receipt.rules;
    if (!first || !second) throw new Error('it met rules');
    const old = [{ ...first, digest: 'another' }, { ...second, id: 'rule.of-old' }, ...rest];
    const { stands, rules } = replayReceipt({ ...receipt, rules: old });
    // No run came out otherwise: the verdict stands, and what it rests on is told.
    expect(stands).toBe(true);
    expect(rules).toEqual([
      { id: first.id, how: 'changed', says: expect.any(String) },
      { id: 'rule.of-old', how: 'not met any more', says: undefined },
      { id: second.id, how: 'new', says: expect.any(String) },
    ]);
  });

  it('does not believe the verdict that stands in it', () => {
    const lie = { ...receipt, verdict: { ...receipt.verdict, credit: 0.5 } };
    expect(replayReceipt(lie)).toMatchObject({ stands: false, now: receipt.verdict });
  });
});

describe('no receipt', () => {
  const text = pack({ some: 'document' });
  const packedAs = (bytes: Uint8Array, format = 1): string => {
    const packed = Buffer.from(bytes).toString('base64url');
    return `flowtrap${format}.${digestOf(packed)}.${packed}`;
  };

  it('packs what others unpack', () => {
    for (const length of [0, 1, 2, 3, 4, 5, 100]) {
      const document = { text: 'x'.repeat(length) };
      expect(unpack(pack(document))).toEqual({ document });
      expect(unpack(packedAs(deflateSync(strToU8(JSON.stringify(document)))))).toEqual({ document });
    }
  });

  it.each([
    ['', 'it is no receipt, or a part of one'],
    ['{"seed": "x"}', 'it is no receipt, or a part of one'],
    [text.slice(0, 30), 'it is no receipt, or a part of one'],
    [text.slice(0, -3), 'it was cut or changed: its digest does not fit'],
    [
      `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`,
      'it was cut or changed: its digest does not fit',
    ],
    [text.replace('flowtrap1', 'flowtrap2'), 'it has format 2, and this version reads format 1'],
    [packedAs(deflateSync(strToU8('{"a":')), 1), 'what is packed in it cannot be read'],
    [
      packedAs(deflateSync(strToU8('x'.repeat(99))).subarray(0, 5)),
      /^(it is cut off|what is packed in it cannot be read)$/,
    ],
    [packedAs(strToU8('no deflate at all')), 'what is packed in it cannot be read'],
    [
      packedAs(deflateSync(new Uint8Array(64 * 1024 * 1024))),
      'what is packed in it is larger than any receipt of ours',
    ],
    ['A'.repeat(3_000_000), 'it is larger than any receipt of ours'],
    [text, /is missing|is not|has no/],
    [pack({}), /^of is missing/],
    [pack([]), /is not an object/],
  ])('%.60s', (broken, says) => {
    if (typeof says === 'string') expect(problem(broken)).toBe(says);
    else expect(problem(broken)).toMatch(says);
  });
});
