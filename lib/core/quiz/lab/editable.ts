/** What can be edited of a broken network: its tables, groups, lists and addresses row by row, each row with the call that takes it away. */

import type { Action } from '../../ec2/actions/action';
import { formatAwsCli } from '../../ec2/aws-cli';
import type { Snapshot } from '../../ec2/schema/snapshot';
import { filterText } from '../../explain/match-text';
import { peerText, targetText } from '../../explain/step';
import { formatCidr } from '../../net/cidr';
import type { Network } from '../../vpc/network';
import { shownEntries } from '../configuration-table';

export interface EditableRow {
  readonly cells: readonly string[];
  /** The AWS CLI line that removes it; undefined: AWS does not let one. */
  readonly remove: string | undefined;
}

export interface EditableList {
  readonly id: string;
  readonly name: string;
  readonly vpcId: string;
  /** For a security group and a network ACL; a route table has one list. */
  readonly direction: 'ingress' | 'egress' | undefined;
  readonly columns: readonly string[];
  readonly rows: readonly EditableRow[];
}

/** Something that a form chooses from. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface EditableSubnet extends Named {
  readonly routeTableId: string;
  readonly networkAclId: string;
  /** Of its own association; undefined: it follows the main table. */
  readonly routeTableAssociationId: string | undefined;
  readonly networkAclAssociationId: string | undefined;
}

export interface Editable {
  readonly routeTables: readonly EditableList[];
  readonly securityGroups: readonly EditableList[];
  readonly networkAcls: readonly EditableList[];
  readonly subnets: readonly EditableSubnet[];
  readonly targets: readonly Named[];
  readonly interfaces: readonly Named[];
  readonly vpcs: readonly Named[];
  /** Elastic IP addresses: the name is the address. */
  readonly addresses: readonly (Named & { readonly associationId: string | undefined })[];
}

const named = ({ id, name }: { readonly id: string; readonly name?: string | undefined }): Named => ({
  id,
  name: name ?? id,
});

export function editableOf(snapshot: Snapshot, network: Network): Editable {
  return {
    routeTables: [...network.routeTables.values()].map(({ id, name, vpcId, routes }) => ({
      id,
      name: name ?? id,
      vpcId,
      direction: undefined,
      columns: ['destination', 'target', 'state'],
      rows: routes.map(({ destination, target, state, origin, prefixListId }) => ({
        cells: [formatCidr(destination), targetText(target), state],
        remove:
          origin === 'CreateRoute' && !prefixListId ? removeRoute(id, formatCidr(destination)) : undefined,
      })),
    })),
    securityGroups: [...network.securityGroups.keys()].flatMap((id) => groupLists(snapshot, network, id)),
    networkAcls: [...network.networkAcls.values()].flatMap((acl) =>
      (['ingress', 'egress'] as const).map((direction) => ({
        id: acl.id,
        name: acl.name ?? acl.id,
        vpcId: acl.vpcId,
        direction,
        columns: ['rule', 'traffic', direction === 'ingress' ? 'source' : 'destination', 'action'],
        rows: shownEntries(acl[direction]).map((entry) => ({
          cells: [
            entry.ruleNumber > 32766 ? '*' : String(entry.ruleNumber),
            filterText(entry),
            formatCidr(entry.cidr),
            entry.ruleAction,
          ],
          remove: entry.ruleNumber > 32766 ? undefined : removeEntry(acl.id, direction, entry.ruleNumber),
        })),
      })),
    ),
    subnets: [...network.subnets.values()].map((subnet) => ({
      ...named(subnet),
      routeTableId: subnet.routeTable.id,
      networkAclId: subnet.networkAcl.id,
      routeTableAssociationId: snapshot.RouteTables?.flatMap(({ Associations = [] }) => Associations).find(
        ({ SubnetId }) => SubnetId === subnet.id,
      )?.RouteTableAssociationId,
      networkAclAssociationId: snapshot.NetworkAcls?.flatMap(({ Associations = [] }) => Associations).find(
        ({ SubnetId }) => SubnetId === subnet.id,
      )?.NetworkAclAssociationId,
    })),
    targets: targetsOf(network),
    interfaces: [...network.networkInterfaces.values()].map(named),
    vpcs: [...network.vpcs.values()].map(named),
    addresses: (snapshot.Addresses ?? []).flatMap(({ AllocationId, PublicIp, AssociationId }) =>
      AllocationId === undefined
        ? []
        : [{ id: AllocationId, name: PublicIp ?? AllocationId, associationId: AssociationId }],
    ),
  };
}

function targetsOf(network: Network): readonly Named[] {
  return [
    ...network.internetGateways.values(),
    ...network.egressOnlyInternetGateways.values(),
    ...network.natGateways.values(),
    ...network.vpcPeeringConnections.values(),
    ...network.transitGateways.values(),
    ...network.vpnGateways.values(),
    ...[...network.networkInterfaces.values()].filter(({ sourceDestCheck }) => !sourceDestCheck),
  ].map(named);
}

function groupLists(snapshot: Snapshot, network: Network, id: string): readonly EditableList[] {
  const group = network.securityGroups.get(id);
  const row = snapshot.SecurityGroups?.find(({ GroupId }) => GroupId === id);
  if (!group) return [];
  return (['ingress', 'egress'] as const).map((direction) => {
    const permissions = (direction === 'ingress' ? row?.IpPermissions : row?.IpPermissionsEgress) ?? [];
    return {
      id,
      name: group.name,
      vpcId: group.vpcId,
      direction,
      columns: ['traffic', direction === 'ingress' ? 'source' : 'destination'],
      rows: group[direction].map((rule, i) => ({
        cells: [filterText(rule), peerText(rule)],
        // Where every permission names one peer, rules and permissions stand in one order.
        remove:
          permissions.length === group[direction].length && permissions[i]
            ? formatAwsCli({
                Service: 'ec2',
                Action: direction === 'ingress' ? 'RevokeSecurityGroupIngress' : 'RevokeSecurityGroupEgress',
                GroupId: id,
                IpPermissions: [permissions[i]],
              } as Action)
            : undefined,
      })),
    };
  });
}

function removeRoute(RouteTableId: string, block: string): string {
  const key = block.includes(':') ? 'DestinationIpv6CidrBlock' : 'DestinationCidrBlock';
  return formatAwsCli({ Service: 'ec2', Action: 'DeleteRoute', RouteTableId, [key]: block } as Action);
}

function removeEntry(NetworkAclId: string, direction: 'ingress' | 'egress', RuleNumber: number): string {
  return formatAwsCli({
    Service: 'ec2',
    Action: 'DeleteNetworkAclEntry',
    NetworkAclId,
    RuleNumber,
    Egress: direction === 'egress',
  });
}
