/** What the boxes of a drawing take from the question besides the network itself. */
import type { DrawingDifference } from '@/lib/core/quiz/view';
import type { Network } from '@/lib/core/vpc/network';
import type { Role } from './drawing';

export interface Marks {
  readonly network: Network;
  roleOf(id: string): Role;
  differenceOf(id: string): DrawingDifference | undefined;
  /** The VPC of a gateway; a detached one is drawn where it belongs, if that is plain. */
  homeOf(id: string, vpcId: string | undefined): readonly string[];
}

/** `com.amazonaws.eu-central-1.s3` -> `s3` */
export function serviceOf(serviceName: string): string {
  return serviceName.split('.').at(-1) ?? serviceName;
}
