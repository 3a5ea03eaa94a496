/** Rows of rule lists and route tables as AWS's answers print them. */
import { formatCidr } from '../../net/cidr';
import { formatProtocol } from '../../net/protocol';
import type { Direction, PortMatch, ProtocolMatch } from '../../vpc/match';
import type { NetworkAclEntry } from '../../vpc/network-acl';
import type { Route } from '../../vpc/route-table';
import type { SecurityGroupRule } from '../../vpc/security-group';
import type { TransitGatewayRoute } from '../../vpc/transit-gateway';
import type {
  AnalysisAclRule,
  AnalysisRouteTableRoute,
  AnalysisSecurityGroupRule,
  PortRange,
  TransitGatewayRouteTableRoute,
} from './shape';

function portRange(ports: PortMatch): { readonly PortRange: PortRange } | undefined {
  return ports === 'all' ? undefined : { PortRange: { From: ports.from, To: ports.to } };
}

/** Names in rules, numbers in headers; network ACLs say `all`, and so do security groups. */
function protocolName(protocol: ProtocolMatch): string {
  return protocol === 'all' ? 'all' : formatProtocol(protocol);
}

export function aclRule(
  { cidr, protocol, ports, ...entry }: NetworkAclEntry,
  direction: Direction,
): AnalysisAclRule {
  return {
    Cidr: formatCidr(cidr),
    Egress: direction === 'egress',
    ...portRange(ports),
    Protocol: protocolName(protocol),
    RuleAction: entry.ruleAction,
    RuleNumber: entry.ruleNumber,
  };
}

export function securityGroupRule(
  { peer, protocol, ports }: SecurityGroupRule,
  Direction: Direction,
): AnalysisSecurityGroupRule {
  return {
    ...(peer.kind === 'cidr' && { Cidr: formatCidr(peer.cidr) }),
    ...(peer.kind === 'security-group' && { SecurityGroupId: peer.id }),
    ...(peer.kind === 'prefix-list' && { PrefixListId: peer.id }),
    Direction,
    ...portRange(ports),
    Protocol: protocolName(protocol),
  };
}

const TARGETS = {
  local: 'GatewayId',
  'internet-gateway': 'GatewayId',
  'vpn-gateway': 'GatewayId',
  'vpc-endpoint': 'GatewayId',
  'not-modelled': 'GatewayId',
  'nat-gateway': 'NatGatewayId',
  'egress-only-internet-gateway': 'EgressOnlyInternetGatewayId',
  'network-interface': 'NetworkInterfaceId',
  'vpc-peering-connection': 'VpcPeeringConnectionId',
  'transit-gateway': 'TransitGatewayId',
} as const;

/** AWS's answers print the origin in lower case. */
export function routeTableRoute({
  destination,
  prefixListId,
  target,
  origin,
  state,
}: Route): AnalysisRouteTableRoute {
  return {
    ...(prefixListId === undefined
      ? { DestinationCidr: formatCidr(destination) }
      : { DestinationPrefixListId: prefixListId }),
    [TARGETS[target.kind]]: target.kind === 'local' ? 'local' : target.id,
    Origin: origin.toLowerCase(),
    State: state,
  };
}

export function transitRoute(
  { destination, prefixListId, type, isBlackhole, attachmentIds, resourceType }: TransitGatewayRoute,
  attachmentId: string | undefined = attachmentIds[0],
): TransitGatewayRouteTableRoute {
  return {
    DestinationCidr: formatCidr(destination),
    State: isBlackhole ? 'blackhole' : 'active',
    RouteOrigin: type,
    ...(prefixListId !== undefined && { PrefixListId: prefixListId }),
    ...(attachmentId !== undefined && { AttachmentId: attachmentId, ResourceType: resourceType }),
  };
}
