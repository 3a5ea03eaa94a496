/** An intent as a question to Reachability Analyzer: the ends that its API takes, and what it says. */
import { formatAddress } from '../net/address';
import { parseIpv4 } from '../net/ipv4';
import { startNetworkInsightsAnalysis } from '../reach/analysis/analyze';
import { createNetworkInsightsPath } from '../reach/analysis/path';
import type { NetworkInsightsAnalysis, NetworkInsightsPath } from '../reach/analysis/shape';
import type { Mode } from '../reach/limits';
import type { Host, Hosts } from '../simulate/host';
import type { ParsedWorld } from '../simulate/parse-world';
import type { Network } from '../vpc/network';
import type { Intent } from './intent';

export type Asked =
  | { readonly analysis: NetworkInsightsAnalysis }
  /** Why the tool cannot be asked this. */
  | { readonly cannot: string };

export function askAnalyzer(world: ParsedWorld, intent: Intent, mode: Mode = 'aws'): Asked {
  const door = analyzerPath(world, intent, mode);
  if ('cannot' in door) return door;
  return { analysis: startNetworkInsightsAnalysis(world.network, door.path, { mode }).analysis };
}

/** The question alone, unasked. */
export function analyzerPath(
  world: ParsedWorld,
  intent: Intent,
  mode: Mode = 'aws',
): { readonly path: NetworkInsightsPath } | { readonly cannot: string } {
  const { from, to, server, protocol, port } = intent;
  const { network } = world;
  if (to.includes(':')) return { cannot: 'it looks at IPv4 only' };
  const Source = endOf(world, from, server);
  const Destination = endOf(world, server, from) ?? endpointAt(world, from, to);
  if (Source === undefined || Destination === undefined)
    return { cannot: 'one end has no component that a path can begin or end at' };
  const door = createNetworkInsightsPath(
    network,
    {
      Source: Source.id,
      Destination: Destination.id,
      Protocol: protocol,
      ...(Source.outside && { SourceIp: Source.outside }),
      // Behind a translation the address that is dialled is not the one that arrives.
      ...(Destination.outside && { DestinationIp: to }),
      ...(port > 0 && { DestinationPort: port }),
    },
    { mode },
  );
  return 'issues' in door ? { cannot: door.issues.join('; ') } : { path: door.path };
}

interface PathEnd {
  readonly id: string;
  /** The address of a host that no interface of ours has. */
  readonly outside: string | undefined;
}

/** A host's interface; for one on the internet the internet gateway by which the other end goes there, for one on the premises AWS's end of the link. */
function endOf(world: ParsedWorld, name: string, other: string): PathEnd | undefined {
  const host = world.hosts.byName.get(name);
  const [interfaceId] = host?.networkInterfaceIds ?? [];
  if (interfaceId !== undefined) return { id: interfaceId, outside: undefined };
  const address = host?.address ?? parseIpv4(name);
  if (address === undefined) return undefined;
  const id = host?.premises === undefined ? gatewayOf(world, other) : linkOf(world, host);
  return id === undefined ? undefined : { id, outside: formatAddress(address) };
}

/** A service that nobody described: the endpoint of the client's VPC that has the address, or carries what goes to it. */
function endpointAt({ network, hosts }: ParsedWorld, from: string, to: string): PathEnd | undefined {
  const address = parseIpv4(to);
  const vpcId = vpcOf(network, hosts, from);
  if (address === undefined || vpcId === undefined) return undefined;
  const own = network.privateAddresses.get(vpcId)?.get(address);
  const endpoints = [...network.vpcEndpoints.values()].filter((endpoint) => endpoint.vpcId === vpcId);
  const byInterface = endpoints.find(({ networkInterfaces }) => own && networkInterfaces.includes(own));
  if (byInterface) return { id: byInterface.id, outside: undefined };
  const byRoute = endpoints.find(({ type }) => type === 'gateway');
  return byRoute && { id: byRoute.id, outside: to };
}

function vpcOf(network: Network, hosts: Hosts, name: string): string | undefined {
  const [interfaceId] = hosts.byName.get(name)?.networkInterfaceIds ?? [];
  return network.networkInterfaces.get(interfaceId ?? '')?.subnet.vpc.id;
}

/** The internet gateway of the VPC where the other end is; where it has none, the only one there is (central egress). */
function gatewayOf({ network, hosts }: ParsedWorld, other: string): string | undefined {
  const vpcId = vpcOf(network, hosts, other);
  const gateways = [...network.internetGateways.values()];
  return gateways.find((gateway) => gateway.vpcId === vpcId)?.id ?? gateways[0]?.id;
}

function linkOf({ network, hosts }: ParsedWorld, { premises }: Host): string | undefined {
  const [link] = hosts.premises.byName.get(premises ?? '')?.links ?? [];
  if (link?.vpnGatewayId !== undefined) return link.vpnGatewayId;
  const gateway = network.transitGateways.get(link?.transitGatewayId ?? '');
  return gateway?.id;
}
