/** The door for receipts: whatever stands in a link or a file is unpacked within bounds and checked before anything of it is run. */
import * as z from 'zod';
import { formatPath, type Issue } from '../../ec2/issue';
import { issuesOf } from '../../ec2/schema/zod-issue';
import { readWorld } from '../../simulate/read-world';
import { changeSchema, trafficSchema } from '../../simulate/schema';
import { readAnswer } from '../read-answer';
import { unpack } from './packing';
import type { Receipt } from './receipt';

export type ReceiptDoor = { readonly receipt: Receipt } | { readonly problem: string };

const id = z.string().max(120);
const words = z.string().max(4000);

const schema = z.strictObject({
  of: z.strictObject({ kind: z.enum(['trap', 'fault', 'level']), id }),
  seed: z.string().regex(/^[\w.-]{1,64}$/, { error: () => 'is no seed' }),
  version: z.number().int(),
  asked: id,
  prompt: words,
  options: z.array(z.strictObject({ id, text: words })).max(20),
  answer: z.unknown(),
  verdict: z.strictObject({
    right: z.boolean(),
    credit: z.number().min(0).max(1),
    headline: words,
    key: z.array(id).max(20),
  }),
  ran: z.strictObject({
    world: z.unknown().optional(),
    runs: z
      .array(
        z.strictObject({
          id,
          changes: z.array(changeSchema).max(200),
          traffic: z.array(trafficSchema).max(2000),
          now: z.string().optional(),
          outcome: words,
        }),
      )
      .max(20),
  }),
  rules: z.array(z.strictObject({ id, standing: id, digest: id, by: z.enum(['run', 'verdict']) })).max(500),
});

export function readReceipt(text: string): ReceiptDoor {
  const unpacked = unpack(text);
  if ('problem' in unpacked) return unpacked;
  const parsed = schema.safeParse(unpacked.document);
  if (!parsed.success) return { problem: problemOf(issuesOf(parsed.error)) };
  const { answer: said, ran, ...rest } = parsed.data;
  const answer = readAnswer(said);
  if ('problem' in answer) return answer;
  if (ran.world === undefined)
    return { receipt: { ...rest, answer: answer.answer, ran: { world: undefined, runs: [] } } as Receipt };
  const world = readWorld(ran.world);
  if ('issues' in world) return { problem: problemOf(world.issues) };
  return {
    receipt: { ...rest, answer: answer.answer, ran: { world: world.world, runs: ran.runs } } as Receipt,
  };
}

function problemOf([first]: readonly Issue[]): string {
  return `${formatPath(first?.path ?? [])} ${first?.message ?? 'does not fit'}`;
}
