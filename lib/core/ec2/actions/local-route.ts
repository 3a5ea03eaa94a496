/** The local routes that every route table of a VPC begins with. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
import type { RouteRow } from '../schema/route-table';
import type { VpcRow } from '../schema/vpc';

/** Every block of a VPC that is associated, the primary first, IPv6 last. */
export function blocksOf(vpc: VpcRow): readonly string[] {
  const ipv4 = (vpc.CidrBlockAssociationSet ?? [])
    .filter(({ CidrBlockState }) => isThere(CidrBlockState))
    .map(({ CidrBlock }) => CidrBlock);
  const ipv6 = (vpc.Ipv6CidrBlockAssociationSet ?? [])
    .filter(({ Ipv6CidrBlockState }) => isThere(Ipv6CidrBlockState))
    .map(({ Ipv6CidrBlock }) => Ipv6CidrBlock);
  return [...new Set([vpc.CidrBlock, ...ipv4, ...ipv6])];
}

export function isThere(state: { readonly State: string } | undefined): boolean {
  return state === undefined || state.State === 'associated';
}

export function localRoute(block: string): RouteRow {
  return {
    [block.includes(':') ? 'DestinationIpv6CidrBlock' : 'DestinationCidrBlock']: block,
    GatewayId: 'local',
    Origin: 'CreateRouteTable',
    State: 'active',
  };
}
