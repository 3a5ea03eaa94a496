/** What a Change asks for and a World already has: told as what is so, never as a repair. */
import { canonicalCidr, containsCidr, formatCidr, overlaps } from '../net/cidr';
import { parseProtocol } from '../net/protocol';
import type { Filter } from '../rules/filter';
import type { Hosts } from '../simulate/host';
import type { ParsedWorld } from '../simulate/parse-world';
import type { Change } from '../simulate/world';
import type { Network } from '../vpc/network';
import { filterText } from './match-text';
import { code, type Prose, prose } from './prose';
import { flow, peerText, side, targetText } from './step';

/** `undefined` where the change changes something, or may. */
export function alreadySentence({ network, hosts }: ParsedWorld, change: Change): Prose | undefined {
  switch (change.Action) {
    case 'CreateRoute':
    case 'ReplaceRoute':
      return routeStands(network, change);
    case 'AuthorizeSecurityGroupIngress':
      return groupAllows(network, change);
    case 'CreateNetworkAclEntry':
      return listAllows(network, change);
    case 'StartListener':
      return listens(hosts, change);
    case 'AddFirewallRule':
      return firewallAccepts(hosts, change);
    default:
      return undefined;
  }
}

/** The Changes whose Action may be one of these. */
type Of<Name extends Change['Action'], C = Change> = C extends { readonly Action: infer A }
  ? Name extends A
    ? C
    : never
  : never;

function routeStands(network: Network, change: Of<'CreateRoute' | 'ReplaceRoute'>): Prose | undefined {
  const table = network.routeTables.get(String(change.RouteTableId));
  const route = table?.routes.find(
    ({ destination, state }) => state === 'active' && formatCidr(destination) === change.DestinationCidrBlock,
  );
  const wanted =
    change.GatewayId ?? change.VpcPeeringConnectionId ?? change.NatGatewayId ?? change.NetworkInterfaceId;
  if (!table || !route || targetText(route.target) !== wanted) return undefined;
  return prose`${code(table.id)} already sends ${code(formatCidr(route.destination))} to ${code(targetText(route.target))}`;
}

function groupAllows(network: Network, change: Of<'AuthorizeSecurityGroupIngress'>): Prose | undefined {
  const group = network.securityGroups.get(String(change.GroupId));
  const [asked, ...more] = change.IpPermissions;
  const block = canonicalCidr(asked?.IpRanges?.[0]?.CidrIp ?? '');
  if (!asked || !block || more.length > 0) return undefined;
  const wanted = filterOf(asked.IpProtocol, asked.FromPort, asked.ToPort);
  const by = group?.ingress.find(
    (rule) =>
      rule.peer.kind === 'cidr' && containsCidr(rule.peer.cidr, block) && wanted && covers(rule, wanted),
  );
  if (!group || !by) return undefined;
  return prose`${code(group.id)} already allows ${code(filterText(by))} from ${code(peerText(by))}, inbound`;
}

/** In a numbered list the first entry that touches the traffic has the say, whatever stands behind it. */
function listAllows(network: Network, change: Of<'CreateNetworkAclEntry'>): Prose | undefined {
  const acl = network.networkAcls.get(String(change.NetworkAclId));
  const block = canonicalCidr(change.CidrBlock ?? '');
  const wanted = filterOf(change.Protocol, change.PortRange?.From, change.PortRange?.To);
  if (!acl || !block || !wanted || change.RuleAction !== 'allow') return undefined;
  const direction = change.Egress ? 'egress' : 'ingress';
  const first = acl[direction].find((entry) => overlaps(entry.cidr, block) && meets(entry, wanted));
  if (first?.ruleAction !== 'allow' || !containsCidr(first.cidr, block) || !covers(first, wanted))
    return undefined;
  return prose`Rule ${code(first.ruleNumber)} of ${code(acl.id)} already allows ${code(filterText(first))} ${side(direction)} ${code(formatCidr(first.cidr))}, ${flow(direction)}`;
}

function listens(hosts: Hosts, change: Of<'StartListener'>): Prose | undefined {
  const wanted = filterOf(change.Protocol, change.Port, change.Port);
  const listening = hosts.byName
    .get(change.Host)
    ?.listeners?.some(
      ({ protocol, port, bind }) =>
        protocol === wanted?.protocol && port === change.Port && Number(bind) === 0,
    );
  if (!listening || !wanted) return undefined;
  return prose`${code(change.Host)} already listens for ${code(filterText(wanted))} on every address`;
}

function firewallAccepts(hosts: Hosts, change: Of<'AddFirewallRule'>): Prose | undefined {
  const host = hosts.byName.get(change.Host);
  const wanted = filterOf(change.Protocol ?? '-1', change.Port, change.Port);
  if (!host || !wanted || change.Do !== 'accept' || change.Direction !== 'in') return undefined;
  const first = host.firewall.find(
    ({ direction, protocol, port }) =>
      direction === 'ingress' &&
      (protocol === 'all' || protocol === wanted.protocol) &&
      (port === 'all' || port === change.Port),
  );
  // What no rule speaks of is accepted.
  if (first && first.verdict !== 'accept') return undefined;
  return prose`The host firewall of ${code(host.name)} already lets ${code(filterText(wanted))} in`;
}

function filterOf(
  protocolText: string,
  from: number | undefined,
  to: number | undefined,
): Filter | undefined {
  const protocol = protocolText === '-1' ? 'all' : parseProtocol(protocolText);
  const ports = from === undefined || to === undefined ? 'all' : { from, to };
  return protocol === undefined ? undefined : { protocol, ports, icmp: 'all' };
}

function covers(outer: Filter, inner: Filter): boolean {
  if (outer.protocol === 'all') return true;
  if (outer.protocol !== inner.protocol) return false;
  if (outer.ports === 'all') return true;
  return inner.ports !== 'all' && outer.ports.from <= inner.ports.from && inner.ports.to <= outer.ports.to;
}

function meets(one: Filter, other: Filter): boolean {
  if (one.protocol === 'all' || other.protocol === 'all') return true;
  if (one.protocol !== other.protocol) return false;
  if (one.ports === 'all' || other.ports === 'all') return true;
  return one.ports.from <= other.ports.to && other.ports.from <= one.ports.to;
}
