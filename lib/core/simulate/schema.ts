/** The World document for doors: what `flowtrap schema world` prints and every file is checked against. */
import * as z from 'zod';
import { actionSchema } from '../ec2/schema/action';
import { parseAddress } from '../net/address';
import { isPort } from '../net/port';
import { parseProtocol } from '../net/protocol';

const protocol = z.string().refine((text) => parseProtocol(text) !== undefined, {
  error: ({ input }) =>
    `\`${input}\` is not a protocol: use tcp, udp, icmp, icmpv6 or a number from 0 to 255`,
});
const port = z
  .number()
  .refine(isPort, { error: ({ input }) => `\`${input}\` is not a port: use 0 to 65535` });
const address = z.string().refine((text) => parseAddress(text) !== undefined, {
  error: ({ input }) => `\`${input}\` is not an IP address`,
});
const time = z.string().refine((text) => !Number.isNaN(Date.parse(text)), {
  error: ({ input }) => `\`${input}\` is not a time: write it like 2026-11-23T10:15:00Z`,
});
const count = (least: number, most: number) => z.number().int().min(least).max(most);

const listener = z.strictObject({ Protocol: protocol, Port: port.optional(), Bind: address.optional() });

const firewallRule = z.strictObject({
  Direction: z.enum(['in', 'out']),
  Protocol: protocol.optional(),
  Port: port.optional(),
  Do: z.enum(['drop', 'reject', 'accept']),
});

export const hostSchema = z.strictObject({
  Name: z.string().min(1),
  NetworkInterfaceIds: z.array(z.string()).optional(),
  IpAddress: address.optional(),
  Behind: z.string().optional(),
  Listeners: z.array(listener).optional(),
  Firewall: z.array(firewallRule).optional(),
  EphemeralPorts: z.tuple([port, port]).optional(),
});

/** So many packets are played within seconds; more would only fill memory. */
const MOST_REPETITIONS = 10_000;

export const trafficSchema = z.strictObject({
  From: z.string().min(1),
  To: z.string().min(1),
  Protocol: protocol,
  Port: port.optional(),
  SourcePort: port.optional(),
  IcmpType: count(0, 255).optional(),
  IcmpCode: count(0, 255).optional(),
  At: time,
  Requests: count(1, MOST_REPETITIONS).optional(),
  Bytes: count(0, 1_000_000).optional(),
  ReplyBytes: count(0, 1_000_000).optional(),
  Repeat: z.strictObject({ Every: z.number().positive(), Times: count(1, MOST_REPETITIONS) }).optional(),
});

const hostChange = z.union([
  listener.extend({
    Service: z.literal('host'),
    Action: z.enum(['StartListener', 'StopListener']),
    Host: z.string(),
  }),
  firewallRule.extend({
    Service: z.literal('host'),
    Action: z.enum(['AddFirewallRule', 'RemoveFirewallRule']),
    Host: z.string(),
  }),
]);

export const changeSchema = z.union([actionSchema, hostChange]);

/** Everything of a World but its Snapshot, which has a door of its own. */
export const worldFrameSchema = z.strictObject({
  Snapshot: z.unknown(),
  Now: time.optional(),
  Seed: z.string().optional(),
  Hosts: z.array(hostSchema).optional(),
  Traffic: z.array(trafficSchema).optional(),
  Timeline: z.array(z.strictObject({ At: time, Changes: z.array(changeSchema) })).optional(),
});
