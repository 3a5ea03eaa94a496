/** Faults of public addresses: without one nothing passes an internet gateway. */
import type { Change, World } from '../../simulate/world';
import type { NetworkInterface } from '../../vpc/network-interface';
import { edit } from '../edit';
import { NETWORK_LOGS, TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { Fault, Site } from '../fault';
import { ends, type IntentPath, isDialledFromOutside, passedOnBy, translates } from '../intent-path';
import { byCalls } from './by-calls';

const TASKS = [VPC_FAULTS, NETWORK_LOGS, TROUBLESHOOTING];

/** `Address`: the one to recover; AWS gives it back to its last owner while it is free. */
function withNewAddress(NetworkInterfaceId: string, Address: string | undefined): readonly Change[] {
  return [
    {
      Service: 'ec2',
      Action: 'AllocateAddress',
      Domain: 'vpc',
      As: 'address',
      ...(Address !== undefined && { Address }),
    },
    { Service: 'ec2', Action: 'AssociateAddress', AllocationId: { Ref: 'address' }, NetworkInterfaceId },
  ];
}

function publicAddressOf({ Snapshot }: World, id: string): string | undefined {
  return Snapshot.NetworkInterfaces?.find((row) => row.NetworkInterfaceId === id)?.Association?.PublicIp;
}

/**
 * F011: whoever wants the instance can only name its private address. No repair makes that one reachable from the
 * internet: once there is a public one, that is what has to be dialled.
 */
export const noPublicIp: Fault = {
  id: 'no-public-ip',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The instance stands in a correct public subnet and has no public address.',
  sites(path) {
    const { server } = ends(path);
    if (!server || !isDialledFromOutside(path)) return [];
    const [own] = server.privateAddresses;
    const row = path.design.world.Snapshot.NetworkInterfaces?.find(
      ({ NetworkInterfaceId }) => NetworkInterfaceId === server.id,
    );
    if (!own || row?.PrivateIpAddress === undefined) return [];
    return [
      {
        at: server.id,
        inject: () => withoutPublicAddress(path.design.world, server.id),
        attempt: { To: row.PrivateIpAddress },
        repair: (world) =>
          publicAddressOf(world, server.id) === undefined ? withNewAddress(server.id, undefined) : [],
        attemptAfter: (mended) => ({ To: publicAddressOf(mended, server.id) ?? row.PrivateIpAddress ?? '' }),
      },
    ];
  },
};

function withoutPublicAddress(world: World, id: string): World {
  const unpaired = edit(world, 'NetworkInterfaces', (row) => {
    if (row.NetworkInterfaceId !== id) return row;
    const { Association: _gone, ...rest } = row;
    const PrivateIpAddresses = (row.PrivateIpAddresses ?? []).map(({ Association: _too, ...own }) => own);
    return { ...rest, PrivateIpAddresses };
  });
  const Addresses = (unpaired.Snapshot.Addresses ?? []).filter((row) => row.NetworkInterfaceId !== id);
  return { ...unpaired, Snapshot: { ...unpaired.Snapshot, Addresses } };
}

/** The Elastic IP address of an interface is given up; its repair asks for the very same one. */
function released({ design }: IntentPath, { id }: NetworkInterface): readonly Site[] {
  const row = design.world.Snapshot.Addresses?.find(({ NetworkInterfaceId }) => NetworkInterfaceId === id);
  if (!row?.AssociationId || !row.AllocationId) return [];
  const { AllocationId, AssociationId, PublicIp } = row;
  return byCalls(
    design.world,
    [
      { Service: 'ec2', Action: 'DisassociateAddress', AssociationId },
      { Service: 'ec2', Action: 'ReleaseAddress', AllocationId },
    ],
    {
      at: id,
      repair: (world) => (publicAddressOf(world, id) === undefined ? withNewAddress(id, PublicIp) : []),
    },
  );
}

/** F011's sibling: everybody still dials the address. */
export const eipReleased: Fault = {
  id: 'eip-released',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The Elastic IP address that everybody dials was released.',
  sites(path) {
    const { server } = ends(path);
    return server && isDialledFromOutside(path) ? released(path, server) : [];
  },
};

/** F024 */
export const natInstanceNoPublicIp: Fault = {
  id: 'nat-instance-no-public-ip',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The NAT instance has lost its public address, and whoever is behind it has lost the internet.',
  sites(path) {
    const nat = passedOnBy(path);
    return nat && translates(path, nat) ? released(path, nat) : [];
  },
};

export const PUBLIC_ADDRESS_FAULTS: readonly Fault[] = [noPublicIp, eipReleased, natInstanceNoPublicIp];
