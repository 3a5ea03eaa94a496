/**
 * Whether the absence of a record says anything: a log that cannot show the traffic, or not yet, proves nothing.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-limitations.html
 */
import type { Packet } from '../net/packet';
import { isExempt, isRouterAddress, NEVER_LOGGED } from '../rules/exempt';
import type { Rule } from '../rules/rule';
import type { Passage } from '../simulate/trace';
import type { FlowLog } from '../vpc/flow-log';
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';
import { deliveredAt, LOG_DELIVERY_DELAY } from './delivery/delivery-time';
import {
  LOG_ACCESS_ERROR,
  LOG_CREATED_LATER,
  LOG_FILTER,
  LOG_RATE_LIMITED,
  LOG_RECORDS_LOST,
  LOG_SCOPE,
  LOG_UNKNOWN_ERROR,
} from './rules';
import { aggregationInterval, logOf } from './scope';
import type { Subject } from './subject';
import { gridWindow } from './windows';
import type { LostRecords } from './write';

export interface AbsenceQuestion {
  readonly networkInterface: NetworkInterface;
  /** What was looked for, and when it would have passed: milliseconds since 1970. */
  readonly packet: Packet;
  readonly direction: Passage['direction'];
  readonly action: Passage['action'];
  readonly at: number;
  /** When somebody looks. */
  readonly now: number;
  readonly lost?: readonly LostRecords[];
}

export type AbsenceAnswer =
  /** Had it passed, this log would show it by now: that it does not is evidence. */
  | { readonly isEvidence: true; readonly flowLogId: string }
  /** Why no log could show it; for a log that only needs time, from when on it could. */
  | { readonly isEvidence: false; readonly because: Rule; readonly readableFrom: number | undefined };

/** Of several logs the one that comes closest to showing it answers. */
export function absenceOf(network: Network, question: AbsenceQuestion): AbsenceAnswer {
  const { networkInterface, packet, direction } = question;
  if (direction === 'egress' && isNeverLogged(networkInterface, packet)) return silent(NEVER_LOGGED);
  const answers = [...network.flowLogs.values()]
    .filter(({ active }) => active)
    .map((log) => askLog(log, question));
  return (
    answers.find(({ isEvidence }) => isEvidence) ??
    answers.sort((a, b) => closeness(b) - closeness(a))[0] ??
    silent(LOG_SCOPE)
  );
}

function isNeverLogged({ subnet }: NetworkInterface, packet: Packet): boolean {
  return isExempt(subnet, packet) || isRouterAddress(subnet, packet.destination);
}

function askLog(row: FlowLog, question: AbsenceQuestion): AbsenceAnswer {
  const { networkInterface, action, at, now, lost = [] } = question;
  const subject: Subject = { kind: 'interface', networkInterface };
  const log = logOf(row, undefined);
  if (!log.covers(subject)) return silent(LOG_SCOPE);
  if (log.trafficType !== 'ALL' && log.trafficType !== action) return silent(LOG_FILTER);
  if (at < log.createdAt) return silent(LOG_CREATED_LATER);
  if (log.deliveryError !== undefined) return silent(ERRORS[log.deliveryError] ?? LOG_UNKNOWN_ERROR);
  const isLost = lost.some(
    ({ networkInterfaceId, from, to }) => networkInterfaceId === networkInterface.id && from <= at && at < to,
  );
  if (isLost) return silent(LOG_RECORDS_LOST);
  const interval = aggregationInterval(log, subject);
  const phase = Number.isFinite(log.createdAt) ? log.createdAt : 0;
  const readableFrom = deliveredAt(log, gridWindow(at, { interval, phase }).end);
  return now < readableFrom
    ? { isEvidence: false, because: LOG_DELIVERY_DELAY, readableFrom }
    : { isEvidence: true, flowLogId: row.id };
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-troubleshooting.html */
const ERRORS: Readonly<Record<string, Rule>> = {
  'Access error': LOG_ACCESS_ERROR,
  'Rate limited': LOG_RATE_LIMITED,
};

function silent(because: Rule): AbsenceAnswer {
  return { isEvidence: false, because, readableFrom: undefined };
}

/** A log that needs time is closer than one that cannot show it; a log of something else is farthest. */
function closeness(answer: AbsenceAnswer): number {
  if (answer.isEvidence || answer.readableFrom !== undefined) return 2;
  return answer.because === LOG_SCOPE ? 0 : 1;
}
