/** Faults between the internet and an instance: it needs a public address, an attached gateway, and a way back. */
import type { Change, World } from '../../simulate/world';
import type { Design } from '../design';
import { dialling, edit } from '../edit';
import { setRoute, withoutRoute } from '../route';
import type { Fault } from '../ssh-fault';

const ANYWHERE = '0.0.0.0/0';

function defaultRoute(world: World, { parts }: Design): readonly Change[] {
  return [setRoute(world, parts.targetRouteTableId, ANYWHERE, { GatewayId: parts.internetGatewayId })];
}

/**
 * F011: the instance owns no public address, so whoever wants it can only name its private one. No repair makes that
 * address reachable from the internet: once there is a public one, that is what has to be dialled.
 */
export const noPublicIp: Fault = {
  id: 'no-public-ip',
  layer: 'upstream',
  applies: ({ family }) => family === 'internet',
  inject: (design) => dialling(withoutPublicAddress(design), design.parts.targetAddress),
  repair: (world, design) =>
    publicAddressOf(world, design) ? defaultRoute(world, design) : associateNewAddress(design, undefined),
  dialledAfter: publicAddressOf,
};

/** F011: the Elastic IP that everybody dials was released. */
export const eipReleased: Fault = {
  id: 'eip-released',
  layer: 'upstream',
  applies: ({ parts }) => parts.publicAddress?.allocationId !== undefined,
  inject: (design) => withoutPublicAddress(design),
  repair: (world, design) =>
    publicAddressOf(world, design)
      ? defaultRoute(world, design)
      : associateNewAddress(design, design.parts.publicAddress?.address),
};

/**
 * F010: the gateway is detached. AWS refuses that while Elastic IP addresses are mapped; instances that are stopped
 * for it and started afterwards get new public addresses, which then lead nowhere.
 */
export const igwMissing: Fault = {
  id: 'igw-missing',
  layer: 'upstream',
  applies: ({ parts }) => parts.publicAddress !== undefined && parts.publicAddress.allocationId === undefined,
  inject({ world, parts }) {
    const detached = edit(world, 'InternetGateways', (gateway) =>
      gateway.InternetGatewayId === parts.internetGatewayId ? { ...gateway, Attachments: [] } : gateway,
    );
    return edit(detached, 'RouteTables', (table) => ({
      ...table,
      Routes: (table.Routes ?? []).map((route) =>
        route.GatewayId === parts.internetGatewayId ? { ...route, State: 'blackhole' as const } : route,
      ),
    }));
  },
  repair(world, design) {
    const { internetGatewayId: InternetGatewayId, vpcId: VpcId } = design.parts;
    const gateway = world.Snapshot.InternetGateways?.find(
      (row) => row.InternetGatewayId === InternetGatewayId,
    );
    return gateway?.Attachments?.length
      ? defaultRoute(world, design)
      : [{ Service: 'ec2', Action: 'AttachInternetGateway', InternetGatewayId, VpcId }];
  },
};

/** F001: the instance's own subnet has no route to the gateway: requests probably come in, and answers cannot leave. */
export const igwRouteMissing: Fault = {
  id: 'igw-route-missing',
  layer: 'upstream',
  applies: ({ family }) => family === 'internet',
  inject: ({ world, parts }) => withoutRoute(world, parts.targetRouteTableId, ANYWHERE),
  repair: defaultRoute,
};

function publicAddressOf(world: World, { parts }: Design): string | undefined {
  const row = world.Snapshot.NetworkInterfaces?.find(
    ({ NetworkInterfaceId: id }) => id === parts.targetInterfaceId,
  );
  return row?.Association?.PublicIp;
}

function withoutPublicAddress({ world, parts }: Design): World {
  const unpaired = edit(world, 'NetworkInterfaces', (row) => {
    if (row.NetworkInterfaceId !== parts.targetInterfaceId) return row;
    const { Association: _gone, ...rest } = row;
    return {
      ...rest,
      PrivateIpAddresses: (row.PrivateIpAddresses ?? []).map(({ Association: _too, ...address }) => address),
    };
  });
  const { Addresses = [] } = unpaired.Snapshot;
  return {
    ...unpaired,
    Snapshot: {
      ...unpaired.Snapshot,
      Addresses: Addresses.filter(({ NetworkInterfaceId }) => NetworkInterfaceId !== parts.targetInterfaceId),
    },
  };
}

/** `address`: the one to recover; AWS gives a released Elastic IP address back to its last owner while it is free. */
function associateNewAddress({ parts }: Design, address: string | undefined): readonly Change[] {
  return [
    {
      Service: 'ec2',
      Action: 'AllocateAddress',
      Domain: 'vpc',
      As: 'address',
      ...(address && { Address: address }),
    },
    {
      Service: 'ec2',
      Action: 'AssociateAddress',
      AllocationId: { Ref: 'address' },
      NetworkInterfaceId: parts.targetInterfaceId,
    },
  ];
}
