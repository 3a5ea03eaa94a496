/** Single values of a World document that stand in several places: protocols and times, each with its complaint. */
import type { Issue } from '../ec2/issue';
import { parseProtocol } from '../net/protocol';

export type ReportIssue = (path: Issue['path'], message: string) => void;

export function protocolOf(text: string, path: Issue['path'], report: ReportIssue): number {
  const protocol = parseProtocol(text);
  if (protocol === undefined) report(path, notProtocol(text));
  return protocol ?? 0;
}

export function timeOf(text: string, path: Issue['path'], report: ReportIssue): number {
  const time = parseTime(text);
  if (time === undefined) report(path, notTime(text));
  return time ?? 0;
}

/** ISO 8601 with its offset from UTC: what lacks one would mean another moment on every machine. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970, before which no record can start. */
export function parseTime(text: string): number | undefined {
  const time = TIME.test(text) ? Date.parse(text) : Number.NaN;
  return time >= 0 ? time : undefined;
}

export function notProtocol(text: unknown): string {
  return `\`${text}\` is not a protocol: use tcp, udp, icmp, icmpv6 or a number from 0 to 255`;
}

export function notTime(text: unknown): string {
  return `\`${text}\` is not a time: write it like 2026-11-23T10:15:00Z`;
}
