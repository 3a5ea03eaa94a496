/**
 * `CreateNetworkInsightsPath` as a pure function: the request checked, and the path that AWS would keep.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInsightsPath.html
 */
import { parseIpv4 } from '../../net/ipv4';
import { isPort } from '../../net/port';
import { hasPorts, parseProtocol } from '../../net/protocol';
import type { Network } from '../../vpc/network';
import type { Mode } from '../limits';
import { arnOf, idIn } from './component';
import type { CreateNetworkInsightsPathRequest, NetworkInsightsPath, PathRequestFilter } from './shape';

export type PathDoor = { readonly path: NetworkInsightsPath } | { readonly issues: readonly string[] };

/** Ids are counted: there is no die below the pure line. `createdAt`: ISO 8601, where the caller has a clock. */
export function createNetworkInsightsPath(
  network: Network,
  request: CreateNetworkInsightsPathRequest,
  {
    mode = 'aws',
    number = 1,
    createdAt,
  }: { readonly mode?: Mode; readonly number?: number; readonly createdAt?: string } = {},
): PathDoor {
  const issues = [...protocolIssues(request, mode), ...filterIssues(request), ...portIssues(request)];
  if (issues.length > 0) return { issues };
  const id = `nip-${String(number).padStart(17, '0')}`;
  const { Destination, SourceIp, DestinationIp, DestinationPort, FilterAtSource, FilterAtDestination } =
    request;
  return {
    path: {
      NetworkInsightsPathId: id,
      NetworkInsightsPathArn: arnOf(network, id),
      ...(createdAt !== undefined && { CreatedDate: createdAt }),
      Source: idIn(request.Source),
      ...(Destination !== undefined && { Destination: idIn(Destination) }),
      SourceArn: arnOf(network, idIn(request.Source)),
      ...(Destination !== undefined && { DestinationArn: arnOf(network, idIn(Destination)) }),
      ...(SourceIp !== undefined && { SourceIp }),
      ...(DestinationIp !== undefined && { DestinationIp }),
      Protocol: request.Protocol.toLowerCase(),
      ...(DestinationPort !== undefined && { DestinationPort }),
      ...(FilterAtSource && { FilterAtSource }),
      ...(FilterAtDestination && { FilterAtDestination }),
      Tags: [],
    },
  };
}

function protocolIssues({ Protocol }: CreateNetworkInsightsPathRequest, mode: Mode): readonly string[] {
  const protocol = parseProtocol(Protocol);
  if (protocol === undefined) return [`\`${Protocol}\` is not a protocol: use tcp or udp`];
  if (mode === 'aws' && !hasPorts(protocol))
    return [`\`${Protocol}\` is nothing that AWS's tool asks about: use tcp or udp`];
  return [];
}

function filterIssues(request: CreateNetworkInsightsPathRequest): readonly string[] {
  const { SourceIp, DestinationIp, DestinationPort, FilterAtSource, FilterAtDestination, Destination } =
    request;
  const issues: string[] = [];
  if (FilterAtSource && (SourceIp !== undefined || DestinationPort !== undefined))
    issues.push(
      'a filter at the source stands in place of `SourceIp` and `DestinationPort`: use one or the other',
    );
  if (FilterAtDestination && DestinationIp !== undefined)
    issues.push('a filter at the destination stands in place of `DestinationIp`: use one or the other');
  if (
    Destination === undefined &&
    DestinationIp === undefined &&
    FilterAtSource?.DestinationAddress === undefined
  )
    issues.push('a path needs a destination, or a destination address in the filter at the source');
  const addresses = [
    SourceIp,
    DestinationIp,
    FilterAtSource?.SourceAddress,
    FilterAtSource?.DestinationAddress,
    FilterAtDestination?.SourceAddress,
    FilterAtDestination?.DestinationAddress,
  ];
  for (const address of addresses) {
    if (address !== undefined && parseIpv4(address) === undefined)
      issues.push(`\`${address}\` is not an IPv4 address`);
  }
  return issues;
}

function portIssues({
  DestinationPort,
  Protocol,
  ...request
}: CreateNetworkInsightsPathRequest): readonly string[] {
  const protocol = parseProtocol(Protocol);
  const ranges = [request.FilterAtSource, request.FilterAtDestination].flatMap(
    (filter: PathRequestFilter | undefined) =>
      [filter?.SourcePortRange, filter?.DestinationPortRange].flatMap((range) => range ?? []),
  );
  const issues: string[] = [];
  if (DestinationPort !== undefined && !isPort(DestinationPort))
    issues.push(`\`${DestinationPort}\` is not a port: use 0 to 65535`);
  if (protocol !== undefined && !hasPorts(protocol) && (DestinationPort !== undefined || ranges.length > 0))
    issues.push(`\`${Protocol}\` has no ports`);
  for (const { FromPort = 0, ToPort = 65535 } of ranges) {
    if (!isPort(FromPort) || !isPort(ToPort) || FromPort > ToPort)
      issues.push(`\`${FromPort}-${ToPort}\` is not a range of ports`);
  }
  return issues;
}
