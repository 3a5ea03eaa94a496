/**
 * `StartNetworkInsightsAnalysis` as a pure function: what `describe-network-insights-analyses` would print when it is done.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StartNetworkInsightsAnalysis.html
 */
import type { Network } from '../../vpc/network';
import { arrivalChecks } from '../arrival';
import { interfacesOf } from '../ends/end';
import { type Blocker, type Finding, find, MOST_HOPS, WORK_BUDGET } from '../finding';
import { flowOf, packetsOf } from '../flow';
import { type Ground, groundOf } from '../ground';
import type { Mode } from '../limits';
import type { Question } from '../question';
import type { Search } from '../search';
import { stopsOfTrip, type Trip, trips } from '../trip';
import { stopsOf } from '../way';
import { arnOf } from './component';
import { pathComponents } from './components';
import { explanation } from './explanation';
import { printable } from './header';
import { questionOf } from './request';
import type {
  AlternatePathHint,
  NetworkInsightsAnalysis,
  NetworkInsightsPath,
  PathComponent,
  StartNetworkInsightsAnalysisRequest,
} from './shape';
import { reasonsFor } from './unreachable';

export interface AnalysisOptions extends StartNetworkInsightsAnalysisRequest {
  readonly mode?: Mode;
  /** Of this analysis among those of the account; it makes the id. */
  readonly number?: number;
  /** How much may be computed before the answer is partial; see PacketSpace.attempt. */
  readonly work?: number;
  /** ISO 8601, where the caller has a clock. */
  readonly startedAt?: string;
}

/** AWS's answer, and what AWS's answer has no room for. */
export interface Analysed {
  readonly analysis: NetworkInsightsAnalysis;
  readonly ground: Ground;
  readonly question: Question | undefined;
  readonly finding: Finding | undefined;
  readonly blockers: readonly Blocker[];
}

export function startNetworkInsightsAnalysis(
  network: Network,
  path: NetworkInsightsPath,
  options: AnalysisOptions = {},
): Analysed {
  const { mode = 'aws', work = WORK_BUDGET } = options;
  const apart = new Set([path.Source, path.Destination ?? ''].flatMap((id) => interfacesOf({ network }, id)));
  const ground = groundOf(network, { mode, apart });
  const base = analysisBase(network, path, options);
  const door = questionOf(ground, path, options);
  if ('refusal' in door)
    return {
      analysis: { ...base, NetworkPathFound: false, Explanations: [explanation(network, door.refusal)] },
      ground,
      question: undefined,
      finding: undefined,
      blockers: [],
    };
  const { question } = door;
  const finding = find(ground, question, work);
  const [shortest] = finding.trips;
  if (shortest)
    return {
      analysis: {
        ...base,
        ...warning(finding.isPartial),
        NetworkPathFound: true,
        ...found(ground, question, finding, shortest),
      },
      ground,
      question,
      finding,
      blockers: [],
    };
  const reasons = reasonsFor(ground, question, work);
  return {
    analysis: {
      ...base,
      ...warning(finding.isPartial || reasons.isPartial),
      NetworkPathFound: false,
      Explanations: reasons.obstacles.map((obstacle) => explanation(network, obstacle)),
    },
    ground,
    question,
    finding,
    blockers: reasons.blockers,
  };
}

function analysisBase(
  network: Network,
  path: NetworkInsightsPath,
  { number = 1, startedAt, FilterInArns, FilterOutArns }: AnalysisOptions,
): Omit<NetworkInsightsAnalysis, 'NetworkPathFound'> {
  const id = `nia-${String(number).padStart(17, '0')}`;
  return {
    NetworkInsightsAnalysisId: id,
    NetworkInsightsAnalysisArn: arnOf(network, id),
    NetworkInsightsPathId: path.NetworkInsightsPathId,
    ...(FilterInArns?.length && { FilterInArns }),
    ...(FilterOutArns?.length && { FilterOutArns }),
    ...(startedAt !== undefined && { StartDate: startedAt }),
    Status: 'succeeded',
    Tags: [],
  };
}

/** AWS documents no text for its warnings; this one is ours. */
function warning(isPartial: boolean): Pick<NetworkInsightsAnalysis, 'WarningMessage'> | undefined {
  return isPartial
    ? {
        WarningMessage:
          'The analysis gave up after the work that it is allowed: the answer holds, and may not be all of it.',
      }
    : undefined;
}

function found(ground: Ground, question: Question, { trips: all }: Finding, shortest: Trip) {
  const shown = retraced(ground, question, shortest);
  const stops = stopsOfTrip(shown);
  const forward = pathComponents(ground, stops, 'forward');
  const back = pathComponents(ground, stops, 'return');
  return {
    ForwardPathComponents: shown.back ? forward : oneWay(forward),
    ...(back.length > 0 && { ReturnPathComponents: back }),
    ...hints(ground, all, forward),
  };
}

/** The same way once more, by packets whose headers can be printed field by field. */
function retraced(ground: Ground, { source, destination, atDestination }: Question, trip: Trip): Trip {
  const { space } = ground;
  const packets = printable(space, packetsOf(space, trip.packets));
  const search: Search = { ...ground, waiving: undefined, patience: { hops: MOST_HOPS }, shuns: new Set() };
  const errand = {
    source,
    destination,
    packets,
    arriving: (asked: Search, way: Trip['forward']) => arrivalChecks(asked, way, atDestination),
  };
  const route = routeOf(trip);
  for (const again of trips(search, errand)) if (routeOf(again) === route) return again;
  return { ...trip, packets: flowOf(packets) };
}

function routeOf(trip: Trip): string {
  return stopsOfTrip(trip)
    .map(({ component }) => component)
    .join(' ');
}

/** Which of the components says so is not documented; the last one is where the way back would begin. */
function oneWay(components: readonly PathComponent[]): readonly PathComponent[] {
  return components.map((one, index) =>
    index === components.length - 1
      ? {
          ...one,
          AdditionalDetails: [
            ...one.AdditionalDetails,
            { AdditionalDetailType: 'UNIDIRECTIONAL_PATH_ANALYSIS_ONLY', Component: one.Component },
          ],
        }
      : one,
  );
}

/** What other paths lead through, of the kinds that a request may insist on. */
function hints({ network }: Ground, all: readonly Trip[], shown: readonly PathComponent[]) {
  const taken = new Set(shown.map(({ Component }) => Component.Id));
  const others = new Set(
    all
      .flatMap((trip) => stopsOf(trip.forward).map(({ component }) => component))
      .filter((id) => /^(nat|tgw|tgw-attach|pcx)-/.test(id)),
  );
  const AlternatePathHints = [...others]
    .filter((id) => !taken.has(id) && !id.startsWith('tgw-rtb-'))
    .map((id): AlternatePathHint => ({ ComponentId: id, ComponentArn: arnOf(network, id) }));
  return AlternatePathHints.length > 0 ? { AlternatePathHints } : undefined;
}
