/** All network interfaces, and who owns which address. */
import type { Snapshot } from '../ec2/schema/snapshot';
import { type Address, formatAddress } from '../net/address';
import { ipv6AddressesOf, privateAddressesOf } from './addresses';
import { groupBy } from './index-by';
import type { Network } from './network';
import { type Instance, type NetworkInterface, trackingTimeouts } from './network-interface';
import { tagsOf } from './record-source';
import { nameOf, type Report } from './report';
import type { SecurityGroup } from './security-group';
import type { Subnet } from './subnet';

interface Parts {
  readonly subnets: ReadonlyMap<string, Subnet>;
  readonly securityGroups: ReadonlyMap<string, SecurityGroup>;
  readonly instances: ReadonlyMap<string, Instance>;
  readonly ownerId: string;
}

type InterfaceRow = NonNullable<Snapshot['NetworkInterfaces']>[number];
type Interfaces = Pick<
  Network,
  'networkInterfaces' | 'instanceInterfaces' | 'privateAddresses' | 'publicAddresses'
>;

export function parseNetworkInterfaces(snapshot: Snapshot, parts: Parts, report: Report): Interfaces {
  const networkInterfaces = new Map<string, NetworkInterface>();
  const instanceInterfaces = new Map<string, NetworkInterface>();
  const privateAddresses = new Map<string, Map<Address, NetworkInterface>>();
  const publicAddresses = new Map<Address, NetworkInterface>();
  const elastic = groupBy(
    [...(snapshot.Addresses ?? []), ...natAddresses(snapshot)],
    ({ NetworkInterfaceId }) => NetworkInterfaceId ?? '',
  );
  for (const { row, path, instanceId } of interfaceRows(snapshot)) {
    const parsed = parseOne(row, { ...parts, elastic, instanceId }, path, report);
    if (!parsed) {
      report.leaveOut(row.NetworkInterfaceId);
      continue;
    }
    networkInterfaces.set(parsed.id, parsed);
    const { instance } = parsed;
    if (instance && !instanceInterfaces.has(instance.id)) instanceInterfaces.set(instance.id, parsed);
    const own = privateAddresses.get(parsed.subnet.vpc.id) ?? new Map<Address, NetworkInterface>();
    privateAddresses.set(parsed.subnet.vpc.id, own);
    const claim = (addresses: Map<Address, NetworkInterface>, address: Address): void => {
      const other = addresses.get(address);
      if (other)
        report.issue(
          path,
          `\`${formatAddress(address)}\` belongs to \`${other.id}\` and to \`${parsed.id}\``,
        );
      addresses.set(address, parsed);
    };
    for (const { address, publicAddress } of parsed.privateAddresses) {
      claim(own, address);
      if (publicAddress !== undefined) claim(publicAddresses, publicAddress);
    }
    for (const address of parsed.ipv6Addresses) claim(own, address);
  }
  return { networkInterfaces, instanceInterfaces, privateAddresses, publicAddresses };
}

/** A NAT gateway's row says itself which public address goes with which private one. */
function natAddresses({ NatGateways = [] }: Snapshot): NonNullable<Snapshot['Addresses']> {
  return NatGateways.flatMap(({ NatGatewayAddresses = [] }) =>
    NatGatewayAddresses.flatMap(({ NetworkInterfaceId, PrivateIp, PublicIp, Status = 'succeeded' }) =>
      PublicIp === undefined || Status !== 'succeeded'
        ? []
        : [{ PublicIp, NetworkInterfaceId, PrivateIpAddress: PrivateIp }],
    ),
  );
}

interface FoundRow {
  readonly row: InterfaceRow;
  readonly path: readonly (string | number)[];
  readonly instanceId: string | undefined;
}

/** Interfaces stand under their own key, or only inside their instance. */
function interfaceRows(snapshot: Snapshot): readonly FoundRow[] {
  const own = (snapshot.NetworkInterfaces ?? []).map((row, i) => ({
    row,
    path: ['NetworkInterfaces', i],
    instanceId: row.Attachment?.InstanceId,
  }));
  const seen = new Set(own.map(({ row }) => row.NetworkInterfaceId));
  const nested = (snapshot.Instances ?? []).flatMap(({ InstanceId, NetworkInterfaces = [] }, i) =>
    NetworkInterfaces.map((row, j) => ({
      row,
      path: ['Instances', i, 'NetworkInterfaces', j],
      instanceId: InstanceId,
    })),
  );
  return [...own, ...nested.filter(({ row }) => !seen.has(row.NetworkInterfaceId))];
}

interface Around extends Parts {
  readonly elastic: ReadonlyMap<string, NonNullable<Snapshot['Addresses']>>;
  readonly instanceId: string | undefined;
}

function parseOne(
  row: InterfaceRow,
  around: Around,
  path: FoundRow['path'],
  report: Report,
): NetworkInterface | undefined {
  const { NetworkInterfaceId: id } = row;
  const subnet = around.subnets.get(row.SubnetId);
  if (!subnet) {
    report.missing(
      [...path, 'SubnetId'],
      row.SubnetId,
      `\`${id}\` sits in \`${row.SubnetId}\`, which is not in the snapshot`,
    );
    return undefined;
  }
  if (row.VpcId !== undefined && row.VpcId !== subnet.vpc.id) {
    report.issue(
      [...path, 'VpcId'],
      `\`${id}\` names \`${row.VpcId}\`, but its subnet lies in \`${subnet.vpc.id}\``,
    );
  }
  const instance = around.instanceId === undefined ? undefined : around.instances.get(around.instanceId);
  if (around.instanceId !== undefined && !instance) {
    report.issue(
      [...path, 'Attachment', 'InstanceId'],
      `\`${id}\` is attached to \`${around.instanceId}\`, which is not in the snapshot`,
    );
  }
  const securityGroups = (row.Groups ?? []).flatMap(({ GroupId }, i): SecurityGroup[] => {
    const group = around.securityGroups.get(GroupId);
    if (!group)
      report.issue(
        [...path, 'Groups', i],
        `\`${id}\` has the security group \`${GroupId}\`, which is not in the snapshot`,
      );
    else if (group.vpcId !== subnet.vpc.id)
      report.issue(
        [...path, 'Groups', i],
        `\`${id}\` has the security group \`${GroupId}\`, which belongs to another VPC`,
      );
    return group ? [group] : [];
  });
  const privateAddresses = privateAddressesOf(row, around.elastic.get(id) ?? [], subnet, path, report);
  const [primary] = privateAddresses;
  if (!primary) {
    report.issue(path, `\`${id}\` has no private IPv4 address`);
    return undefined;
  }
  const name = nameOf(row.TagSet) ?? instance?.name;
  return {
    id,
    ...(name !== undefined && { name }),
    description: row.Description ?? '',
    ownerId: row.OwnerId ?? around.ownerId,
    subnet,
    primaryAddress: primary.address,
    privateAddresses,
    ipv6Addresses: ipv6AddressesOf(row, subnet, path, report),
    securityGroups,
    sourceDestCheck: row.SourceDestCheck ?? true,
    interfaceType: row.InterfaceType ?? 'interface',
    requesterManaged: row.RequesterManaged ?? false,
    trackingTimeouts: trackingTimeouts(row, instance),
    tags: tagsOf(row.TagSet),
    ...(instance && { instance }),
  };
}
