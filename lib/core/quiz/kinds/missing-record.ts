/** "What does the missing record prove?": the log's own settings and the time decide, and they are asked, not a key. */
import { invariant } from '../../assert';
import type { Conclusion } from '../../scenario/belief';
import { CLAIMS, REASONS } from '../../scenario/missing-record';
import { answerOf, type MissingRecordCase } from '../../scenario/missing-record-case';
import { openWorld } from '../../scenario/open-world';
import type { Random } from '../../scenario/random';
import { LOG_LAWS, OUR_READING } from '../../scenario/readings';
import { linesOf, play } from '../../scenario/trial';
import { singleChoiceCredit } from '../score/answer-credit';

export interface MissingRecordOption {
  /** Id of a reason or a claim. */
  readonly id: string;
  readonly says: string;
  /** Whose answer it is, where a belief asks for it. */
  readonly belief: Conclusion | undefined;
}

export interface MissingRecordQuestion {
  readonly kind: 'missing-record';
  readonly case: MissingRecordCase;
  readonly options: readonly MissingRecordOption[];
}

export type NoMissingRecord =
  | 'the log does not answer as it should'
  | 'the record is there, or hangs on a reading';

const OPTIONS = 4;

/** `rivals`: reasons among which the key could be as well. */
export function askMissingRecord(
  one: MissingRecordCase,
  { beliefs, rivals }: { readonly beliefs: readonly Conclusion[]; readonly rivals: readonly string[] },
  random: Random,
): MissingRecordQuestion | NoMissingRecord {
  if (keyOf(one) !== one.reason.id) return 'the log does not answer as it should';
  if (isThere(one)) return 'the record is there, or hangs on a reading';
  const fitting = beliefs.filter(({ concludes }) => concludes !== one.reason.id);
  const believed = random.fork('belief').shuffle(fitting).slice(0, 1);
  const taken = new Set([one.reason.id, ...believed.map(({ concludes }) => concludes)]);
  const others = random
    .fork('rivals')
    .shuffle(REASONS.filter(({ id }) => rivals.includes(id) && !taken.has(id)))
    .slice(0, OPTIONS - 1 - believed.length);
  const options = [
    { ...saying(one.reason.id), belief: undefined },
    ...believed.map((belief) => ({ ...saying(belief.concludes), belief })),
    ...others.map(({ id }) => ({ ...saying(id), belief: undefined })),
  ];
  return { kind: 'missing-record', case: one, options: random.fork('order').shuffle(options) };
}

function saying(id: string): { readonly id: string; readonly says: string } {
  const found = [...REASONS, ...CLAIMS].find((one) => one.id === id);
  invariant(found, `${id} is a reason or a claim`);
  return { id, says: found.says };
}

/** The id of the reason that the log itself gives. */
function keyOf(one: MissingRecordCase): string | undefined {
  const answer = answerOf(one, openWorld(one.world));
  return REASONS.find(({ rule }) => rule === (answer.isEvidence ? undefined : answer.because))?.id;
}

/** Under any way of writing the log, to whoever looks at the moment of the case. */
function isThere({ world, interfaceId, packet, at }: MissingRecordCase): boolean {
  const trial = play(world, OUR_READING.packetLaws);
  const stretch = { from: at - AROUND, to: at + AROUND };
  return LOG_LAWS.some((laws) =>
    linesOf(trial, stretch, laws, [interfaceId]).some(
      ({ fields: { srcport, dstport, protocol } }) =>
        srcport === String(packet.sourcePort) &&
        dstport === String(packet.destinationPort) &&
        protocol === String(packet.protocol),
    ),
  );
}

/** More than a window and its delivery. */
const AROUND = 25 * 60_000;

export interface MissingRecordVerdict {
  readonly right: boolean;
  readonly credit: number;
  readonly key: string;
}

export function gradeMissingRecord(
  { case: one }: MissingRecordQuestion,
  picked: string,
): MissingRecordVerdict {
  const key = keyOf(one);
  invariant(key !== undefined, 'the log of a proven case answers');
  const credit = singleChoiceCredit([key], picked);
  return { right: credit === 1, credit, key };
}
