/** The words that tickets share: roles, numbers, clock times, and what people call a service. */
import type { Random } from '../random';

const TEAMS = ['platform team', 'data team', 'release team', 'web team', 'search team'];

/** A role, not a name: "developer, data team". */
export function roleIn(role: string, random: Random): string {
  return `${role}, ${random.pick(TEAMS)}`;
}

export function ticketNumber(random: Random): string {
  return `OPS-${random.integer(1100, 9800)}`;
}

/** `10:02`, UTC. */
export function clock(time: number): string {
  return new Date(time).toISOString().slice(11, 16);
}

/** `10:02:41`, UTC. */
export function clockWithSeconds(time: number): string {
  return new Date(time).toISOString().slice(11, 19);
}

export function numberWord(count: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'][count] ?? String(count);
}

const SERVICES: Readonly<Record<string, string>> = {
  'tcp 22': 'SSH',
  'tcp 80': 'HTTP',
  'tcp 443': 'HTTPS',
  'tcp 5432': 'PostgreSQL',
  'udp 53': 'DNS',
  'udp 123': 'NTP',
  'icmp 0': 'ping',
};

/** "HTTPS", "TCP 8443", "IP protocol 50". */
export function serviceName(protocol: string, port: number): string {
  if (/^\d+$/.test(protocol)) return `IP protocol ${protocol}`;
  return SERVICES[`${protocol} ${port}`] ?? `${protocol.toUpperCase()} ${port}`;
}
