/** CIDR blocks as callers write them: EC2 clears host bits, and refuses what is no block. */
import { canonicalCidr, formatCidr } from '../../net/cidr';
import type { ApiError } from './outcome';

export function canonicalBlock(
  text: string,
  parameter: string,
): { readonly block: string } | { readonly error: ApiError } {
  const block = canonicalCidr(text);
  if (!block) {
    return {
      error: {
        Code: 'InvalidParameterValue',
        Message: `Value (${text}) for parameter ${parameter} is invalid. This is not a valid CIDR block.`,
      },
    };
  }
  return { block: formatCidr(block) };
}
