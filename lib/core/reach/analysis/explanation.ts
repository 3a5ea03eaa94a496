/** Obstacles as AWS's `Explanation`s: ids become components, rows AWS's rows. */
import type { Network } from '../../vpc/network';
import type { Obstacle, ObstacleFacts } from '../blockers/obstacle';
import { component } from './component';
import { aclRule, routeTableRoute, securityGroupRule, transitRoute } from './rows';
import type { Explanation } from './shape';

/** Fields whose value is a plain text in AWS's shape; every other text is a component's id. */
const TEXTS: ReadonlySet<string> = new Set([
  'Address',
  'ComponentAccount',
  'ComponentRegion',
  'Direction',
  'MissingComponent',
  'PacketField',
  'State',
]);
const TEXT_LISTS: ReadonlySet<string> = new Set([
  'Addresses',
  'AvailabilityZones',
  'AvailabilityZoneIds',
  'Cidrs',
  'Protocols',
]);

export function explanation(
  network: Network,
  { code, facts }: Pick<Obstacle, 'code' | 'facts'>,
): Explanation {
  const fields = Object.entries(facts).map(([field, value]) => [
    field,
    printed(network, field, value, facts),
  ]);
  return { ExplanationCode: code, ...Object.fromEntries(fields) };
}

function printed(network: Network, field: string, value: unknown, facts: ObstacleFacts): unknown {
  if (typeof value === 'string') return TEXTS.has(field) ? value : component(network, value);
  switch (field) {
    case 'AclRule':
      return facts.AclRule && aclRule(facts.AclRule.entry, facts.AclRule.direction);
    case 'SecurityGroupRule':
      return (
        facts.SecurityGroupRule &&
        securityGroupRule(facts.SecurityGroupRule.rule, facts.SecurityGroupRule.direction)
      );
    case 'RouteTableRoute':
      return facts.RouteTableRoute && routeTableRoute(facts.RouteTableRoute);
    case 'TransitGatewayRouteTableRoute':
      return facts.TransitGatewayRouteTableRoute && transitRoute(facts.TransitGatewayRouteTableRoute);
    case 'PortRanges':
      return facts.PortRanges?.map(({ from, to }) => ({ From: from, To: to }));
    default:
      return TEXT_LISTS.has(field) ? value : idsOf(value).map((id) => component(network, id));
  }
}

function idsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}
