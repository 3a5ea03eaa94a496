/**
 * Routes in few words: `0.0.0.0/0 igw-a`, `pl-s3 vpce-s3`, `10.8.0.0/16 vgw-a propagated`, `10.8.0.0/16 eni-a advertised`,
 * `0.0.0.0/0 nat-a blackhole`.
 */
import type { RouteRow } from '@/lib/core/ec2/schema/route-table';
import { words } from './part';

const TARGETS: readonly (readonly [string, keyof RouteRow & string])[] = [
  ['eigw-', 'EgressOnlyInternetGatewayId'],
  ['eni-', 'NetworkInterfaceId'],
  ['igw-', 'GatewayId'],
  ['local', 'GatewayId'],
  ['nat-', 'NatGatewayId'],
  ['pcx-', 'VpcPeeringConnectionId'],
  ['tgw-', 'TransitGatewayId'],
  ['vgw-', 'GatewayId'],
  ['vpce-', 'GatewayId'],
];

export function routeRow(text: string): RouteRow {
  const [destination = '', target = '', ...flags] = words(text);
  const key = TARGETS.find(([prefix]) => target.startsWith(prefix))?.[1] ?? 'GatewayId';
  const state = (['blackhole', 'filtered'] as const).find((one) => flags.includes(one)) ?? 'active';
  return {
    ...destinationOf(destination),
    [key]: target,
    Origin: target === 'local' ? 'CreateRouteTable' : originOf(flags),
    State: state,
  };
}

function originOf(flags: readonly string[]): RouteRow['Origin'] {
  if (flags.includes('propagated')) return 'EnableVgwRoutePropagation';
  return flags.includes('advertised') ? 'Advertisement' : 'CreateRoute';
}

function destinationOf(text: string): Partial<RouteRow> {
  if (text.startsWith('pl-')) return { DestinationPrefixListId: text };
  return text.includes(':') ? { DestinationIpv6CidrBlock: text } : { DestinationCidrBlock: text };
}

/** The local route of every block, unless a static row for the very block stands in its place. */
export function withLocals(rows: readonly RouteRow[], blocks: readonly string[]): readonly RouteRow[] {
  const replaced = new Set(
    rows
      .filter(({ Origin }) => Origin === 'CreateRoute')
      .map((row) => row.DestinationCidrBlock ?? row.DestinationIpv6CidrBlock),
  );
  return [
    ...blocks.filter((block) => !replaced.has(block)).map((block) => routeRow(`${block} local`)),
    ...rows,
  ];
}
