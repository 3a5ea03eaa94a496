/** Every reading of what AWS leaves open, so that no key hangs on one of them. */
import { AWS_LOG_LAWS, LOG_READINGS, type LogLaws } from '../flowlog/log-laws';
import { LOG_EGRESS_UNROUTED } from '../flowlog/rules';
import { ALTERNATIVE_PACKET_LAWS, AWS_PACKET_LAWS, type PacketLaws } from '../rules/packet-laws';

export interface Reading {
  readonly packetLaws: PacketLaws;
  readonly logLaws: LogLaws;
}

export const OUR_READING: Reading = { packetLaws: AWS_PACKET_LAWS, logLaws: AWS_LOG_LAWS };

const UNROUTED_UNWRITTEN: LogLaws = {
  ...AWS_LOG_LAWS,
  ...LOG_READINGS.find(({ rule }) => rule === LOG_EGRESS_UNROUTED)?.otherwise,
};

/** All combinations, ours first. */
export const READINGS: readonly Reading[] = [AWS_PACKET_LAWS, ...ALTERNATIVE_PACKET_LAWS].flatMap(
  (packetLaws) => [AWS_LOG_LAWS, UNROUTED_UNWRITTEN].map((logLaws) => ({ packetLaws, logLaws })),
);
