/** A case of a record that is not there: an interface, what is looked for at it, and the log as it is when somebody looks. */
import { invariant } from '../assert';
import { type AbsenceAnswer, type AbsenceQuestion, absenceOf } from '../flowlog/absence';
import { formatAddress } from '../net/address';
import { addressAt } from '../net/cidr';
import { type Packet, SYN } from '../net/packet';
import { TCP, UDP } from '../net/protocol';
import type { ParsedWorld } from '../simulate/parse-world';
import type { World } from '../simulate/world';
import { drawStart } from './attempt';
import { BLUEPRINTS } from './blueprints/catalogue';
import { stands } from './generate-fault';
import { ends, type IntentPath, pathOf } from './intent-path';
import { lifeOf } from './life';
import type { LogRow, Reason, Search } from './missing-record';
import { openWorld } from './open-world';
import type { Random } from './random';

export interface MissingRecordCase {
  readonly reason: Reason;
  readonly path: IntentPath;
  /** What is shown: its log lacks the record. */
  readonly world: World;
  readonly row: LogRow;
  readonly interfaceId: string;
  /** What is looked for, when it would have passed, and when somebody looks. */
  readonly packet: Packet;
  readonly direction: 'ingress' | 'egress';
  readonly at: number;
  readonly now: number;
}

const MINUTE = 60_000;
const SOURCE_PORT = 40_000;
const RESOLVER_PORT = 53;

/** `isQuiet`: nobody else talks. undefined: this draw gives no such case. */
export function drawMissingRecord(
  reason: Reason,
  random: Random,
  isQuiet = false,
): MissingRecordCase | undefined {
  const startsAt = drawStart(random.fork('time'));
  const blueprint = random.fork('blueprint').pick(BLUEPRINTS);
  const design = blueprint.draw(random.fork('design'), startsAt);
  const parsed = openWorld(design.world);
  const path = random
    .fork('intent')
    .shuffle(design.intents)
    .filter(({ to, protocol }) => !to.includes(':') && protocol === 'tcp')
    .map((intent) => pathOf(design, intent, parsed))
    .find((one) => stands(one) && logOver(one) !== undefined);
  const log = path && logOver(path);
  if (!path || !log) return undefined;
  const at =
    startsAt + random.fork('at').integer(3, 9) * MINUTE + random.fork('second').integer(1, 50) * 1000;
  const search: Search = { world: design.world, at, ...log };
  const brought = reason.bring(search, random.fork('reason'));
  if (!brought) return undefined;
  const looked = lookedFor(path, log, brought.asksResolver ?? false);
  if (!looked) return undefined;
  const { packet, direction, from, to, port, protocol } = looked;
  const tried =
    reason.id === 'never-came'
      ? []
      : [
          {
            From: from,
            To: to,
            Protocol: protocol,
            Port: port,
            SourcePort: SOURCE_PORT,
            At: new Date(at).toISOString(),
          },
        ];
  const world: World = {
    ...brought.world,
    Traffic: [...tried, ...(isQuiet ? [] : lifeOf(design, random.fork('life')))],
    Now: new Date(brought.now).toISOString(),
  };
  const row = world.Snapshot.FlowLogs?.find(({ FlowLogId }) => FlowLogId === log.row.FlowLogId);
  return (
    row && {
      reason,
      path,
      world,
      row,
      interfaceId: log.networkInterface.id,
      packet,
      direction,
      at,
      now: brought.now,
    }
  );
}

type Log = Pick<Search, 'row' | 'networkInterface' | 'elsewhere'>;

/** The log over the VPC of whoever is asked, or of whoever asks where nobody inside is. */
function logOver(path: IntentPath): Log | undefined {
  const { client, server } = ends(path);
  const networkInterface = server ?? client;
  if (!networkInterface?.instance) return undefined;
  const { id } = networkInterface.subnet.vpc;
  const row = path.design.world.Snapshot.FlowLogs?.find(({ ResourceId }) => ResourceId === id);
  const elsewhere = [...path.world.network.networkInterfaces.values()].find(
    (other) => other.instance && other !== networkInterface && other.subnet.vpc.id === id,
  )?.id;
  return row && { row, networkInterface, elsewhere };
}

interface LookedFor {
  readonly packet: Packet;
  readonly direction: 'ingress' | 'egress';
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
}

function lookedFor(
  path: IntentPath,
  { networkInterface }: Log,
  asksResolver: boolean,
): LookedFor | undefined {
  const { intent, world } = path;
  if (asksResolver) {
    const [block] = networkInterface.subnet.vpc.cidrs;
    const resolver = block && addressAt(block, 2);
    const from = world.hosts.byInterface.get(networkInterface.id)?.name;
    if (resolver === undefined || from === undefined) return undefined;
    const packet: Packet = {
      protocol: UDP,
      source: networkInterface.primaryAddress,
      destination: resolver,
      sourcePort: SOURCE_PORT,
      destinationPort: RESOLVER_PORT,
      tcpFlags: 0,
      length: 60,
    };
    return {
      packet,
      direction: 'egress',
      from,
      to: formatAddress(resolver),
      port: RESOLVER_PORT,
      protocol: 'udp',
    };
  }
  const { server } = ends(path);
  const direction = server ? 'ingress' : 'egress';
  const seen = path.legs.forward
    .filter(({ component }) => component === networkInterface.id)
    .flatMap(({ steps }) => steps)
    .find((step) => step.kind === 'network-interface' && step.direction === direction)?.packet;
  if (!seen) return undefined;
  const packet: Packet = { ...seen, protocol: TCP, sourcePort: SOURCE_PORT, tcpFlags: SYN };
  return { packet, direction, from: intent.from, to: intent.to, port: intent.port, protocol: 'tcp' };
}

/** What the log as it is can say about the packet. */
export function answerOf(one: MissingRecordCase, world: ParsedWorld): AbsenceAnswer {
  const networkInterface = world.network.networkInterfaces.get(one.interfaceId);
  const { packet, direction, at, now } = one;
  invariant(networkInterface, 'the interface is there');
  const question: AbsenceQuestion = {
    networkInterface,
    packet,
    direction,
    action: 'ACCEPT',
    at,
    now,
    lost: world.lostRecords,
  };
  return absenceOf(world.network, question);
}
