/** What a world writes, and what of it is certain: under AWS's laws, under every reading of them, under somebody's belief. */
import { AWS_LOG_LAWS, type LogLaws } from '../../flowlog/log-laws';
import type { FieldName, WrittenRecord } from '../../flowlog/record';
import { type Stretch, writeFlowLog } from '../../flowlog/write';
import { AWS_PACKET_LAWS, type PacketLaws } from '../../rules/packet-laws';
import type { WrongLaw, WrongLog } from '../../scenario/belief';
import { LOG_LAWS, PACKET_LAWS, type Reading } from '../../scenario/readings';
import type { ParsedWorld } from '../../simulate/parse-world';
import { type Capture, simulate } from '../../simulate/simulate';

export function readingOf(belief: WrongLaw | WrongLog): Reading {
  return belief.kind === 'wrong-law'
    ? { packetLaws: belief.laws, logLaws: AWS_LOG_LAWS }
    : { packetLaws: AWS_PACKET_LAWS, logLaws: belief.logLaws };
}

/** Records of traffic; those that say only that there was none are left out. */
export function writtenUnder(
  world: ParsedWorld,
  stretch: Stretch,
  { packetLaws, logLaws }: Reading,
): readonly WrittenRecord[] {
  const [records = []] = writtenByEach(world, stretch, packetLaws, [logLaws]);
  return records;
}

/** What is played is played once, however it is written down. */
function writtenByEach(
  world: ParsedWorld,
  stretch: Stretch,
  packetLaws: PacketLaws,
  logLaws: readonly LogLaws[],
): readonly (readonly WrittenRecord[])[] {
  const capture = simulate(world, packetLaws);
  return logLaws.map((laws) => writtenOf(world, capture, stretch, laws));
}

/** `interfaceIds`: only what these write. */
export function writtenOf(
  world: ParsedWorld,
  { crossings, natCrossings }: Capture,
  stretch: Stretch,
  laws: LogLaws,
  interfaceIds?: readonly string[],
): readonly WrittenRecord[] {
  return writeFlowLog(world.network, crossings, {
    from: stretch.from,
    to: stretch.to,
    ...(interfaceIds && { interfaceIds }),
    // Windows without traffic are left out below: most of a log is made of them.
    laws: { ...laws, writesNoData: false },
    natCrossings,
    lost: world.lostRecords,
    timeline: world.timeline,
  }).filter(({ record }) => record['log-status'] === 'OK');
}

/** What AWS leaves open moves records in time, joins or parts them: these fields do not tell one from another. */
const UNCERTAIN: ReadonlySet<string> = new Set<FieldName>(['start', 'end', 'packets', 'bytes', 'tcp-flags']);

/** What a record says whichever reading is true, as far as the given fields show it. */
export function certainText({ record }: WrittenRecord, fields: readonly FieldName[]): string {
  return fields
    .filter((field) => !UNCERTAIN.has(field))
    .map((field) => record[field] ?? '-')
    .join(' ');
}

export interface CertainRecords {
  /** Ours, and written under every reading. */
  readonly certain: readonly WrittenRecord[];
  /** What is written under any reading at all, as `certainText`. */
  readonly possible: ReadonlySet<string>;
}

export function certainRecords(
  world: ParsedWorld,
  stretch: Stretch,
  fields: readonly FieldName[],
): CertainRecords {
  const readings = PACKET_LAWS.flatMap((packetLaws) => writtenByEach(world, stretch, packetLaws, LOG_LAWS));
  const texts = readings.map((records) => new Set(records.map((one) => certainText(one, fields))));
  const [ours = []] = readings;
  return {
    certain: ours.filter((one) => texts.every((set) => set.has(certainText(one, fields)))),
    possible: new Set(texts.flatMap((set) => [...set])),
  };
}
