/** One conversation under way: who talks to whom, and what the two ends need of the simulation around them. */
import type { Packet } from '../../net/packet';
import type { Ground } from '../motion';
import type { ConnectionOutcome } from '../outcome';
import type { Endpoint, Trace } from '../trace';

export interface Call {
  /** Index of the Traffic row, and which of its repetitions. */
  readonly traffic: number;
  readonly repetition: number;
  readonly client: Endpoint;
  /** The first packet: its source is the client's address, its destination the one dialled. */
  readonly opening: Packet;
  readonly requests: number;
  readonly bytes: number;
  readonly replyBytes: number;
}

/** What became of a call; `forward` and `back` are the walks of its first packet and of the first answer. */
export interface CallResult {
  readonly call: Call;
  readonly startedAt: number;
  readonly outcome: ConnectionOutcome;
  readonly forward: Trace | undefined;
  readonly back: Trace | undefined;
}

/** The simulation as a conversation sees it. */
export interface Stage {
  ground(): Ground;
  /** Sends now; what passes an interface is captured. */
  send(from: Endpoint, packet: Packet, at: number): Trace;
  at(time: number, run: () => void): void;
  finish(result: CallResult): void;
}

/** Whether a walk ended at the client of the call, with a packet of this very conversation. */
export function reachedClient({ client, opening }: Call, { arrival }: Trace): boolean {
  if (!arrival) return false;
  const { packet, networkInterface } = arrival;
  const atClient =
    client.kind === 'interface'
      ? networkInterface?.id === client.networkInterfaceId
      : networkInterface === undefined && packet.destination === client.address;
  return atClient && packet.destination === opening.source;
}

/** The end that received a packet, as the sender of its answer. */
export function receiverOf({ arrival }: Trace): Endpoint | undefined {
  if (!arrival) return undefined;
  const { networkInterface, packet } = arrival;
  return networkInterface
    ? { kind: 'interface', networkInterfaceId: networkInterface.id, address: packet.destination }
    : { kind: 'outside', address: packet.destination };
}
