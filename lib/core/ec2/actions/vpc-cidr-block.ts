/** Calls about the further blocks of a VPC. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateVpcCidrBlock.html */
import { type Cidr, containsCidr, overlaps } from '../../net/cidr';
import { isRfc1918, RFC1918 } from '../../net/special';
import type { RouteRow } from '../schema/route-table';
import type { Snapshot } from '../schema/snapshot';
import type { VpcRow } from '../schema/vpc';
import { type Block, documentBlock, isBlock, readVpcBlock } from './block';
import { find, missing } from './find';
import { subnetBlocks } from './free-address';
import { type Ipv6Request, readIpv6Request } from './ipv6-block';
import { withIpv6Rules } from './ipv6-rules';
import { blocksOf, localRoute } from './local-route';
import { type Call, type Handlers, type IdParameter, type Refusal, refuse } from './outcome';
import { mapRows, replaceRow, rowsOf } from './rows';
import { settled } from './settle';

export type VpcCidrBlockAction =
  | (Call &
      Ipv6Request & {
        readonly Action: 'AssociateVpcCidrBlock';
        readonly VpcId: IdParameter;
        readonly CidrBlock?: string | undefined;
      })
  | (Call & { readonly Action: 'DisassociateVpcCidrBlock'; readonly AssociationId: IdParameter });

const ASSOCIATED = { State: 'associated' };

export const vpcCidrBlockActions: Handlers<VpcCidrBlockAction> = {
  AssociateVpcCidrBlock(snapshot, action, ids) {
    const vpc = find(snapshot, 'Vpcs', action.VpcId);
    if (!vpc) return missing('Vpcs', action.VpcId);
    const ipv6 = readIpv6Request(snapshot, action);
    if ('error' in ipv6) return ipv6;
    if ((action.CidrBlock === undefined) === (ipv6.block === undefined))
      return refuse('InvalidParameterCombination', 'Exactly one CIDR block can be associated in a call');
    const AssociationId = ids('vpc-cidr-assoc');
    if (ipv6.block !== undefined) {
      const row = { AssociationId, Ipv6CidrBlock: ipv6.block, Ipv6CidrBlockState: ASSOCIATED };
      const widened = {
        ...vpc,
        Ipv6CidrBlockAssociationSet: [...(vpc.Ipv6CidrBlockAssociationSet ?? []), row],
      };
      const told = withIpv6Rules(replaceRow(snapshot, 'Vpcs', vpc, widened), vpc);
      return { snapshot: settled(snapshot, withLocalRoute(told, vpc, ipv6.block)), id: AssociationId };
    }
    const block = readVpcBlock(action.CidrBlock ?? '');
    if ('error' in block) return block;
    const wrong = checkBlock(snapshot, vpc, block);
    if (wrong) return wrong;
    const row = { AssociationId, CidrBlock: block.text, CidrBlockState: ASSOCIATED };
    const own = vpc.CidrBlockAssociationSet ?? [{ CidrBlock: vpc.CidrBlock, CidrBlockState: ASSOCIATED }];
    const widened = { ...vpc, CidrBlockAssociationSet: [...own, row] };
    const told = withPeeringBlocks(replaceRow(snapshot, 'Vpcs', vpc, widened), widened);
    return { snapshot: settled(snapshot, withLocalRoute(told, vpc, block.text)), id: AssociationId };
  },
  DisassociateVpcCidrBlock(snapshot, { AssociationId }) {
    const found = findAssociation(snapshot, AssociationId);
    if (!found)
      return refuse(
        'InvalidVpcCidrBlockAssociationID.NotFound',
        `The vpc CIDR block association ID '${AssociationId}' does not exist`,
      );
    const { vpc, block, narrowed } = found;
    if (block === vpc.CidrBlock)
      return refuse(
        'OperationNotPermitted',
        `The vpc CIDR block with association ID ${AssociationId} may not be disassociated. It is the primary IPv4 CIDR block of the VPC`,
      );
    const cidr = documentBlock(block);
    const isInUse = rowsOf(snapshot, 'Subnets').some(
      (subnet) => subnet.VpcId === vpc.VpcId && subnetBlocks(subnet).some((own) => containsCidr(cidr, own)),
    );
    if (isInUse)
      return refuse('DependencyViolation', `The CIDR block ${block} of ${vpc.VpcId} is in use by a subnet`);
    const told = withPeeringBlocks(replaceRow(snapshot, 'Vpcs', vpc, narrowed), narrowed);
    return { snapshot: settled(snapshot, withoutLocalRoute(told, vpc, cidr)) };
  },
};

interface FoundAssociation {
  readonly vpc: VpcRow;
  readonly block: string;
  readonly narrowed: VpcRow;
}

function findAssociation(snapshot: Snapshot, id: string): FoundAssociation | undefined {
  for (const vpc of rowsOf(snapshot, 'Vpcs')) {
    const { CidrBlockAssociationSet: ipv4 = [], Ipv6CidrBlockAssociationSet: ipv6 = [] } = vpc;
    const four = ipv4.find(({ AssociationId }) => AssociationId === id);
    if (four) {
      const CidrBlockAssociationSet = ipv4.filter((row) => row !== four);
      return { vpc, block: four.CidrBlock, narrowed: { ...vpc, CidrBlockAssociationSet } };
    }
    const six = ipv6.find(({ AssociationId }) => AssociationId === id);
    if (six) {
      const Ipv6CidrBlockAssociationSet = ipv6.filter((row) => row !== six);
      return { vpc, block: six.Ipv6CidrBlock, narrowed: { ...vpc, Ipv6CidrBlockAssociationSet } };
    }
  }
  return undefined;
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
function checkBlock(snapshot: Snapshot, vpc: VpcRow, { cidr, text }: Block): Refusal | undefined {
  const own = blocksOf(vpc).map(documentBlock);
  if (own.some((other) => overlaps(other, cidr)))
    return refuse('InvalidVpc.Range', `The CIDR '${text}' conflicts with a CIDR block of ${vpc.VpcId}`);
  if (isOfAnotherFamily(documentBlock(vpc.CidrBlock), cidr))
    return refuse(
      'InvalidVpc.Range',
      `The CIDR '${text}' is restricted. Use a CIDR from the same private address range as the current VPC CIDR, or use a publicly-routable CIDR.`,
    );
  const route = rowsOf(snapshot, 'RouteTables')
    .filter(({ VpcId }) => VpcId === vpc.VpcId)
    .flatMap(({ Routes = [] }) => Routes)
    .find(({ DestinationCidrBlock: to }) => to !== undefined && containsCidr(cidr, documentBlock(to)));
  if (route)
    return refuse(
      'InvalidVpc.Range',
      `The CIDR '${text}' is equal to or larger than the destination ${route.DestinationCidrBlock ?? ''} of a route`,
    );
  const peer = peersOf(snapshot, vpc.VpcId).find((other) =>
    blocksOf(other).some((block) => overlaps(documentBlock(block), cidr)),
  );
  if (!peer) return undefined;
  return refuse(
    'InvalidVpc.Range',
    `The CIDR '${text}' conflicts with a CIDR block of the peer ${peer.VpcId}`,
  );
}

/** The private ranges do not mix; public and shared blocks go with each of them, but private ones not with those. */
function isOfAnotherFamily(primary: Cidr, cidr: Cidr): boolean {
  if (!isRfc1918(cidr.base)) return false;
  const family = RFC1918.find((range) => containsCidr(range, cidr));
  return family === undefined || !containsCidr(family, primary);
}

function peersOf(snapshot: Snapshot, vpcId: string): readonly VpcRow[] {
  return rowsOf(snapshot, 'VpcPeeringConnections')
    .filter(({ Status }) => (Status?.Code ?? 'active') === 'active')
    .map(({ RequesterVpcInfo: a, AccepterVpcInfo: b }) => [a.VpcId, b.VpcId])
    .filter((pair) => pair.includes(vpcId))
    .flatMap((pair) => find(snapshot, 'Vpcs', pair.find((id) => id !== vpcId) ?? '') ?? []);
}

function withLocalRoute(snapshot: Snapshot, { VpcId }: VpcRow, block: string): Snapshot {
  return mapRows(snapshot, 'RouteTables', (table) => {
    if (table.VpcId !== VpcId) return table;
    const own = table.Routes ?? [];
    const local = own.filter(({ Origin }) => Origin === 'CreateRouteTable').length;
    // Local routes stand first, as the API prints them.
    return { ...table, Routes: [...own.slice(0, local), localRoute(block), ...own.slice(local)] };
  });
}

function withoutLocalRoute(snapshot: Snapshot, { VpcId }: VpcRow, cidr: Cidr): Snapshot {
  const isLocal = (route: RouteRow): boolean =>
    (route.Origin === 'CreateRouteTable' || route.GatewayId === 'local') &&
    isBlock(route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock, cidr);
  return mapRows(snapshot, 'RouteTables', (table) =>
    table.VpcId === VpcId && table.Routes?.some(isLocal)
      ? { ...table, Routes: table.Routes.filter((route) => !isLocal(route)) }
      : table,
  );
}

/** Peering connections tell the blocks of both sides. */
function withPeeringBlocks(snapshot: Snapshot, vpc: VpcRow): Snapshot {
  const CidrBlockSet = blocksOf(vpc)
    .filter((block) => !block.includes(':'))
    .map((CidrBlock) => ({ CidrBlock }));
  return mapRows(snapshot, 'VpcPeeringConnections', (row) => {
    const { RequesterVpcInfo: a, AccepterVpcInfo: b } = row;
    const tells = (info: typeof a): boolean => info.VpcId === vpc.VpcId && info.CidrBlockSet !== undefined;
    if (!tells(a) && !tells(b)) return row;
    return {
      ...row,
      RequesterVpcInfo: tells(a) ? { ...a, CidrBlockSet } : a,
      AccepterVpcInfo: tells(b) ? { ...b, CidrBlockSet } : b,
    };
  });
}
