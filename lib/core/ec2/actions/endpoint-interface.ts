/** The interfaces of interface and Gateway Load Balancer endpoints. https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html */
import type { Snapshot } from '../schema/snapshot';
import type { VpcEndpointRow } from '../schema/vpc-endpoint';
import { missing } from './find';
import type { IdSource, Outcome, Refusal } from './outcome';
import { mapRows, replaceRow, rowsOf } from './rows';
import { addServiceInterface, removeInterfaces } from './service-interface';
import { readZoneSubnets } from './zone-subnets';

type Groups = NonNullable<VpcEndpointRow['Groups']>;

/** The groups asked for, or the VPC's default group for an interface endpoint. */
export function endpointGroups(
  snapshot: Snapshot,
  { VpcId, VpcEndpointType }: VpcEndpointRow,
  asked: readonly string[] | undefined,
): { readonly groups: Groups } | Refusal {
  const own = rowsOf(snapshot, 'SecurityGroups').filter((row) => row.VpcId === VpcId);
  const unknown = asked?.find((id) => !own.some(({ GroupId }) => GroupId === id));
  if (unknown !== undefined) return missing('SecurityGroups', unknown);
  if (VpcEndpointType !== 'Interface') return { groups: [] };
  const rows = asked?.length
    ? own.filter(({ GroupId }) => asked.includes(GroupId))
    : own.filter(({ GroupName }) => GroupName === 'default');
  return {
    groups: rows.map(({ GroupId, GroupName }) => ({
      GroupId,
      ...(GroupName !== undefined && { GroupName }),
    })),
  };
}

/** One more interface in each subnet; the endpoint's groups are told to all its interfaces. */
export function addEndpointInterfaces(
  snapshot: Snapshot,
  row: VpcEndpointRow,
  subnetIds: readonly string[],
  ids: IdSource,
): Outcome {
  const subnets = readZoneSubnets(snapshot, row.VpcId, row.SubnetIds ?? [], subnetIds);
  if ('error' in subnets) return subnets;
  const isInterface = row.VpcEndpointType === 'Interface';
  let current = snapshot;
  const made: string[] = [];
  for (const subnet of subnets.subnets) {
    const added = addServiceInterface(
      current,
      subnet,
      {
        InterfaceType: isInterface ? 'vpc_endpoint' : 'gateway_load_balancer_endpoint',
        Description: `VPC Endpoint Interface ${row.VpcEndpointId}`,
        SourceDestCheck: isInterface,
        groupIds: (row.Groups ?? []).map(({ GroupId }) => GroupId),
      },
      ids,
    );
    if ('error' in added) return added;
    current = added.snapshot;
    made.push(added.row.NetworkInterfaceId);
  }
  return {
    snapshot: replaceRow(current, 'VpcEndpoints', row, {
      ...row,
      SubnetIds: [...(row.SubnetIds ?? []), ...subnetIds],
      NetworkInterfaceIds: [...(row.NetworkInterfaceIds ?? []), ...made],
    }),
  };
}

/** Takes the endpoint out of subnets; the interfaces that stay get its groups. */
export function removeEndpointInterfaces(
  snapshot: Snapshot,
  row: VpcEndpointRow,
  subnetIds: readonly string[],
): Snapshot {
  const own = new Set(row.NetworkInterfaceIds ?? []);
  const gone = new Set(
    rowsOf(snapshot, 'NetworkInterfaces')
      .filter(
        ({ NetworkInterfaceId, SubnetId }) => own.has(NetworkInterfaceId) && subnetIds.includes(SubnetId),
      )
      .map(({ NetworkInterfaceId }) => NetworkInterfaceId),
  );
  const left = removeInterfaces(snapshot, ({ NetworkInterfaceId }) => gone.has(NetworkInterfaceId));
  const grouped = mapRows(left, 'NetworkInterfaces', (eni) =>
    own.has(eni.NetworkInterfaceId) ? { ...eni, Groups: row.Groups ?? [] } : eni,
  );
  return replaceRow(grouped, 'VpcEndpoints', row, {
    ...row,
    SubnetIds: (row.SubnetIds ?? []).filter((id) => !subnetIds.includes(id)),
    NetworkInterfaceIds: (row.NetworkInterfaceIds ?? []).filter((id) => !gone.has(id)),
  });
}
