/** A question to the analyzer in one line: `eni-web > eni-db tcp 443`, with filters as `src:…`, `sport:…`, `dst:…`, `dport:…`, at the far end `>src:…`. */
import { invariant } from '@/lib/core/assert';
import {
  type Analysed,
  type AnalysisOptions,
  startNetworkInsightsAnalysis,
} from '@/lib/core/reach/analysis/analyze';
import { createNetworkInsightsPath } from '@/lib/core/reach/analysis/path';
import type { CreateNetworkInsightsPathRequest, PathRequestFilter } from '@/lib/core/reach/analysis/shape';
import type { World } from '@/lib/core/simulate/world';
import { parseNetwork } from '@/lib/core/vpc/parse-network';
import { words } from './part';

export function analysed(world: World, text: string, options: AnalysisOptions = {}): Analysed {
  const door = parseNetwork(world.Snapshot);
  invariant(
    'network' in door,
    `the snapshot passes the door: ${JSON.stringify('issues' in door && door.issues)}`,
  );
  const path = createNetworkInsightsPath(door.network, requestOf(text), {
    ...(options.mode && { mode: options.mode }),
  });
  invariant('path' in path, `\`${text}\` is a path: ${JSON.stringify('issues' in path && path.issues)}`);
  return startNetworkInsightsAnalysis(door.network, path.path, options);
}

export function requestOf(text: string): CreateNetworkInsightsPathRequest {
  const [Source = '', arrow, to = '', Protocol = '', ...rest] = words(text);
  invariant(arrow === '>', `\`${text}\` is a question`);
  const port = rest.find((word) => /^\d+$/.test(word));
  const atSource = filterOf(rest.filter((word) => !word.startsWith('>')));
  const atDestination = filterOf(rest.filter((word) => word.startsWith('>')).map((word) => word.slice(1)));
  const isAddress = /^[\d.]+$/.test(to);
  const FilterAtSource = isAddress ? { ...atSource, DestinationAddress: to } : atSource;
  const isFiltered = Object.keys(FilterAtSource).length > 0;
  const ports = port === undefined ? {} : { DestinationPort: Number(port) };
  return {
    Source,
    ...(!isAddress && { Destination: to }),
    Protocol,
    ...(isFiltered
      ? {
          FilterAtSource: {
            ...FilterAtSource,
            ...(port !== undefined && { DestinationPortRange: rangeOf(port) }),
          },
        }
      : ports),
    ...(Object.keys(atDestination).length > 0 && { FilterAtDestination: atDestination }),
  };
}

function filterOf(rest: readonly string[]): PathRequestFilter {
  const named = (name: string): string | undefined =>
    rest.find((word) => word.startsWith(`${name}:`))?.slice(name.length + 1);
  const [src, sport, dst, dport] = ['src', 'sport', 'dst', 'dport'].map(named);
  return {
    ...(src !== undefined && { SourceAddress: src }),
    ...(sport !== undefined && { SourcePortRange: rangeOf(sport) }),
    ...(dst !== undefined && { DestinationAddress: dst }),
    ...(dport !== undefined && { DestinationPortRange: rangeOf(dport) }),
  };
}

function rangeOf(text: string) {
  const [from = '', to = from] = text.split('-');
  return { FromPort: Number(from), ToPort: Number(to) };
}
