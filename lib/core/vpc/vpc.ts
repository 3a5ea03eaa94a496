/** A VPC as known to hold together: its blocks, and what is attached to it as a whole. */
import type { Cidr } from '../net/cidr';

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
