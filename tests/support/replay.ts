/** Plays the packets behind published records over a network, and writes the log that they leave. */
import { invariant } from '@/lib/core/assert';
import type { FieldName, ParsedRecord, WrittenRecord } from '@/lib/core/flowlog/record';
import { parseRecord } from '@/lib/core/flowlog/text';
import { writeFlowLog } from '@/lib/core/flowlog/write';
import { parseAddress } from '@/lib/core/net/address';
import { ACK, FIN, type Packet, SYN } from '@/lib/core/net/packet';
import { ICMP, TCP } from '@/lib/core/net/protocol';
import type { Endpoint } from '@/lib/core/simulate/endpoint';
import { groundOf } from '@/lib/core/simulate/ground';
import { simulate } from '@/lib/core/simulate/simulate';
import type { Crossing } from '@/lib/core/simulate/trace';
import { walkPacket } from '@/lib/core/simulate/walk';
import type { World } from '@/lib/core/simulate/world';
import { parsed } from './pair';

export interface Scene {
  readonly world: World;
  readonly interfaceId: string;
  /** `packets`: the packets are built from the record's own counts and times. `traffic`: the world's Traffic is simulated. */
  readonly by: 'packets' | 'traffic';
  /** Public address -> who is meant, where a packet from outside is dialled by another address than the record shows. */
  readonly dialled?: Readonly<Record<string, string>>;
  /** Fields for which the example does not give the inputs: which moment a window began, say. */
  readonly notGiven?: readonly FieldName[];
}

export function replay(
  scene: Scene,
  lines: readonly string[],
  fields: readonly FieldName[],
): readonly WrittenRecord[] {
  const world = parsed(scene.world);
  const crossings =
    scene.by === 'traffic'
      ? simulate(world).crossings
      : walkAll(
          scene,
          lines.map((line) => recordOf(line, fields)).filter(({ srcaddr }) => srcaddr),
        );
  const times = crossings.map(({ at }) => at);
  const from = Math.min(...times, Date.parse(scene.world.Now ?? '') || Number.POSITIVE_INFINITY);
  const records = writeFlowLog(
    world.network,
    crossings.filter(({ networkInterface }) => networkInterface.id === scene.interfaceId),
    { from: from - 3_600_000, to: Math.max(from, ...times) + 3_600_000, fields, lost: world.lostRecords },
  ).filter(({ interfaceId }) => interfaceId === scene.interfaceId);
  const busy = records.filter(({ record }) => record['log-status'] === 'OK');
  return busy.length > 0 ? busy : records.slice(0, 1);
}

function recordOf(line: string, fields: readonly FieldName[]): ParsedRecord {
  const door = parseRecord(line, fields);
  invariant('record' in door, `\`${line}\` is a record`);
  return door.record;
}

/** All packets of all records in order of time, each sent by the end that the record names as its source. */
function walkAll(scene: Scene, records: readonly ParsedRecord[]): readonly Crossing[] {
  const { network, hosts } = parsed(scene.world);
  const ground = groundOf(network, hosts);
  const packets = records.flatMap((record, order) => packetsOf(scene, record, order));
  packets.sort((a, b) => a.at - b.at || a.order - b.order);
  return packets.flatMap(({ at, from, packet }) => walkPacket(ground, from, packet, at).crossings);
}

interface Sent {
  readonly at: number;
  readonly order: number;
  readonly from: Endpoint;
  readonly packet: Packet;
}

/** As many packets as the record counts, as long together as it says, from its first second to its last. */
function packetsOf(scene: Scene, record: ParsedRecord, order: number): readonly Sent[] {
  const { srcaddr, dstaddr, packets = 0, bytes = 0, start = 0, end = 0 } = record;
  const source = parseAddress(srcaddr ?? '');
  const destination = parseAddress(scene.dialled?.[dstaddr ?? ''] ?? dstaddr ?? '');
  invariant(
    source !== undefined && destination !== undefined && packets !== null && bytes !== null,
    'the record is of traffic',
  );
  const sender = [...parsed(scene.world).network.networkInterfaces.values()].find(
    ({ privateAddresses, ipv6Addresses }) =>
      privateAddresses.some(({ address }) => address === source) || ipv6Addresses.includes(source),
  );
  const from: Endpoint = sender
    ? { kind: 'interface', networkInterfaceId: sender.id, address: source }
    : { kind: 'outside', address: source };
  const length = Math.floor(bytes / packets);
  return Array.from({ length: packets }, (_, i) => ({
    at: (start + (packets === 1 ? 0 : (i * (end - start)) / (packets - 1))) * 1000,
    order,
    from,
    packet: {
      protocol: record.protocol ?? TCP,
      source,
      destination,
      sourcePort: record.srcport ?? 0,
      destinationPort: record.dstport ?? 0,
      ...(record.protocol === ICMP && { icmp: { type: order % 2 === 0 ? 8 : 0, code: 0 } }),
      tcpFlags: record.protocol === TCP ? flagsAt(record['tcp-flags'] ?? SYN, i, packets) : 0,
      length: i === 0 ? bytes - length * (packets - 1) : length,
    },
  }));
}

/** Opening flags on the first packet, FIN on the last, plain ACK between. */
function flagsAt(recorded: number, index: number, count: number): number {
  const opening = recorded & (SYN | ACK);
  if (index === 0 && opening !== 0) return opening;
  return index === count - 1 && (recorded & FIN) !== 0 ? FIN | ACK : ACK;
}
