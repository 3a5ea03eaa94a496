/** AWS's laws, doubted: whatever a list of theirs decides, the naive implementation decides once more from the document's rows. */
import { expect } from 'vitest';
import { invariant } from '@/lib/core/assert';
import type { RouteRow } from '@/lib/core/ec2/schema/route-table';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import type { TransitGatewayRouteRow } from '@/lib/core/ec2/schema/transit-gateway';
import { formatCidr } from '@/lib/core/net/cidr';
import type { GroupMembers } from '@/lib/core/rules/group-members';
import { isDefaultEntry } from '@/lib/core/rules/network-acl';
import { AWS_PACKET_LAWS, type PacketLaws } from '@/lib/core/rules/packet-laws';
import type { Route } from '@/lib/core/vpc/route-table';
import type { TransitGatewayRoute } from '@/lib/core/vpc/transit-gateway';
import { naiveAddress } from './block';
import { naiveGroupMembers } from './group-members';
import { naiveNetworkAcl } from './network-acl';
import { naivePacket } from './packet';
import { naiveRouteTable } from './route-table';
import { naiveSecurityGroups } from './security-group';
import { isNaiveBlackhole, naiveTransitGatewayRouteTable } from './transit-gateway';

/** `saw`: told of every judgement on which both agreed, in a few words. */
export function doubtingLaws(snapshot: Snapshot, saw: (judgement: string) => void): PacketLaws {
  const rowOf = finder(snapshot);
  let everybody: GroupMembers | undefined;
  return {
    ...AWS_PACKET_LAWS,
    groupMembers(network) {
      everybody = AWS_PACKET_LAWS.groupMembers(network);
      return everybody;
    },
    networkAcl(acl, direction, packet) {
      const ours = AWS_PACKET_LAWS.networkAcl(acl, direction, packet);
      const row = rowOf('NetworkAcls', ({ NetworkAclId }) => NetworkAclId === acl.id);
      const naive = naiveNetworkAcl(row, direction === 'egress', naivePacket(packet));
      const number = isDefaultEntry(ours.decidedBy) ? undefined : ours.decidedBy.ruleNumber;
      expect([acl.id, direction, ours.allowed, number]).toEqual([
        acl.id,
        direction,
        naive?.RuleAction === 'allow',
        naive?.RuleNumber,
      ]);
      saw(`network ACL: ${naive?.RuleAction ?? 'no entry'}`);
      return ours;
    },
    securityGroups(groups, direction, packet, members) {
      const ours = AWS_PACKET_LAWS.securityGroups(groups, direction, packet, members);
      const rows = groups.map(({ id }) => rowOf('SecurityGroups', ({ GroupId }) => GroupId === id));
      const egress = direction === 'egress';
      const naive = naiveSecurityGroups(snapshot, rows, egress, naivePacket(packet), (id, from) =>
        // On some ways the sender's groups are lost; the walk then says that nobody is meant.
        members === everybody ? naiveGroupMembers(snapshot, id, from, egress) : [],
      );
      expect(ours.group?.id).toBe(naive?.GroupId);
      saw(`security group: ${ours.allowed ? ours.decidedBy.peer.kind : 'no rule'}`);
      return ours;
    },
    routeTable(table, destination) {
      const ours = AWS_PACKET_LAWS.routeTable(table, destination);
      const row = rowOf('RouteTables', ({ RouteTableId }) => RouteTableId === table.id);
      const naive = naiveRouteTable(snapshot, row, naiveAddress(destination));
      if (ours.outcome === 'no-route') expect(naive).toEqual([]);
      else expect(naive.map(routeText)).toContain(routeText(rowFor(ours.route)));
      saw(`route table: ${ours.outcome}`);
      if (naive.length > 0)
        saw(`route table: ${naive[0]?.DestinationPrefixListId ? 'prefix list' : naive[0]?.Origin}`);
      return ours;
    },
    transitGatewayRouteTable(table, destination) {
      const ours = AWS_PACKET_LAWS.transitGatewayRouteTable(table, destination);
      const row = rowOf(
        'TransitGatewayRouteTables',
        ({ TransitGatewayRouteTableId }) => TransitGatewayRouteTableId === table.id,
      );
      const naive = naiveTransitGatewayRouteTable(snapshot, row, naiveAddress(destination));
      if (ours.outcome === 'no-route') expect(naive).toEqual([]);
      else expect(naive.map(transitText)).toContain(transitRouteText(ours.route));
      saw(`transit gateway route table: ${ours.outcome}`);
      if (naive[0])
        saw(`transit gateway route table: ${naive[0].PrefixListId ? 'prefix list' : naive[0].Type}`);
      return ours;
    },
  };
}

type Rows<K extends keyof Snapshot> = NonNullable<Snapshot[K]> extends readonly (infer R)[] ? R : never;

function finder(snapshot: Snapshot) {
  return <K extends keyof Snapshot & string>(key: K, is: (row: Rows<K>) => boolean): Rows<K> => {
    const row = ((snapshot[key] ?? []) as readonly Rows<K>[]).find(is);
    invariant(row, 'what judges stands in the document');
    return row;
  };
}

/** The part of a row that says where it leads. */
function rowFor({ destination, prefixListId, target, state }: Route): RouteRow {
  return {
    ...(prefixListId === undefined
      ? { DestinationCidrBlock: formatCidr(destination) }
      : { DestinationPrefixListId: prefixListId }),
    GatewayId: target.kind === 'local' ? 'local' : target.id,
    State: state,
  };
}

function routeText(row: RouteRow): string {
  const { DestinationPrefixListId, DestinationCidrBlock, DestinationIpv6CidrBlock, State } = row;
  const targets = [
    row.GatewayId,
    row.NatGatewayId,
    row.NetworkInterfaceId,
    row.VpcPeeringConnectionId,
    row.TransitGatewayId,
    row.EgressOnlyInternetGatewayId,
  ];
  return [
    DestinationPrefixListId ?? DestinationCidrBlock ?? DestinationIpv6CidrBlock,
    targets.find((id) => id !== undefined),
    State,
  ].join(' ');
}

function transitText(row: TransitGatewayRouteRow): string {
  const ids = (row.TransitGatewayAttachments ?? []).map((one) => one.TransitGatewayAttachmentId);
  return [row.PrefixListId ?? row.DestinationCidrBlock, row.Type, isNaiveBlackhole(row), ...ids].join(' ');
}

function transitRouteText(route: TransitGatewayRoute): string {
  const { prefixListId, destination, type, isBlackhole, attachmentIds } = route;
  return [prefixListId ?? formatCidr(destination), type, isBlackhole, ...attachmentIds].join(' ');
}
