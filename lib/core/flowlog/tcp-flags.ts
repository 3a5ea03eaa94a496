/**
 * What a record remembers of TCP flags: FIN, SYN and RST, and ACK only together with SYN.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
import { ACK, FIN, RST, SYN } from '../net/packet';

/** The part of one packet; a record's value is the OR over its packets. */
export function recordedFlags(tcpFlags: number): number {
  const recorded = tcpFlags & (FIN | SYN | RST);
  return (tcpFlags & SYN) !== 0 && (tcpFlags & ACK) !== 0 ? recorded | ACK : recorded;
}
