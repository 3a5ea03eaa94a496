/** Network ACLs: two numbered lists, each closed by the `*` entry. */
import type { Cidr } from '../net/cidr';
import type { IcmpMatch, PortMatch, ProtocolMatch } from './match';

export interface NetworkAcl {
  readonly id: string;
  readonly name?: string;
  readonly vpcId: string;
  readonly isDefault: boolean;
  /** Sorted by rule number, ending in the `*` entries: 32767 for IPv4, 32768 for IPv6. */
  readonly ingress: readonly NetworkAclEntry[];
  readonly egress: readonly NetworkAclEntry[];
}

export interface NetworkAclEntry {
  /** 1-32766, and 32767 or 32768 for what the console shows as `*`. */
  readonly ruleNumber: number;
  readonly ruleAction: 'allow' | 'deny';
  readonly protocol: ProtocolMatch;
  /** The far end: the source of an ingress entry, the destination of an egress entry. */
  readonly cidr: Cidr;
  readonly ports: PortMatch;
  readonly icmp: IcmpMatch;
}
