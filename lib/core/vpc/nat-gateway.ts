/** NAT gateways: a zonal one works through its interface in a subnet, a regional one has neither. */
import type { Snapshot } from '../ec2/schema/snapshot';
import type { Ipv4 } from '../net/ipv4';
import type { NetworkInterface } from './network-interface';
import { ipv4, nameOf, type Report } from './report';
import type { RouteTable } from './route-table';

export interface NatGateway {
  readonly id: string;
  readonly name?: string;
  readonly vpcId: string;
  readonly state: 'pending' | 'failed' | 'available' | 'deleting' | 'deleted';
  readonly connectivityType: 'public' | 'private';
  /** A zonal one's own interface, whose private address it writes into packets; a failed gateway may have none. */
  readonly networkInterface?: NetworkInterface;
  /** The addresses it writes, the primary first: private ones, or a regional gateway's public ones. */
  readonly addresses: readonly Ipv4[];
  readonly regional?: RegionalNatGateway;
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html */
export interface RegionalNatGateway {
  /** Its own table, with the route to the internet gateway; undefined: the one that AWS makes with it. */
  readonly routeTable?: RouteTable;
  /** Availability Zone, by id or name -> its public addresses there. */
  readonly zones: ReadonlyMap<string, readonly Ipv4[]>;
}

type NatGatewayRow = NonNullable<Snapshot['NatGateways']>[number];

interface Parts {
  readonly networkInterfaces: ReadonlyMap<string, NetworkInterface>;
  readonly routeTables: ReadonlyMap<string, RouteTable>;
}

export function parseNatGateways(snapshot: Snapshot, parts: Parts, report: Report): readonly NatGateway[] {
  return (snapshot.NatGateways ?? []).map((row, index) => {
    const name = nameOf(row.Tags);
    const state = row.State ?? 'available';
    const common = {
      id: row.NatGatewayId,
      ...(name !== undefined && { name }),
      vpcId: row.VpcId,
      state,
      connectivityType: row.ConnectivityType ?? 'public',
    };
    if (row.AvailabilityMode === 'regional') return { ...common, ...regional(row, parts, index, report) };
    const own = row.NatGatewayAddresses?.find(({ IsPrimary }) => IsPrimary) ?? row.NatGatewayAddresses?.[0];
    const networkInterface = own?.NetworkInterfaceId
      ? parts.networkInterfaces.get(own.NetworkInterfaceId)
      : undefined;
    if (own?.NetworkInterfaceId && !networkInterface && state === 'available') {
      report.missing(
        ['NatGateways', index, 'NatGatewayAddresses', 0, 'NetworkInterfaceId'],
        own.NetworkInterfaceId,
        `NAT gateway \`${row.NatGatewayId}\` works through \`${own.NetworkInterfaceId}\`, which is not in the snapshot`,
      );
    }
    const primary = own?.PrivateIp === undefined ? networkInterface?.primaryAddress : ipv4(own.PrivateIp);
    const others = (row.NatGatewayAddresses ?? []).flatMap(({ PrivateIp }) =>
      PrivateIp === undefined ? [] : [ipv4(PrivateIp)],
    );
    return {
      ...common,
      ...(networkInterface && { networkInterface }),
      addresses: [...new Set([...(primary === undefined ? [] : [primary]), ...others])],
    };
  });
}

function regional(
  row: NatGatewayRow,
  { routeTables }: Parts,
  index: number,
  report: Report,
): Pick<NatGateway, 'addresses' | 'regional'> {
  const { RouteTableId } = row;
  const routeTable = RouteTableId === undefined ? undefined : routeTables.get(RouteTableId);
  if (RouteTableId !== undefined && !routeTable)
    report.issue(
      ['NatGateways', index, 'RouteTableId'],
      `NAT gateway \`${row.NatGatewayId}\` routes by \`${RouteTableId}\`, which is not in the snapshot`,
    );
  const zones = new Map<string, Ipv4[]>();
  for (const { PublicIp, AvailabilityZone, AvailabilityZoneId } of row.NatGatewayAddresses ?? []) {
    if (PublicIp === undefined) continue;
    for (const zone of [AvailabilityZoneId, AvailabilityZone]) {
      if (zone === undefined) continue;
      const there = zones.get(zone);
      if (there) there.push(ipv4(PublicIp));
      else zones.set(zone, [ipv4(PublicIp)]);
    }
  }
  return {
    addresses: [...new Set([...zones.values()].flat())],
    regional: { ...(routeTable && { routeTable }), zones },
  };
}
