/**
 * IPv4 addresses as unsigned 32-bit numbers, so that a prefix test is one XOR and one shift.
 * Text is read strictly, as the EC2 API reads it: four decimal octets and no leading zeros (RFC 6943, 3.1.1).
 */

declare const ipv4: unique symbol;
export type Ipv4 = number & { readonly [ipv4]: true };

const OCTET = /^(?:0|[1-9]\d{0,2})$/;

/** `10.0.0.4` -> 0x0a000004; `undefined` for missing octets, leading zeros and numbers over 255. */
export function parseIpv4(text: string): Ipv4 | undefined {
  const octets = text.split('.');
  if (octets.length !== 4) return undefined;
  let value = 0;
  for (const octet of octets) {
    if (!OCTET.test(octet)) return undefined;
    const number = Number(octet);
    if (number > 255) return undefined;
    value = value * 256 + number;
  }
  return value as Ipv4;
}

export function formatIpv4(address: Ipv4): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}
