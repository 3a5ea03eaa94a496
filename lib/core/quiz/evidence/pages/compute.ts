/** The pages of instances and of interfaces that belong to none: where they are, their addresses, their groups. */
import type { NetworkInterfaceRow } from '../../../ec2/schema/network-interface';
import type { Network } from '../../../vpc/network';
import type { PageTable } from '../exhibit';
import { described, details, page, yesNo } from './page';

export const instancePage = page({
  rows: 'Instances',
  id: ({ InstanceId }) => InstanceId,
  tables: ({ InstanceId, InstanceType, State }, { snapshot, network }) => [
    details('instance', { state: State?.Name, type: InstanceType }),
    ...attachedTo(snapshot.NetworkInterfaces, InstanceId).map((row) => interfaceTable(row, network)),
  ],
  printed: (row, { snapshot }) => {
    const id = row.InstanceId;
    return [
      described(`describe-instances --instance-ids ${id}`, 'Reservations', [{ Instances: [row] }]),
      described(
        `describe-network-interfaces --filters Name=attachment.instance-id,Values=${id}`,
        'NetworkInterfaces',
        attachedTo(snapshot.NetworkInterfaces, id),
      ),
    ];
  },
});

/** Of a function of Lambda, a NAT gateway, an endpoint, a transit gateway. */
export const networkInterfacePage = page({
  rows: 'NetworkInterfaces',
  id: ({ NetworkInterfaceId }) => NetworkInterfaceId,
  name: ({ Description }) => Description || undefined,
  isListed: ({ Attachment }) => Attachment?.InstanceId === undefined,
  tables: (row, { network }) => [interfaceTable(row, network)],
  printed: (row) => [
    described(
      `describe-network-interfaces --network-interface-ids ${row.NetworkInterfaceId}`,
      'NetworkInterfaces',
      [row],
    ),
  ],
});

function attachedTo(
  rows: readonly NetworkInterfaceRow[] = [],
  instanceId: string,
): readonly NetworkInterfaceRow[] {
  return rows.filter(({ Attachment }) => Attachment?.InstanceId === instanceId);
}

function interfaceTable(row: NetworkInterfaceRow, network: Network): PageTable {
  const { NetworkInterfaceId, SubnetId, PrivateIpAddress, PrivateIpAddresses = [], Ipv6Addresses = [] } = row;
  const publicAddresses = PrivateIpAddresses.flatMap(({ PrivateIpAddress: address, Association }) =>
    Association?.PublicIp === undefined ? [] : [`${Association.PublicIp} (of ${address})`],
  );
  return details(`interface ${NetworkInterfaceId}`, {
    type: row.InterfaceType,
    status: row.Status,
    subnet: [SubnetId, network.subnets.get(SubnetId)?.name ?? ''].filter(Boolean),
    'private addresses':
      PrivateIpAddresses.length > 0
        ? PrivateIpAddresses.map(({ PrivateIpAddress: address }) => address)
        : PrivateIpAddress,
    'public addresses': publicAddresses.length > 0 ? publicAddresses : (row.Association?.PublicIp ?? 'none'),
    'IPv6 addresses': Ipv6Addresses.map(({ Ipv6Address }) => Ipv6Address),
    'security groups': (row.Groups ?? []).map(({ GroupId }) => {
      const name = network.securityGroups.get(GroupId)?.name;
      return name === undefined ? GroupId : `${GroupId} (${name})`;
    }),
    'source/destination check': yesNo(row.SourceDestCheck ?? true),
  });
}
