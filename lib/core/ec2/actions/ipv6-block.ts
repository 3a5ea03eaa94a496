/** IPv6 blocks of VPCs: AWS's own, or a customer's from his pool. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html */
import { type Cidr, formatCidr, overlaps } from '../../net/cidr';
import type { Ipv6 } from '../../net/ipv6';
import type { Snapshot } from '../schema/snapshot';
import { documentBlock, readBlock } from './block';
import { blocksOf } from './local-route';
import { type Refusal, refuse } from './outcome';
import { rowsOf } from './rows';

export interface Ipv6Request {
  readonly AmazonProvidedIpv6CidrBlock?: boolean | undefined;
  /** With the pool that it comes from. */
  readonly Ipv6CidrBlock?: string | undefined;
  readonly Ipv6Pool?: string | undefined;
}

/** The block asked for, in canonical form; none where the call asks for none. */
export function readIpv6Request(
  snapshot: Snapshot,
  { AmazonProvidedIpv6CidrBlock, Ipv6CidrBlock, Ipv6Pool }: Ipv6Request,
): { readonly block?: string } | Refusal {
  if (AmazonProvidedIpv6CidrBlock && (Ipv6CidrBlock !== undefined || Ipv6Pool !== undefined))
    return refuse(
      'InvalidParameterCombination',
      'The parameters AmazonProvidedIpv6CidrBlock and Ipv6Pool cannot be used together',
    );
  const taken = rowsOf(snapshot, 'Vpcs').flatMap(blocksOf).map(documentBlock);
  if (AmazonProvidedIpv6CidrBlock) return { block: formatCidr(nextAmazonBlock(taken)) };
  if (Ipv6CidrBlock === undefined) return {};
  if (Ipv6Pool === undefined)
    return refuse('MissingParameter', 'The request must contain the parameter Ipv6Pool');
  const block = readBlock(Ipv6CidrBlock, 'ipv6CidrBlock', 'IPv6');
  if ('error' in block) return block;
  // From /44 to /60, in steps of /4.
  if (block.cidr.length < 44 || block.cidr.length > 60 || block.cidr.length % 4 !== 0)
    return refuse('InvalidVpc.Range', `The CIDR '${block.text}' is invalid.`);
  if (taken.some((other) => overlaps(other, block.cidr)))
    return refuse('InvalidVpc.Range', `The CIDR '${block.text}' conflicts with another VPC`);
  return { block: block.text };
}

/** A /56, counted in the documentation range 2001:db8::/32 (RFC 3849), so that nobody's real one shows up. */
function nextAmazonBlock(taken: readonly Cidr[]): Cidr {
  for (let n = 1n; ; n++) {
    const block: Cidr = { base: ((0x20010db8n << 96n) + (n << 72n)) as Ipv6, length: 56 };
    if (!taken.some((other) => overlaps(other, block))) return block;
  }
}
