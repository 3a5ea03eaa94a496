/** Every reading of what AWS leaves open, so that no key hangs on one of them. */
import { ALTERNATIVE_LOG_LAWS, AWS_LOG_LAWS, type LogLaws } from '../flowlog/log-laws';
import { ALTERNATIVE_PACKET_LAWS, AWS_PACKET_LAWS, type PacketLaws } from '../rules/packet-laws';

export interface Reading {
  readonly packetLaws: PacketLaws;
  readonly logLaws: LogLaws;
}

export const OUR_READING: Reading = { packetLaws: AWS_PACKET_LAWS, logLaws: AWS_LOG_LAWS };

/** All combinations, ours first. */
export const READINGS: readonly Reading[] = [AWS_PACKET_LAWS, ...ALTERNATIVE_PACKET_LAWS].flatMap(
  (packetLaws) => [AWS_LOG_LAWS, ...ALTERNATIVE_LOG_LAWS].map((logLaws) => ({ packetLaws, logLaws })),
);
