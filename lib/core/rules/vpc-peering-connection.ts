/**
 * VPC peering: one hop between two VPCs, never a way through.
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
 */
import { contains } from '../net/cidr';
import type { Packet } from '../net/packet';
import type { Vpc } from '../vpc/vpc';
import type { PeeredVpc, VpcPeeringConnection } from '../vpc/vpc-peering-connection';
import type { Rule } from './rule';

const PAGE = 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html';

export const PCX_CARRIES: Rule = {
  id: 'pcx.carries',
  says: 'An active peering connection carries packets between the blocks of its two VPCs.',
  standing: 'documented',
  source: PAGE,
};

export const PCX_NOT_ACTIVE: Rule = {
  id: 'pcx.not-active',
  says: 'A peering connection carries nothing before the accepter has accepted it, or after it was deleted.',
  standing: 'documented',
  source: PAGE,
};

export const PCX_NOT_TRANSITIVE: Rule = {
  id: 'pcx.not-transitive',
  says: 'A peering connection carries a packet only from one of its two VPCs to the other, never through to a third or to a gateway.',
  standing: 'documented',
  source: PAGE,
};

export type PeeringDecision =
  | {
      readonly allowed: true;
      readonly far: Vpc | undefined;
      /** Through the far VPC to somebody beyond it: no judge of AWS's says so. */
      readonly onwards?: boolean;
      readonly rule: Rule;
    }
  | { readonly allowed: false; readonly rule: Rule };

/** From the VPC `near` into the other side; `far` is undefined where the document does not show that VPC. */
export function crossPeering(pcx: VpcPeeringConnection, near: Vpc, packet: Packet): PeeringDecision {
  if (pcx.status !== 'active') return { allowed: false, rule: PCX_NOT_ACTIVE };
  const far = otherSide(pcx, near);
  const fromNear = near.cidrs.some((cidr) => contains(cidr, packet.source));
  const toFar = !far?.vpc || far.vpc.cidrs.some((cidr) => contains(cidr, packet.destination));
  if (!far || !fromNear || !toFar) return { allowed: false, rule: PCX_NOT_TRANSITIVE };
  return { allowed: true, far: far.vpc, rule: PCX_CARRIES };
}

export function otherSide({ requester, accepter }: VpcPeeringConnection, near: Vpc): PeeredVpc | undefined {
  if (requester.vpcId === near.id) return accepter;
  return accepter.vpcId === near.id ? requester : undefined;
}
