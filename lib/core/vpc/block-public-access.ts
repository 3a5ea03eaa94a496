/**
 * VPC Block Public Access: one switch per account and Region over all internet gateways, and who is exempt from it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
import type { Snapshot } from '../ec2/schema/snapshot';
import type { Report } from './report';

export interface BlockPublicAccess {
  readonly mode: 'off' | 'block-bidirectional' | 'block-ingress';
  /** VPC or subnet id -> what its exclusion allows. */
  readonly exclusions: ReadonlyMap<string, 'allow-bidirectional' | 'allow-egress'>;
  /** VPC or subnet id -> the id of its exclusion. */
  readonly exclusionIds: ReadonlyMap<string, string>;
}

/** `arn:aws:ec2:eu-central-1:111122223333:subnet/subnet-…` */
const RESOURCE = /:(?:vpc|subnet)\/((?:vpc|subnet)-[0-9a-zA-Z-]+)$/;
/** States in which an exclusion holds. */
const IN_FORCE = ['create-complete', 'update-complete', 'update-in-progress', 'disable-in-progress'];

export function parseBlockPublicAccess(snapshot: Snapshot, report: Report): BlockPublicAccess {
  const [options] = snapshot.VpcBlockPublicAccessOptions ?? [];
  const exclusions = new Map<string, 'allow-bidirectional' | 'allow-egress'>();
  const exclusionIds = new Map<string, string>();
  for (const [index, row] of (snapshot.VpcBlockPublicAccessExclusions ?? []).entries()) {
    const id = RESOURCE.exec(row.ResourceArn)?.[1];
    if (id === undefined)
      report.issue(
        ['VpcBlockPublicAccessExclusions', index, 'ResourceArn'],
        `\`${row.ResourceArn}\` is not the ARN of a VPC or subnet`,
      );
    else if (row.State === undefined || IN_FORCE.includes(row.State)) {
      exclusions.set(id, row.InternetGatewayExclusionMode);
      exclusionIds.set(id, row.ExclusionId);
    }
  }
  return { mode: options?.InternetGatewayBlockMode ?? 'off', exclusions, exclusionIds };
}
