/** `flowtrap analyze`: a question to Reachability Analyzer, with AWS's own parameters. */

import type { PacketSet } from '@/lib/core/net/packet-set';
import { parsePort } from '@/lib/core/net/port';
import { startNetworkInsightsAnalysis } from '@/lib/core/reach/analysis/analyze';
import { explanation } from '@/lib/core/reach/analysis/explanation';
import { createNetworkInsightsPath } from '@/lib/core/reach/analysis/path';
import { isPathFound } from '@/lib/core/reach/analysis/path-found';
import type { PathRequestFilter } from '@/lib/core/reach/analysis/shape';
import { prove } from '@/lib/core/reach/blockers/proof';
import { portCoverage } from '@/lib/core/reach/coverage';
import type { Mode } from '@/lib/core/reach/limits';
import { parseArguments } from './arguments';
import { CliError } from './cli-error';
import { loadSnapshot } from './input';

const OPTIONS = {
  source: { type: 'string' },
  destination: { type: 'string' },
  'source-ip': { type: 'string' },
  'destination-ip': { type: 'string' },
  protocol: { type: 'string' },
  'destination-port': { type: 'string' },
  'filter-at-source': { type: 'string' },
  'filter-at-destination': { type: 'string' },
  'filter-in-arns': { type: 'string' },
  'filter-out-arns': { type: 'string' },
  mode: { type: 'string' },
  'all-blockers': { type: 'boolean' },
} as const;

export async function runAnalyze(args: readonly string[]): Promise<string> {
  const { file, values } = parseArguments('analyze', args, OPTIONS);
  const text = (name: keyof typeof OPTIONS): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const mode = modeOf(text('mode'));
  const Source = required('source', text('source'));
  const Protocol = required('protocol', text('protocol'));
  const { snapshot, network } = await loadSnapshot('analyze', file);
  const startedAt = new Date().toISOString();
  const door = createNetworkInsightsPath(
    network,
    {
      Source,
      Protocol,
      Destination: text('destination'),
      SourceIp: text('source-ip'),
      DestinationIp: text('destination-ip'),
      DestinationPort: portOf(text('destination-port')),
      FilterAtSource: filterOf('filter-at-source', text('filter-at-source')),
      FilterAtDestination: filterOf('filter-at-destination', text('filter-at-destination')),
    },
    { mode, createdAt: startedAt },
  );
  if ('issues' in door)
    throw new CliError(door.issues.map((issue) => `flowtrap analyze: ${issue}`).join('\n'));
  const filters = {
    FilterInArns: listOf(text('filter-in-arns')),
    FilterOutArns: listOf(text('filter-out-arns')),
  };
  const { analysis, finding, blockers } = startNetworkInsightsAnalysis(network, door.path, {
    mode,
    startedAt,
    ...filters,
  });
  const answer: Record<string, unknown> = { NetworkInsightsAnalyses: [analysis] };
  if (values['all-blockers']) {
    if (finding && !finding.packets.isEmpty) answer.ReturnPorts = returnPorts(finding.packets);
    answer.Blockers = prove(snapshot, blockers, (mended) =>
      isPathFound(mended, door.path, { mode, ...filters }),
    ).map(({ blocker, repairs, isSufficient, isMinimal }) => ({
      Explanations: blocker.obstacles.map((obstacle) => explanation(network, obstacle)),
      Repairs: repairs,
      IsSufficient: isSufficient,
      IsMinimal: isMinimal,
    }));
  }
  return `${JSON.stringify(answer, null, 2)}\n`;
}

/** Of the ports that each kind of client connects from, those whose answers find home. */
function returnPorts(packets: PacketSet) {
  return portCoverage(packets).map(({ client, open, all }) => ({
    Client: client,
    Open: open,
    All: all,
    Percent: Math.round((1000 * open) / all) / 10,
  }));
}

function modeOf(text: string | undefined): Mode {
  if (text === undefined || text === 'aws' || text === 'complete') return text ?? 'aws';
  throw new CliError(`flowtrap analyze: --mode \`${text}\` is neither aws nor complete`);
}

function required(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new CliError(`flowtrap analyze: --${name} is missing`);
  return value;
}

function portOf(text: string | undefined): number | undefined {
  const port = text === undefined ? undefined : parsePort(text);
  if (text !== undefined && port === undefined)
    throw new CliError(`flowtrap analyze: --destination-port \`${text}\` is not a port from 0 to 65535`);
  return port;
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(/[\s,]+/).filter((word) => word !== '');
}

const ADDRESSES = ['SourceAddress', 'DestinationAddress'];
const RANGES = ['SourcePortRange', 'DestinationPortRange'];

/** As the AWS CLI takes it: `{"SourceAddress":"203.0.113.5","DestinationPortRange":{"FromPort":443,"ToPort":443}}`. */
function filterOf(name: string, text: string | undefined): PathRequestFilter | undefined {
  if (text === undefined) return undefined;
  const wrong = (what: string): CliError => new CliError(`flowtrap analyze: --${name}: ${what}`);
  let filter: unknown;
  try {
    filter = JSON.parse(text);
  } catch {
    throw wrong(`\`${text}\` is not JSON`);
  }
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter))
    throw wrong('a filter is an object');
  for (const [key, value] of Object.entries(filter)) {
    const fits = ADDRESSES.includes(key) ? typeof value === 'string' : RANGES.includes(key) && isRange(value);
    if (!fits) throw wrong(`\`${key}\` is no field of a filter, or its value does not fit`);
  }
  return filter as PathRequestFilter;
}

function isRange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(
    ([key, port]) => ['FromPort', 'ToPort'].includes(key) && typeof port === 'number',
  );
}
