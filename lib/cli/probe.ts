/** `flowtrap probe`: one question about one connection. */

import { probeJson } from '@/lib/core/explain/probe-json';
import { parsePort } from '@/lib/core/net/port';
import { hasPorts, isIcmp, parseProtocol } from '@/lib/core/net/protocol';
import type { WrongLaw } from '@/lib/core/scenario/belief';
import { PACKET_BELIEFS } from '@/lib/core/scenario/beliefs/catalogue';
import { familyIssue, isNamed } from '@/lib/core/simulate/parse-traffic';
import type { ParsedWorld } from '@/lib/core/simulate/parse-world';
import { type ProbeRequest, probe } from '@/lib/core/simulate/probe';
import { type Arguments, parseArguments } from './arguments';
import { CliError } from './cli-error';
import { loadWorld } from './input';

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  protocol: { type: 'string' },
  port: { type: 'string' },
  'source-port': { type: 'string' },
  'icmp-type': { type: 'string' },
  'icmp-code': { type: 'string' },
  belief: { type: 'string' },
} as const;

export async function runProbe(args: readonly string[]): Promise<string> {
  const parsed = parseArguments('probe', args, OPTIONS);
  const issues: string[] = [];
  const request = requestOf(parsed, issues);
  const belief = beliefOf(parsed, issues);
  if (issues.length > 0) throw problems(issues);
  const world = await loadWorld('probe', parsed.file);
  checkEnds(world, request, issues);
  if (issues.length > 0) throw problems(issues);
  const answer = probeJson(probe(world, request, belief?.laws));
  return `${JSON.stringify(belief ? { belief: beliefJson(belief), ...answer } : answer, null, 2)}\n`;
}

/** Whose answer is asked for; AWS's when nobody is named. */
function beliefOf({ values: { belief: id } }: Arguments, issues: string[]): WrongLaw | undefined {
  const belief = PACKET_BELIEFS.find((one) => one.id === id);
  if (id !== undefined && !belief)
    issues.push(`--belief \`${id}\` is none we know: use ${PACKET_BELIEFS.map((one) => one.id).join(', ')}`);
  return belief;
}

function beliefJson({ id, says, truth, rules }: WrongLaw) {
  return { id, says, truth, rules: rules.map((rule) => rule.id) };
}

function problems(issues: readonly string[]): CliError {
  return new CliError(issues.map((issue) => `flowtrap probe: ${issue}`).join('\n'));
}

function requestOf({ values }: Arguments, issues: string[]): ProbeRequest {
  const text = (name: keyof typeof OPTIONS): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const required = (name: keyof typeof OPTIONS): string => {
    const value = text(name);
    if (!value) issues.push(`--${name} is missing`);
    return value ?? '';
  };
  const number = (
    name: keyof typeof OPTIONS,
    parse: (value: string) => number | undefined,
    what: string,
  ): number | undefined => {
    const value = text(name);
    const parsed = value === undefined ? undefined : parse(value);
    if (value !== undefined && parsed === undefined) issues.push(`--${name} \`${value}\` is not ${what}`);
    return parsed;
  };
  const protocolText = required('protocol');
  const protocol = parseProtocol(protocolText);
  if (protocolText && protocol === undefined) {
    issues.push(
      `--protocol \`${protocolText}\` is not a protocol: use tcp, udp, icmp, icmpv6 or a number from 0 to 255`,
    );
  }
  const port = number('port', parsePort, 'a port from 0 to 65535');
  const sourcePort = number('source-port', parsePort, 'a port from 0 to 65535');
  const type = number('icmp-type', parseOctet, 'a number from 0 to 255');
  const code = number('icmp-code', parseOctet, 'a number from 0 to 255');
  if (protocol !== undefined) {
    if (hasPorts(protocol) && text('port') === undefined)
      issues.push(`--port is missing: \`${protocolText}\` has ports`);
    if (!hasPorts(protocol) && (text('port') !== undefined || text('source-port') !== undefined)) {
      issues.push(`\`${protocolText}\` has no ports: leave --port and --source-port out`);
    }
    if (!isIcmp(protocol) && (text('icmp-type') !== undefined || text('icmp-code') !== undefined)) {
      issues.push(`\`${protocolText}\` has no ICMP type: leave --icmp-type and --icmp-code out`);
    }
  }
  const echo = protocol === 1 ? 8 : 128;
  return {
    from: required('from'),
    to: required('to'),
    protocol: protocol ?? 0,
    port: port ?? 0,
    sourcePort,
    icmp: protocol !== undefined && isIcmp(protocol) ? { type: type ?? echo, code: code ?? 0 } : undefined,
  };
}

function parseOctet(text: string): number | undefined {
  const value = parsePort(text);
  return value !== undefined && value <= 255 ? value : undefined;
}

function checkEnds({ network, hosts }: ParsedWorld, request: ProbeRequest, issues: string[]): void {
  const { from, to, protocol } = request;
  for (const [option, end] of [
    ['--from', from],
    ['--to', to],
  ] as const) {
    if (!isNamed(network, hosts, end)) {
      issues.push(`${option} \`${end}\` is no address, and no host, interface or instance of this document`);
    }
  }
  const mismatch = familyIssue(network, hosts, { from, to, protocol });
  if (mismatch) issues.push(mismatch);
}
