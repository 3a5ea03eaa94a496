/** Subnets with what every packet at their border meets: the associated route table and network ACL, or the VPC's own. */
import type { Snapshot } from '../ec2/schema/snapshot';
import { compareCidrs, containsCidr, formatCidr, overlaps } from '../net/cidr';
import { groupBy } from './index-by';
import type { NetworkAcl } from './network-acl';
import { cidr, nameOf, type Report } from './report';
import type { RouteTable } from './route-table';
import { type Subnet, sublocationOf } from './subnet';
import { ipv6BlocksOf, type Vpc } from './vpc';

interface Parts {
  readonly vpcs: ReadonlyMap<string, Vpc>;
  readonly routeTables: ReadonlyMap<string, RouteTable>;
  readonly networkAcls: ReadonlyMap<string, NetworkAcl>;
}

export function parseSubnets(snapshot: Snapshot, parts: Parts, report: Report): ReadonlyMap<string, Subnet> {
  const tables = associations(
    snapshot.RouteTables,
    'RouteTables',
    ({ RouteTableId }) => RouteTableId,
    report,
  );
  const acls = associations(snapshot.NetworkAcls, 'NetworkAcls', ({ NetworkAclId }) => NetworkAclId, report);
  const mainTables = only(parts.routeTables, ({ main }) => main, 'main route tables', report);
  const defaultAcls = only(parts.networkAcls, ({ isDefault }) => isDefault, 'default network ACLs', report);
  const subnets = new Map<string, Subnet>();
  for (const [index, row] of (snapshot.Subnets ?? []).entries()) {
    const path = ['Subnets', index];
    const vpc = parts.vpcs.get(row.VpcId);
    if (!vpc) {
      report.issue(
        [...path, 'VpcId'],
        `\`${row.SubnetId}\` lies in \`${row.VpcId}\`, which is not in the snapshot`,
      );
      report.leaveOut(row.SubnetId);
      continue;
    }
    const routeTable = parts.routeTables.get(tables.get(row.SubnetId) ?? '') ?? mainTables.get(vpc.id);
    const networkAcl = parts.networkAcls.get(acls.get(row.SubnetId) ?? '') ?? defaultAcls.get(vpc.id);
    if (!routeTable)
      report.issue(path, `\`${row.SubnetId}\` has no route table, and \`${vpc.id}\` no main one`);
    if (!networkAcl)
      report.issue(path, `\`${row.SubnetId}\` has no network ACL, and \`${vpc.id}\` no default one`);
    if (routeTable && routeTable.vpcId !== vpc.id)
      report.issue(path, `\`${row.SubnetId}\` uses \`${routeTable.id}\`, which belongs to another VPC`);
    if (networkAcl && networkAcl.vpcId !== vpc.id)
      report.issue(path, `\`${row.SubnetId}\` uses \`${networkAcl.id}\`, which belongs to another VPC`);
    const cidrs = [...(row.CidrBlock ? [row.CidrBlock] : []), ...ipv6BlocksOf(row)].map(cidr);
    for (const block of cidrs) {
      if (!vpc.cidrs.some((outer) => containsCidr(outer, block))) {
        report.issue(path, `\`${formatCidr(block)}\` of \`${row.SubnetId}\` is in no block of \`${vpc.id}\``);
      }
    }
    if (!routeTable || !networkAcl) {
      report.leaveOut(row.SubnetId);
      continue;
    }
    const name = nameOf(row.Tags);
    const sublocation = sublocationOf(
      row.AvailabilityZone ?? '',
      row.AvailabilityZoneId ?? '',
      row.OutpostArn,
    );
    subnets.set(row.SubnetId, {
      id: row.SubnetId,
      ...(name !== undefined && { name }),
      vpc,
      cidrs,
      availabilityZone: row.AvailabilityZone ?? '',
      availabilityZoneId: row.AvailabilityZoneId ?? '',
      ...(sublocation && { sublocation }),
      routeTable,
      networkAcl,
    });
  }
  checkOverlaps(subnets, report);
  return subnets;
}

type Associated = {
  readonly Associations?: readonly { readonly SubnetId?: string | undefined }[] | undefined;
};

/** Subnet id -> the one thing associated with it. */
function associations<T extends Associated>(
  rows: readonly T[] | undefined,
  key: string,
  idOf: (row: T) => string,
  report: Report,
): ReadonlyMap<string, string> {
  const bySubnet = new Map<string, string>();
  for (const [index, row] of (rows ?? []).entries()) {
    for (const [i, { SubnetId }] of (row.Associations ?? []).entries()) {
      if (SubnetId === undefined) continue;
      const other = bySubnet.get(SubnetId);
      if (other !== undefined)
        report.issue(
          [key, index, 'Associations', i],
          `\`${SubnetId}\` is associated with \`${other}\` and with \`${idOf(row)}\``,
        );
      bySubnet.set(SubnetId, idOf(row));
    }
  }
  return bySubnet;
}

/** VPC id -> its one main table or default ACL. */
function only<T extends { readonly id: string; readonly vpcId: string }>(
  items: ReadonlyMap<string, T>,
  is: (item: T) => boolean,
  what: string,
  report: Report,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const item of items.values()) {
    if (!is(item)) continue;
    const other = found.get(item.vpcId);
    if (other) report.issue([], `\`${item.vpcId}\` has two ${what}, \`${other.id}\` and \`${item.id}\``);
    found.set(item.vpcId, item);
  }
  return found;
}

/** Sorted by where they begin, two blocks of one VPC overlap only if neighbours do: no pair is compared twice. */
function checkOverlaps(subnets: ReadonlyMap<string, Subnet>, report: Report): void {
  const blocks = [...subnets.values()].flatMap((subnet) => subnet.cidrs.map((block) => ({ subnet, block })));
  const byVpc = groupBy(blocks, ({ subnet, block }) => `${subnet.vpc.id} ${typeof block.base}`);
  for (const group of byVpc.values()) {
    const sorted = [...group].sort((a, b) => compareCidrs(a.block, b.block));
    for (const [i, { subnet, block }] of sorted.entries()) {
      const next = sorted[i + 1];
      if (next && overlaps(block, next.block)) {
        report.issue(
          ['Subnets'],
          `\`${formatCidr(block)}\` of \`${subnet.id}\` and \`${formatCidr(next.block)}\` of \`${next.subnet.id}\` overlap`,
        );
      }
    }
  }
}
