/**
 * Prefix lists: blocks under one id, which routes and security group rules name in place of a block.
 * https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html
 */
import type { Snapshot } from '../ec2/schema/snapshot';
import type { Cidr } from '../net/cidr';
import { byId } from './index-by';
import { cidr } from './report';

export interface PrefixList {
  readonly id: string;
  readonly name?: string;
  readonly cidrs: readonly Cidr[];
}

/** AWS's own lists stand in both answers; the one that carries blocks counts. */
export function parsePrefixLists(snapshot: Snapshot): ReadonlyMap<string, PrefixList> {
  const own = (snapshot.ManagedPrefixLists ?? []).map((row) =>
    prefixList(
      row.PrefixListId,
      row.PrefixListName,
      (row.Entries ?? []).map(({ Cidr }) => Cidr),
    ),
  );
  const services = (snapshot.PrefixLists ?? []).map((row) =>
    prefixList(row.PrefixListId, row.PrefixListName, row.Cidrs ?? []),
  );
  return byId([...own, ...services].sort((a, b) => a.cidrs.length - b.cidrs.length));
}

function prefixList(id: string, name: string | undefined, blocks: readonly string[]): PrefixList {
  return { id, ...(name !== undefined && { name }), cidrs: blocks.map(cidr) };
}
