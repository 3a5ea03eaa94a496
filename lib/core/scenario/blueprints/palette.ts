/** Names, blocks and addresses as teams choose them; addresses on the internet come from the documentation ranges. */
import { invariant } from '../../assert';
import type { HostDocument, TrafficDocument } from '../../simulate/world';
import { STRETCH } from '../attempt';
import type { DraftServer } from '../draft/server';
import type { Zone } from '../draft/vpc';
import type { Intent } from '../intent';
import type { Random } from '../random';

export const VPC_NAMES = ['shop', 'billing', 'media', 'booking', 'catalog', 'tickets', 'parcels'] as const;
export const SERVICE_NAMES = [
  'orders',
  'stock',
  'price',
  'search',
  'cart',
  'accounts',
  'invoices',
  'shipping',
] as const;
const BATCH_NAMES = ['build', 'batch', 'report', 'import', 'indexer', 'render', 'export'] as const;

/** One item after the other, none twice. */
export function drawer<T>(random: Random, items: readonly T[]): () => T {
  const rest = [...random.shuffle(items)];
  return () => {
    const item = rest.pop();
    invariant(item !== undefined, 'the drawer holds enough');
    return item;
  };
}

const upTo = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => from + i);

/** `10.x.0.0/16`, each VPC its own. */
export function vpcBlocks(random: Random): () => string {
  return drawer(
    random,
    upTo(12, 100).map((octet) => `10.${octet}.0.0/16`),
  );
}

/** Places in a subnet for hosts. */
export const hostNumbers = (random: Random): (() => number) => drawer(random, upTo(10, 220));

/** The same in both zones. */
export function twoZones<T>(make: (zone: Zone, index: 0 | 1) => T): readonly [T, T] {
  return [make('a', 0), make('b', 1)];
}

export const serviceNames = (random: Random): (() => string) => drawer<string>(random, SERVICE_NAMES);

export const batchName = (random: Random): string => `${random.pick(BATCH_NAMES)}-${random.integer(1, 9)}`;

/** RFC 5737, TEST-NET-2: what the account owns on the internet. */
export function ownPublicAddresses(random: Random): () => string {
  return drawer(
    random,
    upTo(20, 200).map((host) => `198.51.100.${host}`),
  );
}

/** RFC 5737, TEST-NET-3, as everybody elsewhere: an office with a /28 of its own. */
export function drawOffice(random: Random): {
  readonly host: HostDocument;
  readonly address: string;
  readonly range: string;
} {
  const block = 16 * random.integer(1, 6);
  const address = `203.0.113.${block + random.integer(1, 14)}`;
  return { host: { Name: 'office', IpAddress: address }, address, range: `203.0.113.${block}/28` };
}

/** A reader, a stranger, a package mirror: single addresses on the internet. */
export function outsideHost(
  random: Random,
  Name: string,
): { readonly host: HostDocument; readonly address: string } {
  const address = `203.0.113.${random.integer(128, 250)}`;
  return { host: { Name, IpAddress: address }, address };
}

export function listening(server: DraftServer, ...ports: readonly number[]): HostDocument {
  return {
    Name: server.name,
    NetworkInterfaceIds: [server.interfaceId],
    Listeners: ports.map((Port) => ({ Protocol: 'tcp', Port })),
    Firewall: [],
  };
}

const SERVICES: Readonly<Record<number, string>> = {
  22: 'SSH',
  443: 'HTTPS',
  80: 'HTTP',
  5432: 'PostgreSQL',
  53: 'DNS',
};

/** `tcp('reader', 443, 'web-a', address)`: from whom, to which port of whom. */
export function tcp(from: string, port: number, server: string, to: string): Intent {
  const service = SERVICES[port] ?? `TCP ${port}`;
  const says = `${service} from ${from} to ${server}`;
  return { id: `${from}-${server}-${port}`, says, from, to, server, protocol: 'tcp', port };
}

/** An intent again and again, at no rhythm that would look made. */
export function regularly(
  random: Random,
  startsAt: number,
  { from, to, port }: Intent,
  seconds: readonly [least: number, most: number],
): readonly TrafficDocument[] {
  const rows: TrafficDocument[] = [];
  let at = startsAt + random.integer(1, 20) * 1000;
  while (at < startsAt + STRETCH) {
    const At = new Date(at + random.integer(0, 999)).toISOString();
    const Bytes = random.integer(180, 900);
    rows.push({
      From: from,
      To: to,
      Protocol: 'tcp',
      Port: port,
      At,
      Bytes,
      ReplyBytes: Bytes * random.integer(2, 9),
    });
    at += random.integer(...seconds) * 1000;
  }
  return rows;
}
