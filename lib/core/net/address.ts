/** An address of either family; `typeof` tells which, `===` compares, and both serve as Map keys. */
import { formatIpv4, type Ipv4, parseIpv4 } from './ipv4';
import { formatIpv6, type Ipv6, parseIpv6 } from './ipv6';

export type Address = Ipv4 | Ipv6;

export function isIpv4(address: Address): address is Ipv4 {
  return typeof address === 'number';
}

export function parseAddress(text: string): Address | undefined {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

export function formatAddress(address: Address): string {
  return isIpv4(address) ? formatIpv4(address) : formatIpv6(address);
}
