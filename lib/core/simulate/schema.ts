/** The World document for doors: what `flowtrap schema world` prints and every file is checked against. */
import * as z from 'zod';
import { actionSchema } from '../ec2/schema/action';
import { parseAddress } from '../net/address';
import { parseCidr } from '../net/cidr';
import { isPort } from '../net/port';
import { parseProtocol } from '../net/protocol';
import { notProtocol, notTime, parseTime } from './parse-value';

const protocol = z.string().refine((text) => parseProtocol(text) !== undefined, {
  error: ({ input }) => notProtocol(input),
});
const port = z
  .number()
  .refine(isPort, { error: ({ input }) => `\`${input}\` is not a port: use 0 to 65535` })
  .meta({ type: 'integer', minimum: 0, maximum: 65535 });
const address = z.string().refine((text) => parseAddress(text) !== undefined, {
  error: ({ input }) => `\`${input}\` is not an IP address`,
});
const block = z.string().refine((text) => parseCidr(text) !== undefined, {
  error: ({ input }) => `\`${input}\` is not a block of addresses`,
});
const time = z
  .string()
  .refine((text) => parseTime(text) !== undefined, { error: ({ input }) => notTime(input) })
  .meta({ format: 'date-time' });
const count = (least: number, most: number) => z.number().int().min(least).max(most);

const listener = z.strictObject({ Protocol: protocol, Port: port.optional(), Bind: address.optional() });

const firewallRule = z.strictObject({
  Direction: z.enum(['in', 'out']),
  Protocol: protocol.optional(),
  Port: port.optional(),
  Do: z.enum(['drop', 'reject', 'accept']),
});

const forwarding = z.enum(['route', 'masquerade', 'off']);

export const hostSchema = z.strictObject({
  Name: z.string().min(1),
  NetworkInterfaceIds: z.array(z.string()).optional(),
  IpAddress: address.optional(),
  Behind: z.string().optional(),
  DefaultInterfaceId: z.string().optional(),
  Forwarding: forwarding.optional(),
  Listeners: z.array(listener).optional(),
  Firewall: z.array(firewallRule).optional(),
  EphemeralPorts: z.tuple([port, port]).optional(),
});

/** Of one row; `parse-traffic` bounds the packets of all rows together. */
const MOST_REPETITIONS = 10_000;
/** 31 days in seconds: longer silences fill a log with nothing but NODATA. */
const LONGEST_PAUSE = 2_678_400;

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
  Pause: z.number().positive().max(LONGEST_PAUSE).optional(),
  Late: z
    .strictObject({ By: z.enum(['client', 'server']), After: z.number().positive().max(LONGEST_PAUSE) })
    .optional(),
  Call: z
    .strictObject({ Action: z.string(), Resource: z.string(), Principal: z.string().optional() })
    .optional(),
  Bytes: count(0, 1_000_000).optional(),
  ReplyBytes: count(0, 1_000_000).optional(),
  Repeat: z
    .strictObject({ Every: z.number().positive().max(LONGEST_PAUSE), Times: count(1, MOST_REPETITIONS) })
    .optional(),
});

export const premisesSchema = z.strictObject({
  Name: z.string().min(1),
  Connections: z.array(z.string()),
  Advertises: z.array(block).optional(),
  Routes: z.array(block).optional(),
});

const hostChangeSchema = z.discriminatedUnion(
  'Action',
  [
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
    z.strictObject({
      Service: z.literal('host'),
      Action: z.literal('SetForwarding'),
      Host: z.string(),
      Forwarding: forwarding,
    }),
    z.strictObject({
      Service: z.literal('host'),
      Action: z.literal('SetDefaultInterface'),
      Host: z.string(),
      NetworkInterfaceId: z.string().optional(),
    }),
    z.strictObject({
      Service: z.literal('host'),
      Action: z.enum(['AdvertisePrefix', 'WithdrawPrefix']),
      Host: z.string(),
      CidrBlock: block,
    }),
  ],
  { error: notModelled('Action') },
);

export const changeSchema = z.discriminatedUnion(
  'Service',
  [z.discriminatedUnion('Action', actionSchema.options, { error: notModelled('Action') }), hostChangeSchema],
  { error: notModelled('Service') },
);

/** For a change that no member of the union recognises. */
function notModelled(key: 'Action' | 'Service') {
  return ({ code, input }: { readonly code?: string | undefined; readonly input?: unknown }) => {
    if (code !== 'invalid_union') return undefined;
    const given = (input as Readonly<Record<string, unknown>>)[key];
    if (given === undefined) return `is missing: say which ${key}`;
    return key === 'Action'
      ? `InvalidAction: \`${given}\` is not modelled`
      : `\`${given}\` is neither ec2 nor host`;
  };
}

/** Everything of a World but its Snapshot, which has a door of its own. */
export const worldFrameSchema = z.strictObject({
  Snapshot: z.unknown(),
  Now: time.optional(),
  Seed: z.string().optional(),
  Hosts: z.array(hostSchema).optional(),
  Premises: z.array(premisesSchema).optional(),
  Traffic: z.array(trafficSchema).optional(),
  LostRecords: z.array(z.strictObject({ NetworkInterfaceId: z.string(), From: time, To: time })).optional(),
  Timeline: z.array(z.strictObject({ At: time, Changes: z.array(changeSchema) })).optional(),
});
