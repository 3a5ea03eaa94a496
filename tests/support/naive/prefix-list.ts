/** The blocks of a prefix list; AWS's own lists stand in two answers, and the one that carries blocks counts. */
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';

export function naivePrefixList(
  { ManagedPrefixLists = [], PrefixLists = [] }: Snapshot,
  id: string,
): readonly string[] {
  const blocks: string[] = [];
  for (const { PrefixListId, Entries = [] } of ManagedPrefixLists) {
    if (PrefixListId === id) for (const { Cidr } of Entries) blocks.push(Cidr);
  }
  for (const { PrefixListId, Cidrs = [] } of PrefixLists) {
    if (PrefixListId === id) blocks.push(...Cidrs);
  }
  return blocks;
}
