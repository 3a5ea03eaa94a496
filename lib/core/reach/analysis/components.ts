/**
 * A way through the network as AWS prints it: outbound the owner, its interface, security group, network ACL, route table
 * and the next hop; inbound network ACL, security group, interface, owner. AWS shows this order for paths between an
 * instance and an internet gateway (https://docs.aws.amazon.com/vpc/latest/reachability/getting-started-cli.html); for all
 * others it is inferred.
 */
import type { PacketSet } from '../../net/packet-set';
import { packetsOf } from '../flow';
import type { Ground } from '../ground';
import type { Leg } from '../leg';
import type { Stop } from '../way';
import { component } from './component';
import { stopDetails, zoneDetails } from './details';
import { answered, changes, header } from './header';
import { aclRule, routeTableRoute, securityGroupRule, transitRoute } from './rows';
import type { AdditionalDetail, PathComponent } from './shape';

/** What AWS's paths do not list: places and questions that are no component of it. */
const UNLISTED: ReadonlySet<Stop['kind']> = new Set([
  'subnet',
  'vpc',
  'internet',
  'block-public-access',
  'filter',
  'instance',
  'premises',
]);

type Bare = Omit<PathComponent, 'SequenceNumber' | 'AdditionalDetails' | 'Explanations'>;

export function pathComponents(ground: Ground, stops: readonly Stop[], leg: Leg): readonly PathComponent[] {
  const { network, space } = ground;
  const listed = stops.filter((stop) => stop.leg === leg && !UNLISTED.has(stop.kind));
  const bare: (Bare & { readonly details?: readonly AdditionalDetail[] })[] = [];
  for (const [index, stop] of listed.entries()) {
    const own = bareComponent(ground, stop, leg);
    const owner = stop.at?.attachedTo;
    const isInterface = stop.kind === 'network-interface' && owner !== undefined;
    // A gateway with more than one thing to say is one component.
    if (listed[index - 1]?.component === stop.component && stop.kind === 'transit-gateway') continue;
    if (isInterface && stop.direction === 'egress' && listed[index - 1]?.component !== stop.component)
      bare.push({ Component: component(network, owner) });
    bare.push({ ...own, details: stopDetails(ground, listed, stop) });
    if (isInterface && stop.direction === 'ingress') bare.push({ Component: component(network, owner) });
  }
  const first = listed[0];
  const last = listed.at(-1);
  const inbound = first && header(packetsOf(space, first.judged));
  const arrived = last && header(packetsOf(space, last.translated ?? last.passed));
  return bare.map(({ details = [], ...one }, index) => ({
    SequenceNumber: index + 1,
    ...one,
    ...(index === 0 && inbound && headerOfFirst(one, first, leg === 'forward' ? inbound : answered(inbound))),
    ...(index > 0 &&
      index === bare.length - 1 &&
      arrived && { InboundHeader: leg === 'forward' ? arrived : answered(arrived) }),
    AdditionalDetails: [...zoneDetails(network, bare, index), ...details],
    Explanations: [],
  }));
}

/** An instance sends its first header, a gateway receives it. */
function headerOfFirst(
  one: Bare,
  first: Stop,
  whole: NonNullable<PathComponent['InboundHeader']>,
): Partial<Bare> {
  return first.kind === 'network-interface'
    ? { OutboundHeader: whole }
    : { InboundHeader: whole, ...(one.OutboundHeader && { OutboundHeader: one.OutboundHeader }) };
}

function bareComponent({ network, space }: Ground, stop: Stop, leg: Leg): Bare {
  const { at, component: id } = stop;
  const named = (key: keyof Bare, value: string | undefined): Partial<Bare> =>
    value === undefined ? {} : { [key]: component(network, value) };
  const judged = packetsOf(space, stop.passed);
  const base: Bare = { Component: component(network, idOf(stop, judged)), ...translation(space, stop, leg) };
  switch (stop.kind) {
    case 'network-interface':
      return {
        ...base,
        ...named('AttachedTo', at?.attachedTo),
        ...named('Subnet', at?.subnetId),
        ...named('Vpc', at?.vpcId),
      };
    case 'network-acl':
    case 'security-group':
      return { ...base, ...ruleOf(stop, judged), ...named('Vpc', at?.vpcId) };
    case 'route-table':
      return { ...base, ...ruleOf(stop, judged), ...named('Vpc', at?.vpcId) };
    case 'transit-gateway':
    case 'transit-gateway-route-table':
      return { ...base, ...ruleOf(stop, judged), ...named('TransitGateway', at?.transitGatewayId) };
    case 'vpc-peering-connection':
      return {
        ...base,
        ...named('SourceVpc', at?.sourceVpcId),
        ...named('DestinationVpc', at?.destinationVpcId),
      };
    case 'vpc-endpoint':
      return { ...base, ...(at?.serviceName && { ServiceName: at.serviceName }), ...named('Vpc', at?.vpcId) };
    default:
      return { ...base, ...named('Vpc', at?.vpcId), Component: component(network, id) };
  }
}

/** The security group whose rule decided; of a tracked connection the first of the interface. */
function idOf({ component: id, decidedBy }: Stop, packets: PacketSet): string {
  if (decidedBy?.kind !== 'security-group') return id;
  return decidedBy.rules.find(({ effective }) => !effective.intersect(packets).isEmpty)?.rule.group.id ?? id;
}

function translation(space: Ground['space'], { judged, passed, translated }: Stop, leg: Leg): Partial<Bare> {
  if (!translated) return {};
  const before = header(packetsOf(space, passed.length > 0 ? passed : judged));
  const after = header(packetsOf(space, translated));
  const changed = changes(before, after);
  return { OutboundHeader: leg === 'forward' ? changed : answered(changed) };
}

/** The first row that decides any of the packets; a tracked connection passes by none. */
function ruleOf(stop: Stop, packets: PacketSet): Partial<Bare> {
  const { decidedBy, direction = 'ingress' } = stop;
  switch (decidedBy?.kind) {
    case 'network-acl': {
      const decided = decidedBy.rules.find(
        ({ rule, effective }) => rule.ruleAction === 'allow' && !effective.intersect(packets).isEmpty,
      );
      return decided ? { AclRule: aclRule(decided.rule, direction) } : {};
    }
    case 'security-group': {
      if (packets.isSubsetOf(decidedBy.tracked)) return {};
      const decided = decidedBy.rules.find(({ effective }) => !effective.intersect(packets).isEmpty);
      return decided ? { SecurityGroupRule: securityGroupRule(decided.rule.rule, direction) } : {};
    }
    case 'route-table': {
      const decided = decidedBy.rules.find(({ effective }) => !effective.intersect(packets).isEmpty);
      return decided ? { RouteTableRoute: routeTableRoute(decided.rule) } : {};
    }
    case 'transit-gateway-route-table': {
      const decided = decidedBy.rules.find(({ effective }) => !effective.intersect(packets).isEmpty);
      return decided ? { TransitGatewayRouteTableRoute: transitRoute(decided.rule) } : {};
    }
    default:
      return {};
  }
}
