/** What a filter rule asks of a packet besides its address; `'all'` asks nothing. */
import type { PortRange } from '../net/port';

export type ProtocolMatch = number | 'all';
export type PortMatch = PortRange | 'all';
/** A type, and a code or `'all'` codes (EC2 writes -1). */
export type IcmpMatch = { readonly type: number; readonly code: number | 'all' } | 'all';

export type Direction = 'ingress' | 'egress';

/** EC2 writes -1 for "all types" and "all codes". */
export function icmpMatch(type: number | undefined, code: number | undefined): IcmpMatch {
  if (type === undefined || type < 0) return 'all';
  return { type, code: code === undefined || code < 0 ? 'all' : code };
}
