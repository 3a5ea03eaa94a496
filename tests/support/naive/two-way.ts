/**
 * A connection between two interfaces, there and back, judged naively: filters at both ends, a route each way, and what
 * stands at a transit gateway between two VPCs. Everything is looked for in the document's own rows when it is asked for.
 * Nothing else is known here: no public address, no NAT, no host.
 */
import { invariant } from '@/lib/core/assert';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { addressOf, type NaiveAddress } from './block';
import { naiveGroupMembers } from './group-members';
import { naiveNetworkAcl } from './network-acl';
import type { NaivePacket } from './packet';
import { naiveRouteTable } from './route-table';
import { naiveSecurityGroups } from './security-group';
import { isNaiveBlackhole, naiveTransitGatewayRouteTable } from './transit-gateway';

interface Question {
  readonly from: string;
  readonly to: string;
  readonly protocol: number;
  readonly port: number;
}

type InterfaceRow = NonNullable<Snapshot['NetworkInterfaces']>[number];
type SubnetRow = NonNullable<Snapshot['Subnets']>[number];

const EPHEMERAL = 50_000;

/** Whether the first packet arrives and its answer comes back. */
export function naiveTwoWay(snapshot: Snapshot, { from, to, protocol, port }: Question): boolean {
  const { NetworkInterfaces = [] } = snapshot;
  const client = NetworkInterfaces.find(({ NetworkInterfaceId }) => NetworkInterfaceId === from);
  const server = NetworkInterfaces.find(({ NetworkInterfaceId }) => NetworkInterfaceId === to);
  invariant(client && server, 'both ends are interfaces');
  const source = addressOf(client.PrivateIpAddress ?? '');
  const destination = addressOf(server.PrivateIpAddress ?? '');
  const there = { protocol, source, destination, destinationPort: port };
  const back = { protocol, source: destination, destination: source, destinationPort: EPHEMERAL };
  const near = subnetOf(snapshot, client);
  const far = subnetOf(snapshot, server);
  return (
    passesGroups(snapshot, client, true, there) &&
    passes(snapshot, near, far, there) &&
    passesGroups(snapshot, server, false, there) &&
    // The groups at both ends remember the connection.
    passes(snapshot, far, near, back)
  );
}

/** From one subnet to another: network ACLs, routes, and a transit gateway where the route names one. */
function passes(snapshot: Snapshot, from: SubnetRow, to: SubnetRow, packet: NaivePacket): boolean {
  if (from === to) return true;
  if (!passesAcl(snapshot, from, true, packet)) return false;
  const [route] = naiveRouteTable(snapshot, routeTableOf(snapshot, from), packet.destination);
  if (route?.State !== 'active') return false;
  if (route.GatewayId === 'local') return passesAcl(snapshot, to, false, packet);
  const near = doorOf(snapshot, route.TransitGatewayId, from.VpcId, from.AvailabilityZoneId);
  const far = doorOf(snapshot, route.TransitGatewayId, to.VpcId, from.AvailabilityZoneId);
  if (!near || !far || !passesAcl(snapshot, near.subnet, false, packet)) return false;
  const table = snapshot.TransitGatewayRouteTables?.find(({ Associations }) =>
    Associations?.some((one) => one.TransitGatewayAttachmentId === near.attachmentId),
  );
  const [next] = table ? naiveTransitGatewayRouteTable(snapshot, table, packet.destination) : [];
  if (!next || isNaiveBlackhole(next)) return false;
  const leadsThere = next.TransitGatewayAttachments?.[0]?.TransitGatewayAttachmentId === far.attachmentId;
  return leadsThere && passes(snapshot, far.subnet, to, packet);
}

function passesAcl(
  { NetworkAcls = [] }: Snapshot,
  { SubnetId, VpcId }: SubnetRow,
  egress: boolean,
  packet: NaivePacket,
): boolean {
  const acl =
    NetworkAcls.find(({ Associations }) => Associations?.some((one) => one.SubnetId === SubnetId)) ??
    NetworkAcls.find((row) => row.VpcId === VpcId && row.IsDefault);
  invariant(acl, 'a subnet has a network ACL');
  return naiveNetworkAcl(acl, egress, packet)?.RuleAction === 'allow';
}

function passesGroups(
  snapshot: Snapshot,
  { Groups = [] }: InterfaceRow,
  egress: boolean,
  packet: NaivePacket,
): boolean {
  const groups = Groups.map(({ GroupId }) =>
    snapshot.SecurityGroups?.find((row) => row.GroupId === GroupId),
  ).filter((row) => row !== undefined);
  const members = (id: string, vpcId: string): readonly NaiveAddress[] =>
    naiveGroupMembers(snapshot, id, vpcId, egress);
  return naiveSecurityGroups(snapshot, groups, egress, packet, members) !== undefined;
}

function subnetOf({ Subnets = [] }: Snapshot, { SubnetId }: InterfaceRow): SubnetRow {
  const subnet = Subnets.find((row) => row.SubnetId === SubnetId);
  invariant(subnet, 'an interface lies in a subnet');
  return subnet;
}

function routeTableOf({ RouteTables = [] }: Snapshot, { SubnetId, VpcId }: SubnetRow) {
  const table =
    RouteTables.find(({ Associations }) => Associations?.some((one) => one.SubnetId === SubnetId)) ??
    RouteTables.find((row) => row.VpcId === VpcId && row.Associations?.some(({ Main }) => Main));
  invariant(table, 'a subnet has a route table');
  return table;
}

interface Door {
  readonly attachmentId: string;
  readonly subnet: SubnetRow;
}

/** By which attachment, and which of its subnets, a zone of a VPC reaches a transit gateway. */
function doorOf(
  { Subnets = [], TransitGatewayVpcAttachments = [] }: Snapshot,
  gatewayId: string | undefined,
  vpcId: string,
  zone: string | undefined,
): Door | undefined {
  const attachment = TransitGatewayVpcAttachments.find(
    (row) => row.TransitGatewayId === gatewayId && row.VpcId === vpcId,
  );
  const subnet = Subnets.find(
    ({ SubnetId, AvailabilityZoneId }) =>
      AvailabilityZoneId === zone && attachment?.SubnetIds?.includes(SubnetId),
  );
  return attachment && subnet && { attachmentId: attachment.TransitGatewayAttachmentId, subnet };
}
