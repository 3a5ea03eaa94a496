/** Who is meant by a reference to a security group, once more: every member's addresses, where the two VPCs are joined. */
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { addressOf, type NaiveAddress } from './block';

/** https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html#security-group-referencing */
export function naiveGroupMembers(
  snapshot: Snapshot,
  referenced: string,
  fromVpcId: string,
  egress: boolean,
): readonly NaiveAddress[] {
  const vpcId = snapshot.SecurityGroups?.find(({ GroupId }) => GroupId === referenced)?.VpcId;
  const isInSight =
    vpcId === fromVpcId ||
    arePeered(snapshot, [vpcId, fromVpcId]) ||
    (!egress && meetAtTransitGateway(snapshot, [vpcId, fromVpcId]));
  if (vpcId === undefined || !isInSight) return [];
  return (snapshot.NetworkInterfaces ?? [])
    .filter(({ Groups }) => Groups?.some(({ GroupId }) => GroupId === referenced))
    .flatMap(({ PrivateIpAddress, PrivateIpAddresses = [], Ipv6Addresses = [] }) => [
      ...(PrivateIpAddress === undefined ? [] : [PrivateIpAddress]),
      ...PrivateIpAddresses.map((row) => row.PrivateIpAddress),
      ...Ipv6Addresses.map(({ Ipv6Address }) => Ipv6Address),
    ])
    .map(addressOf);
}

type Pair = readonly [string | undefined, string];

/** Within one Region. */
function arePeered({ VpcPeeringConnections = [], Vpcs = [] }: Snapshot, pair: Pair): boolean {
  const regionOf = (id: string): string | undefined => Vpcs.find(({ VpcId }) => VpcId === id)?.Region;
  return VpcPeeringConnections.some(({ RequesterVpcInfo: one, AccepterVpcInfo: other, Status }) => {
    const sides = [one.VpcId, other.VpcId];
    const regions = [one, other].map(({ VpcId, Region }) => regionOf(VpcId) ?? Region ?? '');
    return (
      (Status?.Code ?? 'active') === 'active' &&
      regions[0] === regions[1] &&
      pair.every((id) => id !== undefined && sides.includes(id))
    );
  });
}

/** Both attached to a gateway on which, as on both attachments, the switch is on. */
function meetAtTransitGateway(snapshot: Snapshot, pair: Pair): boolean {
  const { TransitGateways = [], TransitGatewayVpcAttachments = [] } = snapshot;
  return TransitGateways.some(({ TransitGatewayId, Options }) => {
    const attached = TransitGatewayVpcAttachments.filter(
      (row) =>
        row.TransitGatewayId === TransitGatewayId &&
        (row.State ?? 'available') === 'available' &&
        row.Options?.SecurityGroupReferencingSupport !== 'disable',
    ).map(({ VpcId }) => VpcId);
    return (
      Options?.SecurityGroupReferencingSupport === 'enable' &&
      pair.every((id) => id !== undefined && attached.includes(id))
    );
  });
}
