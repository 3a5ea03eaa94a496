/** VPCs and subnets: a new VPC comes with a main route table and a default network ACL, as from EC2. */

import { invariant } from '../../assert';
import { formatAddress } from '../../net/address';
import { addressAt, canonicalCidr, formatCidr } from '../../net/cidr';
import { type Draft, nameTag, OWNER_ID, REGION } from './draft';
import { addNetworkAcl, allowAll, allowAllIpv6 } from './network-acl';
import { addRouteTable } from './route-table';

export interface DraftVpc {
  readonly id: string;
  readonly name: string;
  readonly cidr: string;
  readonly ipv6: string | undefined;
  readonly mainTableId: string;
  /** Only where it is not the document's own Region. */
  readonly region?: string | undefined;
}

export interface DraftSubnet {
  readonly id: string;
  readonly name: string;
  readonly vpc: DraftVpc;
  readonly cidr: string;
  readonly ipv6: string | undefined;
  readonly zone: Zone;
  readonly tableId: string;
}

export type Zone = 'a' | 'b' | 'c';

/** The same three zones in every account of the Region. */
const ZONE_IDS: Readonly<Record<Zone, string>> = { a: 'euc1-az2', b: 'euc1-az3', c: 'euc1-az1' };

export function addVpc(draft: Draft, name: string, cidr: string, ipv6?: string, region?: string): DraftVpc {
  const id = draft.id('vpc');
  const associated = { State: 'associated' };
  draft.add('Vpcs', {
    VpcId: id,
    CidrBlock: cidr,
    CidrBlockAssociationSet: [
      { AssociationId: draft.id('vpc-cidr-assoc'), CidrBlock: cidr, CidrBlockState: associated },
    ],
    ...(ipv6 && {
      Ipv6CidrBlockAssociationSet: [
        { AssociationId: draft.id('vpc-cidr-assoc'), Ipv6CidrBlock: ipv6, Ipv6CidrBlockState: associated },
      ],
    }),
    State: 'available',
    OwnerId: OWNER_ID,
    IsDefault: false,
    InstanceTenancy: 'default',
    ...(region !== undefined && { Region: region }),
    Tags: nameTag(name),
  });
  const vpc = { id, name, cidr, ipv6 };
  const mainTableId = addRouteTable(draft, vpc, 'main', true);
  const entries = [
    allowAll(false),
    allowAll(true),
    ...(ipv6 ? [allowAllIpv6(false), allowAllIpv6(true)] : []),
  ];
  addNetworkAcl(draft, vpc, 'default', entries, true);
  return { ...vpc, mainTableId, region };
}

interface SubnetOptions {
  readonly name: string;
  /** Which /24 of the VPC's block, and which /64 of its IPv6 block. */
  readonly third: number;
  readonly zone: Zone;
  /** The main table when left out. */
  readonly tableId?: string;
  readonly autoPublicIp?: boolean;
}

/** A /24 in its VPC; associated with its table. */
export function addSubnet(draft: Draft, vpc: DraftVpc, options: SubnetOptions): DraftSubnet {
  const { name, third, zone, tableId = vpc.mainTableId, autoPublicIp = false } = options;
  const id = draft.id('subnet');
  const cidr = blockAt(vpc.cidr, third, 24);
  const ipv6 = vpc.ipv6 && ipv6BlockAt(vpc.ipv6, third);
  draft.add('Subnets', {
    SubnetId: id,
    VpcId: vpc.id,
    CidrBlock: cidr,
    ...(ipv6 && {
      Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: ipv6, Ipv6CidrBlockState: { State: 'associated' } }],
    }),
    AvailabilityZone: `${vpc.region ?? REGION}${zone}`,
    AvailabilityZoneId: vpc.region === undefined ? ZONE_IDS[zone] : elsewhere(vpc.region, zone),
    State: 'available',
    OwnerId: OWNER_ID,
    MapPublicIpOnLaunch: autoPublicIp,
    Tags: nameTag(name),
  });
  const table = draft.rows('RouteTables').find(({ RouteTableId }) => RouteTableId === tableId);
  invariant(table, `route table ${tableId} was added`);
  if (tableId !== vpc.mainTableId)
    draft.replace('RouteTables', table, {
      ...table,
      Associations: [
        ...(table.Associations ?? []),
        {
          RouteTableAssociationId: draft.id('rtbassoc'),
          RouteTableId: tableId,
          SubnetId: id,
          Main: false,
          AssociationState: { State: 'associated' },
        },
      ],
    });
  return { id, name, vpc, cidr, ipv6, zone, tableId };
}

/** `eu-west-1`, `a` -> `euw1-az1` */
function elsewhere(region: string, zone: Zone): string {
  const [area = '', side = '', number = ''] = region.split('-');
  return `${area}${side.charAt(0)}${number}-az${'abc'.indexOf(zone) + 1}`;
}

/** `10.20.0.0/16`, 11, 24 -> `10.20.11.0/24` */
function blockAt(outer: string, index: number, length: 24): string {
  const block = canonicalCidr(outer);
  const base = block && addressAt(block, index * 256);
  invariant(base !== undefined, `${outer} holds a subnet ${index}`);
  return formatCidr({ base, length });
}

/** A /56 has 256 /64s; EC2 gives them out in the order in which one asks. */
function ipv6BlockAt(outer: string, index: number): string {
  const block = canonicalCidr(outer);
  invariant(block && typeof block.base === 'bigint', `${outer} is an IPv6 block`);
  const base = (block.base + (BigInt(index) << 64n)) as typeof block.base;
  return `${formatAddress(base)}/64`;
}
