/** "What does this record tell?": which way its packets went, and which side began the conversation; the simulator has seen both. */
import { invariant } from '../../assert';
import { DEFAULT_FIELDS } from '../../flowlog/fields';
import type { WrittenRecord } from '../../flowlog/record';
import type { Stretch } from '../../flowlog/write';
import { formatAddress } from '../../net/address';
import type { HealthyDesign } from '../../scenario/blueprint';
import { openWorld } from '../../scenario/open-world';
import type { Random } from '../../scenario/random';
import { OUR_READING } from '../../scenario/readings';
import type { ParsedWorld } from '../../simulate/parse-world';
import { type Capture, simulate } from '../../simulate/simulate';
import type { World } from '../../simulate/world';
import { certainRecords } from '../records/written-under';
import { singleChoiceCredit } from '../score/answer-credit';

/** Seen from the interface that wrote the record. */
export interface RecordTells {
  readonly way: 'in' | 'out';
  readonly began: 'here' | 'there';
}

export interface ReadRecordQuestion {
  readonly kind: 'what-record-tells';
  readonly design: HealthyDesign;
  readonly world: World;
  readonly stretch: Stretch;
  readonly record: WrittenRecord;
  readonly options: readonly RecordTells[];
}

export const TELLINGS: readonly RecordTells[] = [
  { way: 'in', began: 'there' },
  { way: 'in', began: 'here' },
  { way: 'out', began: 'here' },
  { way: 'out', began: 'there' },
];

export type NoReadRecord = 'no certain record tells that';

export function askReadRecord(
  about: Pick<ReadRecordQuestion, 'design' | 'world' | 'stretch'>,
  tells: RecordTells,
  random: Random,
): ReadRecordQuestion | NoReadRecord {
  const world = openWorld(about.world);
  const capture = simulate(world, OUR_READING.packetLaws);
  const { certain } = certainRecords(world, about.stretch, DEFAULT_FIELDS);
  const found = random.shuffle(certain).find((record) => {
    const told = toldBy(world, capture, record);
    return told?.way === tells.way && told.began === tells.began;
  });
  if (!found) return 'no certain record tells that';
  const options = random.fork('order').shuffle(TELLINGS);
  return { kind: 'what-record-tells', ...about, record: found, options };
}

/** undefined: its interface only passes packets on, or the record has no ports. */
function toldBy(world: ParsedWorld, { crossings }: Capture, written: WrittenRecord): RecordTells | undefined {
  const { interfaceId, record } = written;
  const own = world.network.networkInterfaces.get(interfaceId);
  if (!own?.instance || !own.sourceDestCheck || !record.srcport || !record.dstport) return undefined;
  const ends = [
    `${record['pkt-srcaddr']}:${record.srcport}`,
    `${record['pkt-dstaddr']}:${record.dstport}`,
  ].sort();
  // Whatever passed here first of the conversation was sent by whoever began it.
  const first = crossings.find(({ networkInterface, packet }) => {
    const { source, sourcePort, destination, destinationPort } = packet;
    const both = [
      `${formatAddress(source)}:${sourcePort}`,
      `${formatAddress(destination)}:${destinationPort}`,
    ];
    return networkInterface.id === interfaceId && both.sort().join() === ends.join();
  });
  return (
    first && {
      way: record['flow-direction'] === 'ingress' ? 'in' : 'out',
      began: first.direction === 'ingress' ? 'there' : 'here',
    }
  );
}

const WAY = { in: 'It came in at this interface', out: 'It went out by this interface' } as const;
const BEGAN = {
  here: 'and the conversation was begun here',
  there: 'and the conversation was begun by the other side',
} as const;

export function tellingText({ way, began }: RecordTells): string {
  return `${WAY[way]}, ${BEGAN[began]}`;
}

/** The traffic is played again. */
export function gradeReadRecord({ world, record, options }: ReadRecordQuestion, picked: number) {
  const parsed = openWorld(world);
  const told = toldBy(parsed, simulate(parsed, OUR_READING.packetLaws), record);
  invariant(told, 'the record of a proven question tells both');
  const key = options.findIndex(({ way, began }) => way === told.way && began === told.began);
  const credit = singleChoiceCredit([key], picked);
  return { right: credit === 1, credit, key };
}
