/** CIDR blocks as callers write them: EC2 clears host bits, and refuses what is no block. */
import { invariant } from '../../assert';
import { type Cidr, canonicalCidr, formatCidr, sameCidr } from '../../net/cidr';
import { type Refusal, refuse } from './outcome';

export interface Block {
  /** As `describe-*` prints it. */
  readonly text: string;
  readonly cidr: Cidr;
}

/** `family`: where a parameter takes blocks of one family only. */
export function readBlock(text: string, parameter: string, family?: 'IPv4' | 'IPv6'): Block | Refusal {
  const cidr = canonicalCidr(text);
  if (!cidr || (family !== undefined && text.includes(':') !== (family === 'IPv6'))) {
    return refuse(
      'InvalidParameterValue',
      `Value (${text}) for parameter ${parameter} is invalid. This is not a valid CIDR block.`,
    );
  }
  return { text: formatCidr(cidr), cidr };
}

/** A block that a document already carries; documents may spell IPv6 in more than one way. */
export function documentBlock(text: string): Cidr {
  const cidr = canonicalCidr(text);
  invariant(cidr, `\`${text}\` is a CIDR block`);
  return cidr;
}

export function isBlock(text: string | undefined, cidr: Cidr): boolean {
  return text !== undefined && sameCidr(documentBlock(text), cidr);
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
export function readVpcBlock(text: string): Block | Refusal {
  const block = readBlock(text, 'cidrBlock', 'IPv4');
  if ('error' in block) return block;
  if (block.cidr.length >= 16 && block.cidr.length <= 28) return block;
  return refuse('InvalidVpc.Range', `The CIDR '${block.text}' is invalid.`);
}
