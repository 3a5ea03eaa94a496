/**
 * IPv4 addresses as unsigned 32-bit numbers, so that a prefix test is one XOR and one shift.
 * Text is read strictly, as the EC2 API reads it: four decimal octets and no leading zeros (RFC 6943, 3.1.1).
 */

declare const ipv4: unique symbol;
export type Ipv4 = number & { readonly [ipv4]: true };

/** `10.0.0.4` -> 0x0a000004; `undefined` for missing octets, leading zeros and numbers over 255. */
export function parseIpv4(text: string): Ipv4 | undefined {
  let value = 0;
  let octet = 0;
  let digits = 0;
  let dots = 0;
  // Character by character: names and ids are offered too, and most are turned away at the first one.
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT) {
      if (digits === 0 || ++dots > 3) return undefined;
      value = value * 256 + octet;
      octet = 0;
      digits = 0;
    } else {
      if (code < ZERO || code > NINE || (digits > 0 && octet === 0)) return undefined;
      octet = octet * 10 + code - ZERO;
      digits++;
      if (octet > 255) return undefined;
    }
  }
  return dots === 3 && digits > 0 ? ((value * 256 + octet) as Ipv4) : undefined;
}

const DOT = 46;
const ZERO = 48;
const NINE = 57;

export function formatIpv4(address: Ipv4): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}
