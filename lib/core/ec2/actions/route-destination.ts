/**
 * What a route may be for. More specific than local: only a whole subnet.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
 */
import { invariant } from '../../assert';
import { type Cidr, canonicalCidr, containsCidr } from '../../net/cidr';
import type { RouteRow, RouteTableRow } from '../schema/route-table';
import type { Snapshot } from '../schema/snapshot';
import { documentBlock, isBlock, readBlock } from './block';
import { find, missing } from './find';
import { blocksOf, isThere } from './local-route';
import { type IdParameter, type Refusal, type Resolved, refuse } from './outcome';
import { rowsOf } from './rows';

export interface DestinationParameters {
  readonly DestinationCidrBlock?: string | undefined;
  readonly DestinationIpv6CidrBlock?: string | undefined;
  readonly DestinationPrefixListId?: IdParameter | undefined;
}

export interface Destination {
  readonly key: keyof DestinationParameters;
  readonly text: string;
  /** Missing for a prefix list. */
  readonly cidr?: Cidr;
  readonly isIpv6: boolean;
}

/** Kept for AWS's own services; such packets are never forwarded. */
const RESERVED: readonly Cidr[] = ['169.254.168.0/22', 'fd00:ec2::/32'].map((text) => {
  const block = canonicalCidr(text);
  invariant(block, 'a constant block');
  return block;
});

export function readDestination(
  snapshot: Snapshot,
  action: Resolved<DestinationParameters>,
): Destination | Refusal {
  const { DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId } = action;
  const given = [DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId].filter(
    (text) => text !== undefined,
  );
  if (given.length === 0)
    return refuse(
      'MissingParameter',
      'The request must contain the parameter destinationCidrBlock, destinationIpv6CidrBlock or destinationPrefixListId',
    );
  if (given.length > 1)
    return refuse('InvalidParameterCombination', 'A route has exactly one destination in a call');
  if (DestinationPrefixListId !== undefined) {
    const own = find(snapshot, 'ManagedPrefixLists', DestinationPrefixListId);
    if (!own && !find(snapshot, 'PrefixLists', DestinationPrefixListId))
      return missing('ManagedPrefixLists', DestinationPrefixListId);
    const isIpv6 = own?.AddressFamily === 'IPv6';
    return { key: 'DestinationPrefixListId', text: DestinationPrefixListId, isIpv6 };
  }
  const isIpv6 = DestinationIpv6CidrBlock !== undefined;
  const block = readBlock(
    DestinationCidrBlock ?? DestinationIpv6CidrBlock ?? '',
    isIpv6 ? 'destinationIpv6CidrBlock' : 'destinationCidrBlock',
    isIpv6 ? 'IPv6' : 'IPv4',
  );
  if ('error' in block) return block;
  return { key: isIpv6 ? 'DestinationIpv6CidrBlock' : 'DestinationCidrBlock', ...block, isIpv6 };
}

export function isFor(route: RouteRow, { key, text, cidr }: Destination): boolean {
  return cidr ? isBlock(route[key], cidr) : route.DestinationPrefixListId === text;
}

/** Ways into the VPC itself, which may stand in for the local route. */
const INWARD = ['NetworkInterfaceId', 'NatGatewayId', 'VpcEndpointId', 'Local'];
/** The same for traffic that comes in by a gateway. https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html */
const EDGE = ['NetworkInterfaceId', 'VpcEndpointId', 'Local'];

/** Whether this table may send this destination to a target of the given kind. */
export function checkDestination(
  snapshot: Snapshot,
  table: RouteTableRow,
  destination: Destination,
  kind: string,
): Refusal | undefined {
  const isEdge = (table.Associations ?? []).some(({ GatewayId }) => GatewayId !== undefined);
  if (isEdge && !EDGE.includes(kind))
    return refuse(
      'InvalidParameterValue',
      `Route table ${table.RouteTableId} is associated with a gateway; its routes can target only local, a network interface or a Gateway Load Balancer endpoint`,
    );
  const { cidr, text } = destination;
  if (!cidr)
    return isEdge
      ? refuse(
          'InvalidParameterValue',
          `Route table ${table.RouteTableId} is associated with a gateway; a prefix list cannot be a destination in it`,
        )
      : undefined;
  if (RESERVED.some((block) => containsCidr(block, cidr)))
    return refuse('InvalidParameterValue', `The destination CIDR block ${text} is reserved for AWS services`);
  const vpc = find(snapshot, 'Vpcs', table.VpcId);
  const own = vpc ? blocksOf(vpc).map(documentBlock) : [];
  const isInside = own.some((block) => containsCidr(block, cidr));
  if (!isInside)
    return isEdge || kind === 'Local'
      ? refuse('InvalidParameterValue', `The destination CIDR block ${text} lies outside of ${table.VpcId}`)
      : undefined;
  if (INWARD.includes(kind) && isWhole(snapshot, table.VpcId, own, cidr)) return undefined;
  return refuse(
    'InvalidParameterValue',
    `The destination CIDR block ${text} is equal to or more specific than one of this VPC's CIDR blocks. This route can target only an interface or an instance.`,
  );
}

/** A whole block of the VPC, whose local route it then is, or a whole block of one of its subnets. */
function isWhole(snapshot: Snapshot, vpcId: string, own: readonly Cidr[], cidr: Cidr): boolean {
  return (
    own.some((block) => block.length === cidr.length && containsCidr(block, cidr)) ||
    rowsOf(snapshot, 'Subnets').some(
      (subnet) =>
        subnet.VpcId === vpcId &&
        (isBlock(subnet.CidrBlock, cidr) ||
          subnet.Ipv6CidrBlockAssociationSet?.some(
            ({ Ipv6CidrBlock, Ipv6CidrBlockState }) =>
              isThere(Ipv6CidrBlockState) && isBlock(Ipv6CidrBlock, cidr),
          )),
    )
  );
}
