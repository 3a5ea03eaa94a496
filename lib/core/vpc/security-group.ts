/** Security groups: two unordered lists of allow rules. */
import type { Cidr } from '../net/cidr';
import type { IcmpMatch, PortMatch, ProtocolMatch } from './match';

export interface SecurityGroup {
  readonly id: string;
  readonly name: string;
  readonly vpcId: string;
  readonly ingress: readonly SecurityGroupRule[];
  readonly egress: readonly SecurityGroupRule[];
}

export interface SecurityGroupRule {
  /** `sgr-…` where the document carries it. */
  readonly id?: string;
  readonly protocol: ProtocolMatch;
  readonly ports: PortMatch;
  readonly icmp: IcmpMatch;
  readonly peer: SecurityGroupPeer;
}

/** The far end that a rule names. A referenced group may be out of sight (deleted, or another account's): it matches nobody. */
export type SecurityGroupPeer =
  | { readonly kind: 'cidr'; readonly cidr: Cidr }
  | { readonly kind: 'security-group'; readonly id: string }
  | { readonly kind: 'not-modelled'; readonly id: string };
