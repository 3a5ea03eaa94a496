/**
 * Gateway route tables: what a table must not hold if it is to steer what enters by a gateway.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
import { containsCidr } from '../../net/cidr';
import type { RouteRow, RouteTableRow } from '../schema/route-table';
import type { Snapshot } from '../schema/snapshot';
import { documentBlock } from './block';
import { find, missing } from './find';
import { blocksOf } from './local-route';
import { type Refusal, refuse } from './outcome';
import { rowsOf } from './rows';

/** What speaks against associating this table with this gateway. */
export function checkGatewayTable(
  snapshot: Snapshot,
  table: RouteTableRow,
  gatewayId: string,
): Refusal | undefined {
  return checkGateway(snapshot, table, gatewayId) ?? checkTable(snapshot, table);
}

function checkGateway(snapshot: Snapshot, table: RouteTableRow, id: string): Refusal | undefined {
  const attachments = attachmentsOf(snapshot, id);
  if (!attachments) return missing(id.startsWith('vgw-') ? 'VpnGateways' : 'InternetGateways', id);
  if (!attachments.some(({ VpcId }) => VpcId === table.VpcId))
    return refuse(
      'InvalidParameterValue',
      `Route table ${table.RouteTableId} and network gateway ${id} belong to different networks`,
    );
  const isTaken = rowsOf(snapshot, 'RouteTables').some((other) =>
    other.Associations?.some(({ GatewayId }) => GatewayId === id),
  );
  if (!isTaken) return undefined;
  return refuse(
    'Resource.AlreadyAssociated',
    `the specified association for route table ${table.RouteTableId} conflicts with an existing association`,
  );
}

function attachmentsOf(snapshot: Snapshot, id: string): readonly { readonly VpcId: string }[] | undefined {
  const vpnGateway = find(snapshot, 'VpnGateways', id);
  if (vpnGateway) return vpnGateway.VpcAttachments ?? [];
  const internetGateway = find(snapshot, 'InternetGateways', id);
  return internetGateway && (internetGateway.Attachments ?? []);
}

export function checkTable(snapshot: Snapshot, table: RouteTableRow): Refusal | undefined {
  const { RouteTableId, VpcId, Routes = [], Associations, PropagatingVgws } = table;
  const cannot = (why: string): Refusal =>
    refuse(
      'InvalidParameterValue',
      `Route table ${RouteTableId} cannot be associated with a gateway: ${why}`,
    );
  if (Associations?.some(({ Main }) => Main)) return cannot('it is the main route table');
  if (PropagatingVgws?.length) return cannot('routes are propagated into it');
  const vpc = find(snapshot, 'Vpcs', VpcId);
  const own = vpc ? blocksOf(vpc).map(documentBlock) : [];
  for (const route of Routes) {
    const text = route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock;
    if (text === undefined)
      return cannot(`${route.DestinationPrefixListId ?? ''} is a prefix list as a destination`);
    if (!own.some((block) => containsCidr(block, documentBlock(text))))
      return cannot(`${text} lies outside of ${VpcId}`);
    if (!isInward(snapshot, route)) return cannot(`the route for ${text} has an unsupported target`);
  }
  return undefined;
}

function isInward(snapshot: Snapshot, { GatewayId, NetworkInterfaceId }: RouteRow): boolean {
  if (GatewayId === 'local' || NetworkInterfaceId !== undefined) return true;
  if (!GatewayId?.startsWith('vpce-')) return false;
  return find(snapshot, 'VpcEndpoints', GatewayId)?.VpcEndpointType === 'GatewayLoadBalancer';
}

/** Whether a gateway route table steers what enters here. */
export function hasRouteTable(snapshot: Snapshot, gatewayId: string): boolean {
  return rowsOf(snapshot, 'RouteTables').some((table) =>
    table.Associations?.some(({ GatewayId }) => GatewayId === gatewayId),
  );
}
