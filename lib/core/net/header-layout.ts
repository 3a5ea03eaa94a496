/**
 * Which fields a header has, how wide they are, and which protocols bear them: TCP and UDP have ports, ICMP has a type
 * and a code, all others have neither. So every header has exactly one place among the sets of packets, and they can be
 * counted. A space for IPv6 would ask four 32-bit words per address; nothing below knows what a field means.
 */
import { isIpv4 } from './address';
import type { Interval } from './interval';
import type { Ipv4 } from './ipv4';
import type { Header } from './packet';
import { hasPorts, isIcmp } from './protocol';

export type Field =
  | 'protocol'
  | 'source'
  | 'destination'
  | 'sourcePort'
  | 'destinationPort'
  | 'icmpType'
  | 'icmpCode';

/** Widths in bits. */
export interface HeaderWidths {
  readonly protocol: number;
  readonly address: number;
  readonly port: number;
  readonly icmp: number;
}

export const IPV4_HEADER: HeaderWidths = { protocol: 8, address: 32, port: 16, icmp: 8 };

/** Protocol, source, destination, and two more that ports or ICMP fill. */
export const LEVELS = 5;

/** A field in its place: fields that no header has together share a level, as ports and the type and code of ICMP do. */
export interface FieldLayout {
  readonly level: number;
  /** The greatest value. */
  readonly max: number;
  /** The protocols whose packets have it. */
  readonly bearers: readonly Interval[];
}

/** Neighbouring protocols whose headers look alike. */
export interface ProtocolRun extends Interval {
  readonly kind: 'ports' | 'icmp' | 'neither';
  /** Widths in bits, by level. */
  readonly bits: readonly number[];
}

export interface HeaderLayout {
  readonly fields: Readonly<Record<Field, FieldLayout>>;
  readonly runs: readonly ProtocolRun[];
}

export function headerLayout({ protocol, address, port, icmp }: HeaderWidths): HeaderLayout {
  const bits = {
    ports: [protocol, address, address, port, port],
    icmp: [protocol, address, address, icmp, icmp],
    neither: [protocol, address, address, 0, 0],
  };
  const runs: (ProtocolRun & { to: number })[] = [];
  for (let number = 0; number < 2 ** protocol; number++) {
    const kind = hasPorts(number) ? 'ports' : isIcmp(number) ? 'icmp' : 'neither';
    const last = runs.at(-1);
    if (last?.kind === kind) last.to = number;
    else runs.push({ from: number, to: number, kind, bits: bits[kind] });
  }
  const all = [{ from: 0, to: 2 ** protocol - 1 }];
  const field = (level: number, width: number, bearers: readonly Interval[]): FieldLayout => ({
    level,
    max: 2 ** width - 1,
    bearers,
  });
  const withPorts = runs.filter(({ kind }) => kind === 'ports');
  const withType = runs.filter(({ kind }) => kind === 'icmp');
  return {
    runs,
    fields: {
      protocol: field(0, protocol, all),
      source: field(1, address, all),
      destination: field(2, address, all),
      sourcePort: field(3, port, withPorts),
      destinationPort: field(4, port, withPorts),
      icmpType: field(3, icmp, withType),
      icmpCode: field(4, icmp, withType),
    },
  };
}

/** A header's place: a value per level. */
export type Point = readonly number[];

/** `undefined` for IPv6. An ICMP message that says no type counts as type 0, code 0. */
export function pointOf({ protocol, source, destination, ...header }: Header): Point | undefined {
  if (!isIpv4(source) || !isIpv4(destination)) return undefined;
  const { sourcePort, destinationPort, icmp } = header;
  if (hasPorts(protocol)) return [protocol, source, destination, sourcePort, destinationPort];
  if (isIcmp(protocol)) return [protocol, source, destination, icmp?.type ?? 0, icmp?.code ?? 0];
  return [protocol, source, destination, 0, 0];
}

export function headerAt([protocol = 0, source = 0, destination = 0, fourth = 0, fifth = 0]: Point): Header {
  const ends = { protocol, source: source as Ipv4, destination: destination as Ipv4 };
  if (!isIcmp(protocol)) return { ...ends, sourcePort: fourth, destinationPort: fifth };
  return { ...ends, sourcePort: 0, destinationPort: 0, icmp: { type: fourth, code: fifth } };
}
