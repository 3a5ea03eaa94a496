/**
 * `pkt-src-aws-service` and `pkt-dst-aws-service`: the name under which AWS publishes an address range.
 * https://docs.aws.amazon.com/vpc/latest/userguide/aws-ip-ranges.html
 */
import type { Address } from '../net/address';
import { contains } from '../net/cidr';
import { isPublic } from '../net/special';
import type { Network } from '../vpc/network';

/** Of ranges that overlap one is printed: the narrowest, since AWS's catch-all AMAZON holds the others. */
export function awsServiceOf({ ipRanges }: Network, address: Address): string | null {
  if (ipRanges.length === 0 || !isPublic(address)) return null;
  let best: Network['ipRanges'][number] | undefined;
  for (const range of ipRanges) {
    if (!contains(range.cidr, address)) continue;
    const narrower = !best || range.cidr.length > best.cidr.length;
    if (narrower || (best?.service === 'AMAZON' && range.cidr.length === best.cidr.length)) best = range;
  }
  return best?.service ?? null;
}
