/** "Which value stands in this field?": one field of a record is hidden; the simulator wrote it, and so would a belief have. */
import { invariant } from '../../assert';
import type { WrittenRecord } from '../../flowlog/record';
import type { Stretch } from '../../flowlog/write';
import { formatAddress } from '../../net/address';
import { parseIpv4 } from '../../net/ipv4';
import { isPublic } from '../../net/special';
import type { WrongLog } from '../../scenario/belief';
import type { HealthyDesign } from '../../scenario/blueprint';
import { HIDDEN_FIELDS, type HiddenField } from '../../scenario/hidden-field';
import type { Random } from '../../scenario/random';
import { LOG_LAWS, PACKET_LAWS } from '../../scenario/readings';
import { type ParsedWorld, parseWorld } from '../../simulate/parse-world';
import { type Capture, simulate } from '../../simulate/simulate';
import type { World } from '../../simulate/world';
import type { NetworkInterface } from '../../vpc/network-interface';
import { writtenOf } from '../records/written-under';
import { singleChoiceCredit } from '../score/answer-credit';

export interface FillInQuestion {
  readonly kind: 'fill-in';
  readonly design: HealthyDesign;
  readonly world: World;
  readonly stretch: Stretch;
  readonly record: WrittenRecord;
  readonly hidden: HiddenField;
  /** As the log prints them. */
  readonly options: readonly FillInOption[];
}

export interface FillInOption {
  readonly value: string;
  /** Whoever holds it expects this value. */
  readonly belief: WrongLog | undefined;
}

export type NoFillIn = 'no record is certain and telling';

const OPTIONS = 4;

export interface FillInAbout {
  readonly belief: WrongLog;
  readonly fields: readonly HiddenField[];
  /** The belief is to go wrong; otherwise to be right. */
  readonly bites: boolean;
}

export function askFillIn(
  design: HealthyDesign,
  document: World,
  world: ParsedWorld,
  stretch: Stretch,
  { belief, fields, bites }: FillInAbout,
  random: Random,
): FillInQuestion | NoFillIn {
  const captures = capturesOf(world);
  // One interface after another: a log is written twelve times over.
  for (const id of random.fork('interfaces').shuffle([...world.network.networkInterfaces.keys()])) {
    const [capture] = captures;
    const believed = valuesOf(capture ? writtenOf(world, capture, stretch, belief.logLaws, [id]) : []);
    const places = certainAt(world, captures, stretch, id).flatMap((record) =>
      fields.flatMap((hidden) => {
        const value = printed(record, hidden);
        const other = believed.get(flowOf(record))?.[hidden];
        const isWrong = other !== undefined && other !== value;
        // Where the believer is right a public address stands, so that private ones are not the better guess.
        const fits = isWrong === bites && (bites || hidden === 'tcp-flags' || !isInside(value));
        return other !== undefined && fits ? [{ record, hidden, value, other }] : [];
      }),
    );
    for (const { record, hidden, value, other } of random.shuffle(places)) {
      const options = optionsFor(world, { record, hidden, value, other, belief }, random.fork('options'));
      if (options.length < OPTIONS) continue;
      return {
        kind: 'fill-in',
        design,
        world: document,
        stretch,
        record,
        hidden,
        options: random.fork('order').shuffle(options),
      };
    }
  }
  return 'no record is certain and telling';
}

interface Place {
  readonly record: WrittenRecord;
  readonly hidden: HiddenField;
  readonly value: string;
  readonly other: string;
  readonly belief: WrongLog;
}

function optionsFor(
  world: ParsedWorld,
  { record, hidden, value, other, belief }: Place,
  random: Random,
): readonly FillInOption[] {
  const pool = hidden === 'tcp-flags' ? FLAGS : addressesAround(world, record);
  const fitting = random.shuffle(pool.filter((one) => one !== value && one !== other));
  const others = hidden === 'tcp-flags' ? fitting : evened([value, other], fitting);
  const believed = other === value ? [] : [{ value: other, belief }];
  return [
    { value, belief: undefined },
    ...believed,
    ...others.map((one) => ({ value: one, belief: undefined })),
  ].slice(0, OPTIONS);
}

/** Private and public addresses in equal numbers, as far as there are any, so that neither kind is the better guess. */
function evened(taken: readonly string[], fitting: readonly string[]): readonly string[] {
  const wanted = OPTIONS / 2;
  const inside = fitting.filter(isInside).slice(0, wanted - new Set(taken.filter(isInside)).size);
  const outside = fitting
    .filter((address) => !isInside(address))
    .slice(0, wanted - new Set(taken.filter((address) => !isInside(address))).size);
  return [...inside, ...outside, ...fitting.filter((one) => !inside.includes(one) && !outside.includes(one))];
}

function isInside(address: string): boolean {
  const parsed = parseIpv4(address);
  return parsed !== undefined && !isPublic(parsed);
}

/** SYN; SYN and ACK; FIN; RST; and what comes of several in one window. */
const FLAGS: readonly string[] = ['0', '1', '2', '3', '4', '18', '19'];

/** Every address that has to do with the flow: own and far, private and public, and a neighbour's. */
function addressesAround(
  { network }: ParsedWorld,
  { record, interfaceId }: WrittenRecord,
): readonly string[] {
  const own = network.networkInterfaces.get(interfaceId);
  const ends = [record.srcaddr, record.dstaddr, record['pkt-srcaddr'], record['pkt-dstaddr']].filter(
    (address) => address !== null,
  );
  const neighbours = [...network.networkInterfaces.values()].filter(
    ({ subnet }) => subnet.vpc.id === own?.subnet.vpc.id,
  );
  const addressesOf = ({ privateAddresses }: NetworkInterface): readonly string[] =>
    privateAddresses.flatMap(({ address, publicAddress }) => [
      formatAddress(address),
      ...(publicAddress === undefined ? [] : [formatAddress(publicAddress)]),
    ]);
  return [...new Set([...ends, ...(own ? addressesOf(own) : []), ...neighbours.flatMap(addressesOf)])];
}

/** Ours first, then every other reading of what becomes of packets. */
function capturesOf(world: ParsedWorld): readonly Capture[] {
  return PACKET_LAWS.map((laws) => simulate(world, laws));
}

/** Written alike under every reading, flags and all. */
function certainAt(
  world: ParsedWorld,
  captures: readonly Capture[],
  stretch: Stretch,
  interfaceId: string,
): readonly WrittenRecord[] {
  const logs = captures.flatMap((capture) =>
    LOG_LAWS.map((laws) => writtenOf(world, capture, stretch, laws, [interfaceId])),
  );
  const values = logs.map(valuesOf);
  // Ours is the first of all readings.
  const [ours = []] = logs;
  return ours.filter(
    (record) =>
      record.inferred.length === 0 &&
      values.every((log) => {
        const same = log.get(flowOf(record));
        return same !== undefined && HIDDEN_FIELDS.every((field) => same[field] === printed(record, field));
      }),
  );
}

type Values = Readonly<Record<HiddenField, string>>;

/** A flow of several windows counts where all of them say the same; else it has several answers. */
function valuesOf(records: readonly WrittenRecord[]): ReadonlyMap<string, Values> {
  const seen = new Map<string, Values | undefined>();
  for (const record of records) {
    const key = flowOf(record);
    const values: Values = {
      srcaddr: printed(record, 'srcaddr'),
      dstaddr: printed(record, 'dstaddr'),
      'tcp-flags': printed(record, 'tcp-flags'),
    };
    const before = seen.has(key) ? seen.get(key) : values;
    const isSame = before && HIDDEN_FIELDS.every((field) => before[field] === values[field]);
    seen.set(key, isSame ? values : undefined);
  }
  return new Map([...seen].flatMap(([key, values]) => (values ? [[key, values] as const] : [])));
}

/** Which flow a record tells of, by what no belief about addresses and flags changes. */
function flowOf({ interfaceId, record }: WrittenRecord): string {
  return [
    interfaceId,
    record['flow-direction'],
    record['pkt-srcaddr'],
    record['pkt-dstaddr'],
    record.srcport,
    record.dstport,
    record.protocol,
    record.action,
  ].join(' ');
}

function printed({ record }: WrittenRecord, field: HiddenField): string {
  return String(record[field] ?? '-');
}

export interface FillInVerdict {
  readonly right: boolean;
  readonly credit: number;
  readonly key: string;
}

/** The log is written anew, and the record looked up in it. */
export function gradeFillIn(
  { world, stretch, record, hidden }: FillInQuestion,
  picked: string,
): FillInVerdict {
  const door = parseWorld(world);
  invariant(!('issues' in door), 'a busy design passes the door');
  const again = certainAt(door.world, capturesOf(door.world), stretch, record.interfaceId).find(
    (one) => flowOf(one) === flowOf(record),
  );
  invariant(again, 'the record of a proven question is written again');
  const key = printed(again, hidden);
  const credit = singleChoiceCredit([key], picked);
  return { right: credit === 1, credit, key };
}
