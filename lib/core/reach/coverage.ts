/**
 * How much of the way back is open: AWS's tool proves that some answer finds home, and a network ACL that admits only part
 * of the ephemeral ports makes the rest time out. https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html
 */
import type { PacketSet } from '../net/packet-set';
import type { PortRange } from '../net/port';

/** The ports from which clients connect, as that page gives them. */
export const EPHEMERAL_RANGES = {
  linux: { from: 32768, to: 60999 },
  windows: { from: 49152, to: 65535 },
  'nat-gateway': { from: 1024, to: 65535 },
} as const satisfies Readonly<Record<string, PortRange>>;

export type Client = keyof typeof EPHEMERAL_RANGES;

export interface PortCoverage {
  readonly client: Client;
  readonly open: number;
  readonly all: number;
}

/** Of each kind of client's ports, those for which any packet of the set makes the trip. */
export function portCoverage(packets: PacketSet): readonly PortCoverage[] {
  const open = packets.project('sourcePort');
  return (Object.keys(EPHEMERAL_RANGES) as Client[]).map((client) => {
    const { from, to } = EPHEMERAL_RANGES[client];
    const within = open.map((range) => Math.max(0, Math.min(to, range.to) - Math.max(from, range.from) + 1));
    return { client, open: within.reduce((sum, count) => sum + count, 0), all: to - from + 1 };
  });
}
