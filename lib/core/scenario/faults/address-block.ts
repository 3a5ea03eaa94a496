/** Faults of address blocks: a VPC takes for its own what lies elsewhere, and its local route wins. */
import { canonicalCidr, formatCidr } from '../../net/cidr';
import type { Change, World } from '../../simulate/world';
import { HYBRID_AND_PRIVATE_LINKS, TROUBLESHOOTING, VPC_SETUP } from '../exam-task';
import type { Fault, Site } from '../fault';
import { type IntentPath, routes } from '../intent-path';
import { byCalls } from './by-calls';

/** The block of a length around an IPv4 address. */
export function around(address: string, length: number): string | undefined {
  const block = address.includes(':') ? undefined : canonicalCidr(`${address}/${length}`);
  return block && formatCidr(block);
}

/** A further block of a VPC that holds an address which lives elsewhere. */
function claimed({ design }: IntentPath, VpcId: string, address: string): readonly Site[] {
  const CidrBlock = around(address, 26);
  if (CidrBlock === undefined) return [];
  const call: Change = { Service: 'ec2', Action: 'AssociateVpcCidrBlock', VpcId, CidrBlock };
  return byCalls(design.world, [call], { at: VpcId, repair: (world) => givenUp(world, VpcId, CidrBlock) });
}

function givenUp({ Snapshot }: World, vpcId: string, block: string): readonly Change[] {
  const vpc = Snapshot.Vpcs?.find(({ VpcId }) => VpcId === vpcId);
  const row = vpc?.CidrBlockAssociationSet?.find(({ CidrBlock }) => CidrBlock === block);
  return typeof row?.AssociationId !== 'string'
    ? []
    : [{ Service: 'ec2', Action: 'DisassociateVpcCidrBlock', AssociationId: row.AssociationId }];
}

/** F007 */
export const localRouteWins: Fault = {
  id: 'local-route-wins',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: [VPC_SETUP, HYBRID_AND_PRIVATE_LINKS, TROUBLESHOOTING],
  says: 'A block of the VPC holds addresses of the premises, and the local route keeps their traffic inside.',
  sites(path) {
    const { intent, world } = path;
    const far = [...world.hosts.all].find(
      ({ name, premises }) => premises !== undefined && (name === intent.from || name === intent.server),
    );
    const document = path.design.world.Hosts?.find(({ Name }) => Name === far?.name);
    const found = (['forward', 'return'] as const)
      .flatMap((leg) => routes(path, leg))
      .find(({ route }) => route.target.kind === 'vpn-gateway');
    const vpcId = found && world.network.routeTables.get(found.tableId)?.vpcId;
    return vpcId === undefined || !document?.IpAddress ? [] : claimed(path, vpcId, document.IpAddress);
  },
};

/** F055 */
export const overlappingCidr: Fault = {
  id: 'overlapping-cidr',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: [VPC_SETUP, TROUBLESHOOTING],
  says: 'Two VPCs have the same block, and what one of them sends to the other never leaves it.',
  sites(path) {
    const [first] = routes(path, 'forward');
    const vpcId = first && path.world.network.routeTables.get(first.tableId)?.vpcId;
    const target = first?.route.target.kind;
    const isOwned = [...path.world.network.privateAddresses.values()].some((owners) =>
      [...owners.values()].some((one) =>
        one.privateAddresses.some(({ address }) => isSame(address, path.intent.to)),
      ),
    );
    const reaches = target === 'transit-gateway' && isOwned;
    return vpcId === undefined || !reaches ? [] : claimed(path, vpcId, path.intent.to);
  },
};

function isSame(address: number, text: string): boolean {
  return canonicalCidr(`${text}/32`)?.base === address;
}

export const ADDRESS_BLOCK_FAULTS: readonly Fault[] = [localRouteWins, overlappingCidr];
