/** The components that a lesson may use, each with the attributes that it takes: the door for data that stands in MDX. */
import * as z from 'zod';
import { changeSchema } from '@/lib/core/simulate/schema';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'is lower case letters, digits and hyphens');
const source = z.url({ protocol: /^https$/ });
const text = z.string().min(1);
const direction = z.enum(['in', 'out']);
const changes = z.array(changeSchema).min(1);

const conversation = {
  from: text,
  to: text,
  protocol: z.enum(['tcp', 'udp', 'icmp']).default('tcp'),
  port: z.int().min(0).max(65_535).default(0),
  requests: z.int().min(1).max(1000).optional(),
  pause: z.number().positive().optional(),
};

const claim = {
  ends: z.enum(['established', 'replied', 'refused', 'timeout', 'not-answered', 'never-sent']).optional(),
  rule: text.optional(),
  records: z.record(text, z.array(z.enum(['ACCEPT in', 'ACCEPT out', 'REJECT in', 'REJECT out']))).optional(),
  record: z.strictObject({ interface: text, direction, fields: z.record(text, z.string()) }).optional(),
  query: z.strictObject({ text, rows: z.array(z.array(z.string())) }).optional(),
  analyzer: z.strictObject({ reachable: z.boolean(), codes: z.array(text).optional() }).optional(),
};

/** Whether something stands there that the engine can check. */
const isChecked = (given: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(claim).some((form) => given[form] !== undefined);

export const ELEMENTS = {
  /** A live world: drawing, log and walk of one conversation. Others name it by its id. */
  World: z.strictObject({
    id,
    base: id.default('shop'),
    ...conversation,
    after: changes.default([]),
    later: z.strictObject({ after: z.number().positive(), changes }).optional(),
    shows: z.array(text).min(1),
  }),
  /** A sentence about a world, proven by running it. */
  Claim: z
    .strictObject({ of: id, source, inferred: z.boolean().default(false), ...claim })
    .refine(isChecked, `claims nothing that can be run: give one of ${Object.keys(claim).join(', ')}`),
  /** A sentence that no world can show, with the page that says it. */
  Fact: z.strictObject({ source, inferred: z.boolean().default(false) }),
  /** What decided in a world. */
  Verdict: z.strictObject({ of: id }),
  /** One record with its fields explained; `hides` leaves one for the reader. */
  Record: z.strictObject({
    of: id,
    interface: text,
    direction,
    fields: z.array(text).min(1).optional(),
    hides: text.optional(),
  }),
  /** A query over the logs of a world, with its rows. */
  Query: z.strictObject({ of: id, text }),
  /** Reachability Analyzer on a world. */
  Analyzer: z.strictObject({ of: id }),
  /** Switches upon a world, to break and to mend it. */
  Break: z.strictObject({
    of: id,
    switches: z
      .array(z.strictObject({ label: text, changes }))
      .min(1)
      .max(3),
  }),
  /** A question of a trap. */
  Ask: z.strictObject({ trap: id, seed: z.string().regex(/^[\w.-]{1,64}$/) }),
} as const;

export type ElementName = keyof typeof ELEMENTS;
export type Attributes<Name extends ElementName> = z.output<(typeof ELEMENTS)[Name]>;

/** One element as it stands in a lesson. */
export type Placed = {
  [Name in ElementName]: { readonly name: Name; readonly line: number; readonly given: Attributes<Name> };
}[ElementName];

export function isElement(name: string): name is ElementName {
  return Object.hasOwn(ELEMENTS, name);
}
