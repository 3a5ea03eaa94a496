/** From AWS's path to the question that the network is asked; or the code that says why it cannot be asked. */
import { type Ipv4, parseIpv4 } from '../../net/ipv4';
import { parseProtocol } from '../../net/protocol';
import type { Obstacle } from '../blockers/obstacle';
import { type End, endOf, mayStart } from '../ends/end';
import type { Ground } from '../ground';
import type { HeaderFilter, Question } from '../question';
import { idIn } from './component';
import type {
  NetworkInsightsPath,
  PathRequestFilter,
  RequestFilterPortRange,
  StartNetworkInsightsAnalysisRequest,
} from './shape';

export type RequestDoor = { readonly question: Question } | { readonly refusal: Refusal };
export type Refusal = Pick<Obstacle, 'code' | 'facts'>;

export function questionOf(
  ground: Ground,
  path: NetworkInsightsPath,
  { FilterInArns = [], FilterOutArns = [] }: StartNetworkInsightsAnalysisRequest,
): RequestDoor {
  const source = endOf(ground, path.Source);
  if ('code' in source) return { refusal: refusal(source.code, path.Source) };
  const destination = destinationOf(ground, path);
  if ('refusal' in destination) return destination;
  if (!mayStart(source.end, 'forward')) return { refusal: neverStarts(source.end, destination.end) };
  const { atSource, atDestination } = filtersOf(path);
  return {
    question: {
      source: source.end,
      destination: destination.end,
      protocol: parseProtocol(path.Protocol) ?? 0,
      atSource,
      atDestination,
      through: FilterInArns.map(idIn),
      without: FilterOutArns.map(idIn),
    },
  };
}

function refusal(
  code: 'NO_SOURCE_OR_DESTINATION' | 'UNASSOCIATED_COMPONENT' | 'UNSUPPORTED_COMPONENT',
  id: string,
): Refusal {
  return { code, facts: code === 'NO_SOURCE_OR_DESTINATION' ? { MissingComponent: id } : { Component: id } };
}

function destinationOf(
  ground: Ground,
  path: NetworkInsightsPath,
): { readonly end: End } | { readonly refusal: Refusal } {
  const { Destination, DestinationIp, FilterAtSource } = path;
  if (Destination !== undefined) {
    const door = endOf(ground, Destination);
    return 'code' in door ? { refusal: refusal(door.code, Destination) } : door;
  }
  const text = DestinationIp ?? FilterAtSource?.DestinationAddress ?? '';
  return { end: { kind: 'address', id: text, address: addressOf(text) ?? (0 as Ipv4) } };
}

/** An endpoint answers; in its own VPC the question is the wrong way round, elsewhere there is no path at all. */
function neverStarts(source: End, destination: End): Refusal {
  const vpcOf = (end: End): string | undefined =>
    end.kind === 'interfaces' ? end.stations[0]?.subnet.vpc.id : undefined;
  const vpcId = vpcOf(source);
  if (vpcId !== undefined && vpcOf(destination) === vpcId)
    return { code: 'VPCE_INTRA_VPC_TRAFFIC', facts: { VpcEndpoint: source.id, Vpc: vpcId } };
  return { code: 'NO_PATH', facts: { Component: source.id } };
}

function filtersOf(path: NetworkInsightsPath): Pick<Question, 'atSource' | 'atDestination'> {
  const { SourceIp, DestinationIp, DestinationPort, FilterAtSource, FilterAtDestination } = path;
  const atSource = filterOf(FilterAtSource);
  const atDestination = filterOf(FilterAtDestination);
  return {
    atSource: {
      ...atSource,
      ...(SourceIp !== undefined && { sourceAddress: addressOf(SourceIp) }),
      ...(DestinationPort !== undefined && {
        destinationPorts: { from: DestinationPort, to: DestinationPort },
      }),
    },
    atDestination: {
      ...atDestination,
      ...(DestinationIp !== undefined &&
        path.Destination !== undefined && { destinationAddress: addressOf(DestinationIp) }),
    },
  };
}

function filterOf(filter: PathRequestFilter | undefined): HeaderFilter {
  const { SourceAddress, SourcePortRange, DestinationAddress, DestinationPortRange } = filter ?? {};
  return {
    ...(SourceAddress !== undefined && { sourceAddress: addressOf(SourceAddress) }),
    ...(SourcePortRange && { sourcePorts: intervalOf(SourcePortRange) }),
    ...(DestinationAddress !== undefined && { destinationAddress: addressOf(DestinationAddress) }),
    ...(DestinationPortRange && { destinationPorts: intervalOf(DestinationPortRange) }),
  };
}

function intervalOf({ FromPort = 0, ToPort = 65535 }: RequestFilterPortRange) {
  return { from: FromPort, to: ToPort };
}

function addressOf(text: string): Ipv4 | undefined {
  return parseIpv4(text);
}
