/**
 * VPC Block Public Access: a switch over every internet gateway of the account in a Region, with exclusions.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
import type { BlockPublicAccess } from '../vpc/block-public-access';
import type { Direction } from '../vpc/match';
import type { Subnet } from '../vpc/subnet';
import type { Vpc } from '../vpc/vpc';
import type { Rule } from './rule';

const BASICS = 'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html';

export const BPA_BIDIRECTIONAL: Rule = {
  id: 'bpa.bidirectional',
  says: 'Block Public Access in bidirectional mode stops all traffic through internet gateways, both ways.',
  standing: 'documented',
  source: BASICS,
};

export const BPA_INGRESS: Rule = {
  id: 'bpa.ingress',
  says: 'Block Public Access in ingress mode leaves only the traffic of NAT gateways and egress-only internet gateways.',
  standing: 'documented',
  source: BASICS,
};

export const BPA_EGRESS_EXCLUSION: Rule = {
  id: 'bpa.egress-exclusion',
  says: 'An exclusion for egress does not let an interface send through the internet gateway directly; it helps what leaves by a NAT gateway or an egress-only gateway.',
  standing: 'inferred',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-example.html',
};

export const BPA_EGRESS_RECORD: Rule = {
  id: 'bpa.egress-record',
  says: 'What Block Public Access stops on the way out is written as REJECT at the interface it left, as what it stops on the way in is.',
  standing: 'inferred',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-assess-impact-main.html',
};

export interface PublicTraffic {
  readonly direction: Direction;
  readonly vpc: Vpc;
  /**
   * The subnet whose traffic it is: that of a NAT gateway or an appliance, not of its clients. A regional NAT gateway has
   * none, and only an exclusion of the whole VPC can speak for it.
   */
  readonly subnet: Subnet | undefined;
  /** It belongs to a connection that a NAT gateway or an egress-only gateway opened outwards. */
  readonly isEgressOnly: boolean;
}

/** What stops the traffic at the internet gateway; `undefined` when nothing does. */
export function blockPublicAccessRefusal(
  { mode, exclusions }: BlockPublicAccess,
  { vpc, subnet, isEgressOnly, direction }: PublicTraffic,
): Rule | undefined {
  if (mode === 'off') return undefined;
  const exclusion = exclusions.get(subnet?.id ?? '') ?? exclusions.get(vpc.id);
  if (exclusion === 'allow-bidirectional') return undefined;
  if (mode === 'block-ingress') return isEgressOnly ? undefined : BPA_INGRESS;
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcBlockPublicAccessExclusion.html: only in bidirectional mode.
  if (exclusion !== 'allow-egress') return BPA_BIDIRECTIONAL;
  if (isEgressOnly) return undefined;
  return direction === 'egress' ? BPA_EGRESS_EXCLUSION : BPA_BIDIRECTIONAL;
}
