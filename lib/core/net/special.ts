/** Address ranges that the Internet treats apart: who may be reached across it, and who may not. */
import type { Address } from './address';
import { type Cidr, constantCidr, contains } from './cidr';

/** RFC 1918, https://www.rfc-editor.org/rfc/rfc1918 */
export const RFC1918: readonly Cidr[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(constantCidr);
/** Shared address space, RFC 6598, https://www.rfc-editor.org/rfc/rfc6598 */
export const RFC6598: Cidr = constantCidr('100.64.0.0/10');
/** RFC 3927 and RFC 4291 2.5.6. */
export const LINK_LOCAL: readonly Cidr[] = ['169.254.0.0/16', 'fe80::/10'].map(constantCidr);
/** RFC 1122 3.2.1.3 and RFC 4291 2.5.3: what never leaves its host. */
export const LOOPBACK: readonly Cidr[] = ['127.0.0.0/8', '::1/128'].map(constantCidr);
/** Unique local IPv6 addresses, RFC 4193. */
const UNIQUE_LOCAL: Cidr = constantCidr('fc00::/7');

export const isRfc1918 = (address: Address): boolean => RFC1918.some((range) => contains(range, address));
export const isRfc6598 = (address: Address): boolean => contains(RFC6598, address);
export const isLoopback = (address: Address): boolean => LOOPBACK.some((range) => contains(range, address));
export const isLinkLocal = (address: Address): boolean =>
  LINK_LOCAL.some((range) => contains(range, address));

/** Whether routers of the Internet carry packets to this address at all. */
export function isPublic(address: Address): boolean {
  return (
    !isRfc1918(address) && !isRfc6598(address) && !isLinkLocal(address) && !contains(UNIQUE_LOCAL, address)
  );
}
