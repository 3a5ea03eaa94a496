/** Every reading of what AWS leaves open, so that no key hangs on one of them. */
import { AWS_LOG_LAWS, LOG_READINGS, type LogLaws } from '../flowlog/log-laws';
import { IGW_DELIVERS_INBOUND } from '../rules/internet-gateway';
import { ALTERNATIVE_PACKET_LAWS, AWS_PACKET_LAWS, type PacketLaws } from '../rules/packet-laws';
import type { Rule } from '../rules/rule';

export interface Reading {
  readonly packetLaws: PacketLaws;
  readonly logLaws: LogLaws;
}

export const OUR_READING: Reading = { packetLaws: AWS_PACKET_LAWS, logLaws: AWS_LOG_LAWS };

/** The inferred rules that are read both ways. Others may stand in no case: nothing would say whether a key hangs on them. */
export const READ_BOTH_WAYS: readonly Rule[] = [
  IGW_DELIVERS_INBOUND,
  ...LOG_READINGS.map(({ rule }) => rule),
];

/** Ours first, then the other one. */
export const PACKET_LAWS: readonly PacketLaws[] = [AWS_PACKET_LAWS, ...ALTERNATIVE_PACKET_LAWS];

/** Ours first, then each rule of the log read the other way, then all of them at once. */
export const LOG_LAWS: readonly LogLaws[] = [
  AWS_LOG_LAWS,
  ...LOG_READINGS.map(({ otherwise }) => ({ ...AWS_LOG_LAWS, ...otherwise })),
  Object.assign({}, AWS_LOG_LAWS, ...LOG_READINGS.map(({ otherwise }) => otherwise)),
];

/** Every way of reading AWS's text, ours first. */
export const READINGS: readonly [Reading, ...Reading[]] = [
  OUR_READING,
  ...PACKET_LAWS.flatMap((packetLaws) => LOG_LAWS.map((logLaws) => ({ packetLaws, logLaws }))).slice(1),
];
