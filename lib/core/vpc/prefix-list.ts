/**
 * Prefix lists: blocks under one id, which routes and security group rules name in place of a block.
 * https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html
 */
import type { Snapshot } from '../ec2/schema/snapshot';
import type { Cidr } from '../net/cidr';
import { byId } from './index-by';
import { cidr, type Report } from './report';

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

/** The blocks of a list, for the route at `path` that names it. */
export type Unfold = (listId: string, path: readonly (string | number)[]) => readonly Cidr[];

/** 1,000 routes in each of 200 tables, as far as quotas can be raised: a list is unfolded in every table that names it. */
const MOST_UNFOLDED = 200_000;

export function unfolding(lists: ReadonlyMap<string, PrefixList>, report: Report): Unfold {
  let unfolded = 0;
  return (listId, path) => {
    const list = lists.get(listId);
    if (!list) report.notice(path, `\`${listId}\` is not in the snapshot: the route matches nothing`);
    const cidrs = list?.cidrs ?? [];
    unfolded += cidrs.length;
    if (unfolded <= MOST_UNFOLDED) return cidrs;
    report.issue(
      path,
      `with \`${listId}\` the routes by prefix list come to more than ${MOST_UNFOLDED} blocks`,
    );
    return [];
  };
}

function prefixList(id: string, name: string | undefined, blocks: readonly string[]): PrefixList {
  return { id, ...(name !== undefined && { name }), cidrs: blocks.map(cidr) };
}
