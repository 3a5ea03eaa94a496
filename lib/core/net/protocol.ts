/** IP protocols by their IANA number, https://www.iana.org/assignments/protocol-numbers */

export const ICMP = 1;
export const TCP = 6;
export const UDP = 17;
export const ICMPV6 = 58;

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['icmp', ICMP],
  ['tcp', TCP],
  ['udp', UDP],
  ['icmpv6', ICMPV6],
]);
const NAMES = new Map([...NUMBERS].map(([name, number]) => [number, name]));

/** A name that EC2 knows, or a number 0-255. */
export function parseProtocol(text: string): number | undefined {
  const named = NUMBERS.get(text.toLowerCase());
  if (named !== undefined) return named;
  if (!/^(?:0|[1-9]\d{0,2})$/.test(text)) return undefined;
  const number = Number(text);
  return number <= 255 ? number : undefined;
}

/** `tcp`, `udp`, `icmp`, `icmpv6`, otherwise the number as text, as EC2 prints it. */
export function formatProtocol(protocol: number): string {
  return NAMES.get(protocol) ?? String(protocol);
}

export function hasPorts(protocol: number): boolean {
  return protocol === TCP || protocol === UDP;
}

export function isIcmp(protocol: number): boolean {
  return protocol === ICMP || protocol === ICMPV6;
}
