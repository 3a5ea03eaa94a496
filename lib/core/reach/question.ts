/**
 * One question: may packets like these get from here to there? In the network's own words; `analysis` asks it in AWS's.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInsightsPath.html
 */
import type { Interval } from '../net/interval';
import type { Ipv4 } from '../net/ipv4';
import type { HeaderValues } from '../net/packet-box';
import type { PacketSet } from '../net/packet-set';
import type { PacketSpace } from '../net/packet-space';
import type { SearchFilterCode } from '../rules/explanation-codes';
import type { End } from './ends/end';
import { ownPackets } from './ends/end-place';
import type { Ground } from './ground';
import { unknownPublic } from './hop/public-address';

/** What is asked of a header at one end; what is left out is not asked. */
export interface HeaderFilter {
  readonly sourceAddress?: Ipv4 | undefined;
  readonly sourcePorts?: Interval | undefined;
  readonly destinationAddress?: Ipv4 | undefined;
  readonly destinationPorts?: Interval | undefined;
}

export interface Question {
  readonly source: End;
  readonly destination: End;
  /** IANA number. */
  readonly protocol: number;
  readonly atSource: HeaderFilter;
  readonly atDestination: HeaderFilter;
  /** Components that a path must touch, and those that it must not. */
  readonly through: readonly string[];
  readonly without: readonly string[];
}

export function filterSet(space: PacketSpace, filter: HeaderFilter): PacketSet {
  const { sourceAddress, sourcePorts, destinationAddress, destinationPorts } = filter;
  const values: HeaderValues = {
    ...(sourceAddress !== undefined && { source: sourceAddress }),
    ...(sourcePorts && { sourcePort: sourcePorts }),
    ...(destinationAddress !== undefined && { destination: destinationAddress }),
    ...(destinationPorts && { destinationPort: destinationPorts }),
  };
  return space.box(values);
}

/** What the source may send for the destination, before any filter of the question's. */
export function sendable(ground: Ground, { source, destination, protocol }: Question): PacketSet {
  return ground.space
    .box({ protocol })
    .intersect(ownPackets(ground, source, 'source'))
    .intersect(addressed(ground, source, destination));
}

/** An interface is addressed by its private addresses from inside, and by its public ones from the internet. */
export function addressed(ground: Ground, source: End, destination: End): PacketSet {
  const fromOutside = source.kind === 'internet-gateway' || source.kind === 'internet';
  if (destination.kind !== 'interfaces' || !fromOutside)
    return ownPackets(ground, destination, 'destination');
  const publicAddresses = destination.stations.flatMap(({ interfaces }) =>
    interfaces.flatMap(({ privateAddresses }) =>
      privateAddresses.flatMap(({ publicAddress }) => publicAddress ?? []),
    ),
  );
  return ground.space.box({ destination: publicAddresses });
}

/** As `addressed`, with the public address that an interface without one would have to be given. */
export function addressable(ground: Ground, source: End, destination: End): PacketSet {
  const own = addressed(ground, source, destination);
  return own.isEmpty ? unknownPublic(ground, 'destination') : own;
}

/** Each filter that the question names, by the code that says it cannot be met, and the question without it. */
export function relaxations(
  question: Question,
): readonly { readonly code: SearchFilterCode; readonly without: Question }[] {
  const at = (end: 'atSource' | 'atDestination', prefix: 'FILTER_AT_SOURCE' | 'FILTER_AT_DESTINATION') =>
    FIELDS.flatMap(([field, name]) => {
      if (question[end][field] === undefined) return [];
      const { [field]: _dropped, ...rest } = question[end];
      return [{ code: `${prefix}_${name}` as const, without: { ...question, [end]: rest } }];
    });
  return [...at('atSource', 'FILTER_AT_SOURCE'), ...at('atDestination', 'FILTER_AT_DESTINATION')];
}

const FIELDS = [
  ['sourceAddress', 'SOURCE_ADDRESS'],
  ['sourcePorts', 'SOURCE_PORT_RANGE'],
  ['destinationAddress', 'DESTINATION_ADDRESS'],
  ['destinationPorts', 'DESTINATION_PORT_RANGE'],
] as const;
