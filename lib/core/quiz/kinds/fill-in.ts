/** "Which value stands in this field?": one field of a record is hidden; the simulator wrote it, and so would a belief have. */
import { invariant } from '../../assert';
import type { WrittenRecord } from '../../flowlog/record';
import type { Stretch } from '../../flowlog/write';
import { formatAddress } from '../../net/address';
import { parseIpv4 } from '../../net/ipv4';
import { isPublic } from '../../net/special';
import type { WrongLog } from '../../scenario/belief';
import type { HealthyDesign } from '../../scenario/blueprint';
import type { HiddenField } from '../../scenario/hidden-field';
import { openWorld } from '../../scenario/open-world';
import type { Random } from '../../scenario/random';
import { OUR_READING } from '../../scenario/readings';
import type { ParsedWorld } from '../../simulate/parse-world';
import { simulate } from '../../simulate/simulate';
import type { World } from '../../simulate/world';
import type { NetworkInterface } from '../../vpc/network-interface';
import { chooseDistractors } from '../distractor';
import { capturesOf, certainAt, flowOf, printed, valuesOf } from '../records/certain-record';
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
  const fitting = random
    .fork('values')
    .shuffle([...new Set([other, ...pool])].filter((one) => one !== value));
  const chosen = chooseDistractors(
    fitting.map(candidateOf),
    {
      keys: [candidateOf(value)],
      count: OPTIONS - 1,
      layers: [...new Set([value, ...fitting].map((one) => candidateOf(one).layer))],
      isAbout: (candidate) => candidate.value === other,
    },
    random.fork('chosen'),
  );
  return [value, ...chosen.map((candidate) => candidate.value)].map((one) => ({
    value: one,
    belief: one === other && one !== value ? belief : undefined,
  }));
}

/** Private and public addresses stand in equal numbers, as far as there are any. */
function candidateOf(value: string) {
  return { value, layer: isInside(value) ? 'inside' : 'outside', length: value.length };
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

export interface FillInVerdict {
  readonly right: boolean;
  readonly credit: number;
  readonly key: string;
}

/** The log of that interface is written anew, and the record looked up in it; that no reading changes it has been proven. */
export function gradeFillIn(
  { world, stretch, record, hidden }: FillInQuestion,
  picked: string,
): FillInVerdict {
  const opened = openWorld(world);
  const { packetLaws, logLaws } = OUR_READING;
  const written = writtenOf(opened, simulate(opened, packetLaws), stretch, logLaws, [record.interfaceId]);
  const again = written.find((one) => flowOf(one) === flowOf(record));
  invariant(again, 'the record of a proven question is written again');
  const key = printed(again, hidden);
  const credit = singleChoiceCredit([key], picked);
  return { right: credit === 1, credit, key };
}
