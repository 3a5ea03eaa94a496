/** A World played in time, and what is asked of it afterwards: outcomes, and which interface saw what, when. */
import { formatAddress } from '@/lib/core/net/address';
import { FIN, RST, SYN } from '@/lib/core/net/packet';
import type { PacketLaws } from '@/lib/core/rules/packet-laws';
import { simulate } from '@/lib/core/simulate/simulate';
import type { Crossing } from '@/lib/core/simulate/trace';
import type { Change, TrafficDocument, World } from '@/lib/core/simulate/world';
import { parsed } from '../pair';
import { type Part, words } from './part';

export const START = Date.UTC(2026, 2, 2, 10, 0, 0);

export const iso = (seconds: number): string => new Date(START + seconds * 1000).toISOString();

/** `web > db tcp 443` as Traffic, ten seconds after the start unless `row` says otherwise. */
export function traffic(
  text: string,
  row: Partial<TrafficDocument> & { readonly after?: number } = {},
): Part {
  const [From = '', , To = '', Protocol = '', port] = words(text);
  const { after = 10, ...more } = row;
  return {
    Traffic: [
      { From, To, Protocol, ...(port !== undefined && { Port: Number(port) }), At: iso(after), ...more },
    ],
  };
}

/** So many seconds after the start. */
export function at(seconds: number, ...Changes: readonly Change[]): Part {
  return { Timeline: [{ At: iso(seconds), Changes }] };
}

export interface Played {
  readonly outcomes: readonly string[];
  readonly crossings: readonly Crossing[];
  /** Seconds at which an interface let a packet pass, or refused it. */
  seconds(
    interfaceId: string,
    direction: Crossing['direction'],
    action?: Crossing['action'],
  ): readonly number[];
  /** What passed an interface: `12 egress ACCEPT 10.1.1.10:40000 > 203.0.113.5:443 S`. */
  lines(interfaceId: string): readonly string[];
}

export function play(world: World, laws?: PacketLaws): Played {
  const { crossings, results } = simulate(parsed(world), laws);
  const seen = (id: string) => crossings.filter(({ networkInterface }) => networkInterface.id === id);
  return {
    outcomes: results.map(({ outcome }) => outcome),
    crossings,
    seconds: (id, direction, action = 'ACCEPT') =>
      seen(id)
        .filter((one) => one.direction === direction && one.action === action)
        .map((one) => Math.round((one.at - START) / 1000)),
    lines: (id) => seen(id).map(lineOf),
  };
}

function lineOf({ at: time, direction, action, packet }: Crossing): string {
  const end = (address: typeof packet.source, port: number): string =>
    `${formatAddress(address)}${port === 0 ? '' : `:${port}`}`;
  const { source, sourcePort, destination, destinationPort, tcpFlags } = packet;
  const flags = [
    [SYN, 'S'],
    [FIN, 'F'],
    [RST, 'R'],
  ] as const;
  const shown = flags.flatMap(([flag, letter]) => ((tcpFlags & flag) === 0 ? [] : [letter])).join('');
  const second = Math.round((time - START) / 1000);
  return `${second} ${direction} ${action} ${end(source, sourcePort)} > ${end(destination, destinationPort)} ${shown}`.trim();
}
