/**
 * The routes of gateway endpoints: one for the service's prefix list in every table of the endpoint.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
import type { RouteRow } from '../schema/route-table';
import type { Snapshot } from '../schema/snapshot';
import type { VpcEndpointRow } from '../schema/vpc-endpoint';
import { find, missing } from './find';
import { type IdSource, type Refusal, refuse } from './outcome';
import { addRow, mapRows, replaceRow, rowsOf } from './rows';

/** AWS's own list for a service. A document without it gets it, with the blocks that its `IpRanges` tell of. */
export function prefixListOf(
  snapshot: Snapshot,
  serviceName: string,
  ids: IdSource,
): { readonly snapshot: Snapshot; readonly id: string } {
  const known =
    rowsOf(snapshot, 'PrefixLists').find(({ PrefixListName }) => PrefixListName === serviceName) ??
    rowsOf(snapshot, 'ManagedPrefixLists').find(({ PrefixListName }) => PrefixListName === serviceName);
  if (known) return { snapshot, id: known.PrefixListId };
  const [region, service] = serviceName.split('.').slice(-2);
  const Cidrs = rowsOf(snapshot, 'IpRanges')
    .filter((row) => row.service.toLowerCase() === service && row.region === region)
    .map(({ ip_prefix }) => ip_prefix);
  const id = ids('pl');
  const row = { PrefixListId: id, PrefixListName: serviceName, Cidrs: [...new Set(Cidrs)] };
  return { snapshot: addRow(snapshot, 'PrefixLists', row), id };
}

export function addEndpointRoutes(
  snapshot: Snapshot,
  { VpcEndpointId, VpcId }: VpcEndpointRow,
  prefixListId: string,
  tableIds: readonly string[],
): { readonly snapshot: Snapshot } | Refusal {
  let current = snapshot;
  for (const id of tableIds) {
    const table = find(current, 'RouteTables', id);
    if (!table || table.VpcId !== VpcId) return missing('RouteTables', id);
    if (table.Routes?.some(({ DestinationPrefixListId }) => DestinationPrefixListId === prefixListId))
      return refuse(
        'RouteAlreadyExists',
        `route table ${id} already has a route with destination-prefix-list-id ${prefixListId}`,
      );
    if (table.Associations?.some(({ GatewayId }) => GatewayId !== undefined))
      return refuse('InvalidParameter', `Route table ${id} is associated with a gateway`);
    const route: RouteRow = {
      DestinationPrefixListId: prefixListId,
      GatewayId: VpcEndpointId,
      Origin: 'CreateRoute',
      State: 'active',
    };
    const changed = { ...table, Routes: [...(table.Routes ?? []), route] };
    current = replaceRow(current, 'RouteTables', table, changed);
  }
  return { snapshot: current };
}

export function removeEndpointRoutes(
  snapshot: Snapshot,
  endpointId: string,
  tableIds: readonly string[],
): Snapshot {
  return mapRows(snapshot, 'RouteTables', (table) => {
    if (!tableIds.includes(table.RouteTableId)) return table;
    const left = (table.Routes ?? []).filter(({ GatewayId }) => GatewayId !== endpointId);
    return { ...table, Routes: left };
  });
}
