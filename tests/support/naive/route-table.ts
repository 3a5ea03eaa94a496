/** Longest-prefix match once more, naively: every row that holds the address, and of these the best. */
import type { RouteRow, RouteTableRow } from '@/lib/core/ec2/schema/route-table';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { contains, holds, lengthOf, type NaiveAddress } from './block';
import { naivePrefixList } from './prefix-list';

/** The routes that may decide: none, one, or several where two prefix lists hold one block. */
export function naiveRouteTable(
  snapshot: Snapshot,
  { Routes = [] }: RouteTableRow,
  destination: NaiveAddress,
): readonly RouteRow[] {
  const found: { readonly row: RouteRow; readonly length: number; readonly rank: number }[] = [];
  for (const row of Routes) {
    if (row.State === 'filtered') continue;
    for (const block of blocksOf(snapshot, row)) {
      if (!holds(block, destination)) continue;
      if (isPropagated(row) && Routes.some((local) => isLocal(local) && isInside(block, local))) continue;
      found.push({ row, length: lengthOf(block), rank: rankOf(row) });
    }
  }
  const longest = Math.max(...found.map(({ length }) => length));
  const best = found.filter(({ length }) => length === longest);
  const first = Math.min(...best.map(({ rank }) => rank));
  return best.filter(({ rank }) => rank === first).map(({ row }) => row);
}

function blocksOf(snapshot: Snapshot, row: RouteRow): readonly string[] {
  const block = row.DestinationCidrBlock ?? row.DestinationIpv6CidrBlock;
  return block === undefined ? naivePrefixList(snapshot, row.DestinationPrefixListId ?? '') : [block];
}

const isLocal = ({ GatewayId }: RouteRow): boolean => GatewayId === 'local';

function isInside(block: string, { DestinationCidrBlock, DestinationIpv6CidrBlock }: RouteRow): boolean {
  return contains(DestinationCidrBlock ?? DestinationIpv6CidrBlock ?? '', block);
}

function isPropagated({ Origin }: RouteRow): boolean {
  return Origin === 'EnableVgwRoutePropagation' || Origin === 'Advertisement';
}

/** Written by somebody, from a prefix list, propagated. */
function rankOf(row: RouteRow): number {
  if (isPropagated(row)) return 3;
  return row.DestinationPrefixListId === undefined ? 1 : 2;
}
