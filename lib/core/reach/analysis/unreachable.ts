/** Why there is no path, as AWS explains it: one blocked path, or why not even that can be drawn. */
import { formatIpv4 } from '../../net/ipv4';
import { TCP, UDP } from '../../net/protocol';
import { isPublic } from '../../net/special';
import type { SearchFilterCode } from '../../rules/explanation-codes';
import { Itinerary } from '../blockers/itinerary';
import type { Obstacle } from '../blockers/obstacle';
import { nodeOf } from '../ends/end-place';
import { type Blocker, find, findBlockers, MOST_HOPS } from '../finding';
import type { Ground } from '../ground';
import { type HeaderFilter, type Question, relaxations, sendable } from '../question';
import type { Search } from '../search';
import { trips } from '../trip';

export interface Reasons {
  readonly obstacles: readonly Pick<Obstacle, 'code' | 'facts'>[];
  /** Every smallest set of settings that stands in the way; the first is the one explained. */
  readonly blockers: readonly Blocker[];
  readonly isPartial: boolean;
}

export function reasonsFor(ground: Ground, question: Question, work?: number): Reasons {
  const isFiltered = question.through.length > 0 || question.without.length > 0;
  if (isFiltered && find(ground, { ...question, through: [], without: [] }).trips.length > 0)
    return plain([...componentFilters(question)]);
  const blockers = findBlockers(ground, question, work);
  const [first] = blockers.all;
  const isMendable = first?.obstacles.every(({ repair }) => repair !== undefined) ?? false;
  const obstacles = [
    ...(first?.obstacles ?? []),
    ...publicAddressFilters(question),
    ...(isMendable ? [] : requestReasons(ground, question, first)),
  ];
  if (obstacles.length > 0) return { obstacles, blockers: blockers.all, isPartial: blockers.isPartial };
  return { ...plain(noPath(ground, question)), isPartial: blockers.isPartial };
}

function plain(obstacles: Reasons['obstacles']): Reasons {
  return { obstacles, blockers: [], isPartial: false };
}

function componentFilters({ through, without }: Question): Reasons['obstacles'] {
  return [
    ...through.map((id) => ({ code: 'COMPONENT_FILTER_RESTRICTION' as const, facts: { Component: id } })),
    ...without.map((id) => ({
      code: 'COMPONENT_FILTER_RESTRICTION_REMOVED_COMPONENT' as const,
      facts: { Component: id },
    })),
  ];
}

/** At an internet gateway only public addresses make sense. */
function publicAddressFilters({
  source,
  destination,
  atSource,
  atDestination,
}: Question): Reasons['obstacles'] {
  const of = (id: string, filter: HeaderFilter): Reasons['obstacles'] =>
    (['sourceAddress', 'destinationAddress'] as const).flatMap((field) => {
      const address = filter[field];
      if (address === undefined || isPublic(address)) return [];
      return [
        {
          code: 'IGW_EXPECTS_PUBLIC_ADDRESS' as const,
          facts: { InternetGateway: id, Address: formatIpv4(address), PacketField: field },
        },
      ];
    });
  return [
    ...(source.kind === 'internet-gateway' ? of(source.id, atSource) : []),
    ...(destination.kind === 'internet-gateway' ? of(destination.id, atDestination) : []),
  ];
}

/** Where no setting helps, the question itself may: each filter that alone stands in the way. */
function requestReasons(
  ground: Ground,
  question: Question,
  blocker: Blocker | undefined,
): Reasons['obstacles'] {
  const relaxed = relaxations(question).filter(({ without }) => find(ground, without).trips.length > 0);
  const filters = relaxed.map(({ code }) => ({ code, facts: filterFacts(code, question) }));
  return [...filters, ...protocolReasons(ground, question, blocker)];
}

function filterFacts(
  code: SearchFilterCode,
  { source, destination, atSource, atDestination }: Question,
): Obstacle['facts'] {
  const isSource = code.startsWith('FILTER_AT_SOURCE');
  const filter = isSource ? atSource : atDestination;
  const Component = isSource ? source.id : destination.id;
  const [field, key] = code.includes('SOURCE_ADDRESS')
    ? (['sourceAddress', 'sourceAddress'] as const)
    : code.includes('SOURCE_PORT')
      ? (['sourcePort', 'sourcePorts'] as const)
      : code.includes('DESTINATION_ADDRESS')
        ? (['destinationAddress', 'destinationAddress'] as const)
        : (['destinationPort', 'destinationPorts'] as const);
  const value = filter[key];
  return {
    Component,
    PacketField: field,
    ...(typeof value === 'number' && { Addresses: [formatIpv4(value)] }),
    ...(typeof value === 'object' && { PortRanges: [value] }),
  };
}

/** Another protocol would get through: asked of the destination where it is the destination that refuses this one. */
function protocolReasons(
  ground: Ground,
  question: Question,
  blocker: Blocker | undefined,
): Reasons['obstacles'] {
  const others = [TCP, UDP].filter((protocol) => protocol !== question.protocol);
  if (!others.some((protocol) => find(ground, { ...question, protocol }).trips.length > 0)) return [];
  const atDestination = blocker?.obstacles.some(
    ({ facts }) =>
      facts.VpcEndpoint === question.destination.id || facts.Component === question.destination.id,
  );
  return [
    {
      code: atDestination ? 'FILTER_AT_DESTINATION_PROTOCOL' : 'FILTER_AT_SOURCE_PROTOCOL',
      facts: {
        Component: atDestination ? question.destination.id : question.source.id,
        PacketField: 'protocol',
        Protocols: [String(question.protocol)],
      },
    },
  ];
}

function noPath(ground: Ground, question: Question): Reasons['obstacles'] {
  const { source, destination } = question;
  const [from, to] = [nodeOf(ground, source), nodeOf(ground, destination)];
  const unseen = unseenBeyond(ground, question);
  if (unseen) return [unseen];
  if (
    from.startsWith('vpc-') &&
    to.startsWith('vpc-') &&
    !Number.isFinite(new Itinerary(ground.network).distance(from, to))
  )
    return [{ code: 'DISCONNECTED_VPCS', facts: { SourceVpc: from, DestinationVpc: to } }];
  return [{ code: 'NO_PATH', facts: { Component: source.id } }];
}

/** Packets that go on beyond what the document shows. */
function unseenBeyond(ground: Ground, question: Question): Pick<Obstacle, 'code' | 'facts'> | undefined {
  const search: Search = {
    ...ground,
    waiving: undefined,
    patience: { hops: MOST_HOPS },
    shuns: new Set(question.without),
  };
  for (const { arrivedAt } of trips(search, {
    source: question.source,
    destination: undefined,
    packets: sendable(ground, question),
  })) {
    if (arrivedAt.to !== 'unseen' || arrivedAt.component.startsWith('subnet-')) continue;
    const { component } = arrivedAt;
    const { network } = ground;
    const pcx = network.vpcPeeringConnections.get(component);
    if (pcx) {
      const far = [pcx.requester, pcx.accepter].find(({ vpc }) => !vpc);
      return {
        code: 'NO_POSSIBLE_DESTINATION',
        facts: {
          Component: component,
          ...(far && { ComponentRegion: far.region, MissingComponent: far.vpcId }),
        },
      };
    }
    if (
      component.startsWith('tgw-') &&
      !network.transitGateways.has(component) &&
      !component.startsWith('tgw-attach-')
    )
      return { code: 'UNKNOWN_RESOURCE', facts: { Component: component, ComponentRegion: network.region } };
    return {
      code: 'UNKNOWN_DESTINATION',
      facts: { Destination: question.destination.id, Component: component },
    };
  }
  return undefined;
}
