/** A VPC as known to hold together: its blocks, and what is attached to it as a whole. */
import type { SubnetRow, VpcRow } from '../ec2/schema/vpc';
import type { Cidr } from '../net/cidr';
import { compareCidrs, overlaps } from '../net/cidr';
import { cidr, nameOf, type Report } from './report';

export interface Vpc {
  readonly id: string;
  readonly name?: string;
  /** Every associated block of both families, the primary IPv4 block first. */
  readonly cidrs: readonly Cidr[];
  readonly region: string;
  readonly ownerId: string;
  /** The internet gateway whose attachment is available; a VPC has at most one. */
  readonly internetGatewayId?: string;
}

/** 50 of each family, as far as a quota can be raised. https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const MOST_BLOCKS = 100;

/** `internetGatewayId`: of the gateway attached to it, if there is one. */
export function parseVpc(
  row: VpcRow,
  index: number,
  region: string,
  ownerId: string,
  internetGatewayId: string | undefined,
  report: Report,
): Vpc {
  const cidrs = blocksOf(row).map(cidr);
  const inOrder = [...cidrs].sort(compareCidrs);
  if (inOrder.some((block, i) => i > 0 && overlaps(inOrder[i - 1] ?? block, block)))
    report.issue(['Vpcs', index], `two blocks of \`${row.VpcId}\` overlap`);
  if (cidrs.length > MOST_BLOCKS)
    report.issue(
      ['Vpcs', index],
      `\`${row.VpcId}\` has ${cidrs.length} blocks; AWS allows at most ${MOST_BLOCKS}`,
    );
  const name = nameOf(row.Tags);
  return {
    id: row.VpcId,
    ...(name !== undefined && { name }),
    cidrs: cidrs.slice(0, MOST_BLOCKS),
    region: row.Region ?? region,
    ownerId: row.OwnerId ?? ownerId,
    ...(internetGatewayId !== undefined && { internetGatewayId }),
  };
}

/** Every associated block, the primary first; blocks that are being removed count no more. */
function blocksOf(row: VpcRow): readonly string[] {
  const isThere = (state: { readonly State: string } | undefined): boolean =>
    !state || state.State === 'associated';
  const ipv4 = (row.CidrBlockAssociationSet ?? [])
    .filter(({ CidrBlockState }) => isThere(CidrBlockState))
    .map(({ CidrBlock }) => CidrBlock);
  return [...new Set([row.CidrBlock, ...ipv4, ...ipv6BlocksOf(row)])];
}

export function ipv6BlocksOf({
  Ipv6CidrBlockAssociationSet,
}: Pick<SubnetRow, 'Ipv6CidrBlockAssociationSet'>): readonly string[] {
  return (Ipv6CidrBlockAssociationSet ?? [])
    .filter(({ Ipv6CidrBlockState: state }) => !state || state.State === 'associated')
    .map(({ Ipv6CidrBlock }) => Ipv6CidrBlock);
}
