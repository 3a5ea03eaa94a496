/** Prefix lists: named sets of blocks, a customer's own or AWS's. https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html */
import * as z from 'zod';
import type { Immutable } from './immutable';
import { anyBlock, id, tags } from './value';

/** `describe-managed-prefix-lists`, with the answer of `get-managed-prefix-list-entries` as `Entries`. */
export const managedPrefixListSchema = z.looseObject({
  PrefixListId: id('pl'),
  PrefixListName: z.string().optional(),
  AddressFamily: z.enum(['IPv4', 'IPv6']).optional(),
  MaxEntries: z.number().int().min(1).optional(),
  State: z.string().optional(),
  OwnerId: z.string().optional(),
  Version: z.number().int().optional(),
  Entries: z.array(z.looseObject({ Cidr: anyBlock, Description: z.string().optional() })).optional(),
  Tags: tags,
});

/** `describe-prefix-lists`: AWS's own, by which routes and rules name a service. */
export const prefixListSchema = z.looseObject({
  PrefixListId: id('pl'),
  PrefixListName: z.string().optional(),
  Cidrs: z.array(anyBlock).optional(),
});

export type ManagedPrefixListRow = Immutable<z.infer<typeof managedPrefixListSchema>>;
