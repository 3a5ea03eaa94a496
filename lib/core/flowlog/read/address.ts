/**
 * Addresses checked in place: IPv4, IPv6, and the MAC addresses of Elastic Fabric Adapter traffic,
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-working-monitor.html
 * Of IP addresses the very texts pass that `net/address` reads; a law holds them to it.
 */
import { formatIpv4, type Ipv4 } from '../../net/ipv4';
import { parseIpv6 } from '../../net/ipv6';
import { type Codec, type Cursor, readDash, wordEnd } from './cursor';
import { asciiText, type Strings } from './strings';

const DOT = 46;
const ZERO = 48;
const COLON = 58;

/** How many IPv4 addresses keep their text: a power of two. */
const RECENT = 4096;

export function address(strings: Strings): Codec {
  const values = new Float64Array(RECENT).fill(-1);
  const texts = new Array<string>(RECENT).fill('');
  return (cursor) => {
    const { bytes, at: from } = cursor;
    let at = from;
    let value = 0;
    let octet = 0;
    let digits = 0;
    let dots = 0;
    for (; ; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === DOT && digits > 0) {
        value = value * 256 + octet;
        octet = 0;
        digits = 0;
        dots++;
        continue;
      }
      const digit = byte - ZERO;
      // A leading zero ends the address: some readers take `010` for eight (RFC 6943, 3.1.1).
      if (digit < 0 || digit > 9 || (octet === 0 && digits > 0) || octet * 10 + digit > 255) break;
      octet = octet * 10 + digit;
      digits++;
    }
    if (dots !== 3 || digits === 0) return dots > 0 ? undefined : noIpv4(strings, cursor);
    cursor.at = at;
    value = value * 256 + octet;
    const slot = (value ^ (value >>> 12)) & (RECENT - 1);
    if (values[slot] !== value) {
      values[slot] = value;
      texts[slot] = formatIpv4(value as Ipv4);
    }
    return texts[slot];
  };
}

/** `-`, IPv6 (RFC 4291, 2.2), or a MAC address: six pairs of digits, which no IPv6 address looks like. */
function noIpv4(strings: Strings, cursor: Cursor): string | null | undefined {
  if (readDash(cursor) === null) return null;
  const { bytes, at: from } = cursor;
  let at = from;
  let digits = 0;
  let groups = 0;
  let pairs = 0;
  let isShortened = false;
  let isAfterColon = false;
  for (; ; at++) {
    const byte = bytes[at] ?? 0;
    if (isHexDigit(byte)) {
      if (++digits > 4) return undefined;
      isAfterColon = false;
    } else if (byte === DOT) return embeddedIpv4(strings, cursor);
    else if (byte !== COLON) break;
    else if (digits > 0) {
      groups++;
      if (digits === 2) pairs++;
      digits = 0;
      isAfterColon = true;
    } else if (!isShortened && (isAfterColon || (at === from && bytes[at + 1] === COLON))) {
      // The second colon of `::`; in front of everything, the first of them, which is read together with it.
      if (at === from) at++;
      isShortened = true;
      isAfterColon = false;
    } else return undefined;
  }
  if (isAfterColon) return undefined;
  if (digits > 0) groups++;
  if (digits === 2) pairs++;
  const isIpv6 = isShortened ? groups < 8 : groups === 8;
  const isMac = !isShortened && groups === 6 && pairs === 6;
  if (!isIpv6 && !isMac) return undefined;
  cursor.at = at;
  return strings.take(bytes, from, at);
}

function isHexDigit(byte: number): boolean {
  return (byte >= ZERO && byte <= 57) || (byte >= 97 && byte <= 102) || (byte >= 65 && byte <= 70);
}

/** `::ffff:10.0.0.1`: rare enough to be read the slow way. */
function embeddedIpv4(strings: Strings, cursor: Cursor): string | undefined {
  const { bytes, at: from } = cursor;
  const to = wordEnd(bytes, from);
  if (parseIpv6(asciiText(bytes, from, to)) === undefined) return undefined;
  cursor.at = to;
  return strings.take(bytes, from, to);
}
