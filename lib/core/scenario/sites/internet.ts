/** Faults between the internet and a VPC: addresses, gateways, and Block Public Access before them. */
import type { Change, World } from '../../simulate/world';
import type { NetworkInterface } from '../../vpc/network-interface';
import type { Row } from '../draft/draft';
import { edit } from '../edit';
import { ends, type IntentPath, met } from '../intent-path';
import type { PathFault } from './site';

/** Whether the way leads from the internet to an interface that owns the address which is dialled. */
function isDialledFromOutside(
  path: IntentPath,
  server: NetworkInterface | undefined,
): server is NetworkInterface {
  return (
    server?.privateAddresses.some(({ publicAddress }) => publicAddress !== undefined) === true &&
    met(path, 'forward', 'internet').length > 0
  );
}

/** F011, F010: the instance gives up its Elastic IP address, which everybody still dials. */
export const eipReleased: PathFault = {
  id: 'eip-released',
  layer: 'upstream',
  sites(path) {
    const { server } = ends(path);
    if (!isDialledFromOutside(path, server)) return [];
    const row = path.design.world.Snapshot.Addresses?.find(({ PublicIp }) => PublicIp === path.intent.to);
    if (!row) return [];
    return [
      {
        at: server.id,
        inject: () => withoutAddress(path.design.world, row, server.id),
        repair: () => [
          { Service: 'ec2', Action: 'AllocateAddress', Domain: 'vpc', As: 'address', Address: row.PublicIp },
          {
            Service: 'ec2',
            Action: 'AssociateAddress',
            AllocationId: { Ref: 'address' },
            NetworkInterfaceId: server.id,
          },
        ],
      },
    ];
  },
};

function withoutAddress(world: World, address: Row<'Addresses'>, interfaceId: string): World {
  const unpaired = edit(world, 'NetworkInterfaces', (row) => {
    if (row.NetworkInterfaceId !== interfaceId) return row;
    const { Association: _gone, ...rest } = row;
    const PrivateIpAddresses = (row.PrivateIpAddresses ?? []).map(({ Association: _too, ...own }) => own);
    return { ...rest, PrivateIpAddresses };
  });
  const Addresses = (unpaired.Snapshot.Addresses ?? []).filter((row) => row !== address);
  return { ...unpaired, Snapshot: { ...unpaired.Snapshot, Addresses } };
}

/** F012: somebody switched Block Public Access on for the account, and thought of no exclusion. */
export const bpa: PathFault = {
  id: 'bpa',
  layer: 'upstream',
  sites(path) {
    if (met(path, 'forward', 'internet-gateway').length === 0) return [];
    const withMode = (InternetGatewayBlockMode: 'block-bidirectional'): World => ({
      ...path.design.world,
      Snapshot: {
        ...path.design.world.Snapshot,
        VpcBlockPublicAccessOptions: [{ InternetGatewayBlockMode }],
      },
    });
    return [
      {
        at: 'block-public-access',
        inject: () => withMode('block-bidirectional'),
        repair: () => [
          {
            Service: 'ec2',
            Action: 'ModifyVpcBlockPublicAccessOptions',
            InternetGatewayBlockMode: 'off',
          } as Change,
        ],
      },
    ];
  },
};

export const INTERNET_FAULTS: readonly PathFault[] = [eipReleased, bpa];
