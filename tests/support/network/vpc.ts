/**
 * A VPC in few words. Everything is open unless said otherwise, and ids follow the names: `vpc-a`, `subnet-app`, `rtb-app`,
 * `acl-app`, `eni-web`, `i-web`, `sg-a`.
 */
import { invariant } from '@/lib/core/assert';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { parseAddress } from '@/lib/core/net/address';
import { contains, parseCidr } from '@/lib/core/net/cidr';
import { routeTableRow } from '@/lib/core/scenario/blueprints/route-rows';
import { type Row, subnetRow, vpcRow } from '@/lib/core/scenario/blueprints/rows';
import { instanceRow, networkInterfaceRow } from '@/lib/core/scenario/blueprints/server-rows';
import { groupBy } from '@/lib/core/vpc/index-by';
import { aclOf, groupOf, type Lists } from './filter-rows';
import { type Part, words } from './part';
import { routeRow, withLocals } from './route-rows';

export interface VpcSketch {
  /** Secondary blocks, of either family. */
  readonly blocks?: readonly string[];
  /** Name -> `10.1.1.0/24`, its zone (`a` when left out), its IPv6 block. */
  readonly subnets: Readonly<Record<string, string>>;
  /**
   * Name -> private addresses, the primary first, each followed by the public one paired with it; then what is unusual:
   * `2001:db8::a`, `sg-web`, `no-check`, `stopped`, `t2.micro`. `db/2` is a second interface of `db`, `eni-db-2`.
   */
  readonly servers?: Readonly<Record<string, string>>;
  readonly groups?: Readonly<Record<string, Lists>>;
  /** Subnet -> its own network ACL; `default` is the VPC's. */
  readonly acls?: Readonly<Record<string, Lists>>;
  /** Subnet -> its own route table; `main` is the VPC's. Local routes come by themselves. */
  readonly routes?: Readonly<Record<string, readonly string[]>>;
  /** Gateway -> the route table that steers what enters by it. */
  readonly edges?: Readonly<Record<string, readonly string[]>>;
  /** Whether the main route table takes over what `vgw-a` learns. */
  readonly propagates?: boolean;
  /** Where it is not in the document's Region. */
  readonly region?: string;
  /** Whether `igw-a` is attached. */
  readonly igw?: boolean;
}

export function vpc(name: string, block: string, sketch: VpcSketch): Part {
  const vpcId = `vpc-${name}`;
  const blocks = [block, ...(sketch.blocks ?? [])];
  const servers = Object.entries(sketch.servers ?? {}).map(([server, text]) =>
    serverRows(vpcId, server, text, sketch, `sg-${name}`),
  );
  const hosts = groupBy(servers, ({ host }) => host);
  const { main = [], ...tables } = sketch.routes ?? {};
  const { default: common = {}, ...acls } = sketch.acls ?? {};
  return {
    Snapshot: {
      Vpcs: [
        {
          ...withBlocks(vpcRow(vpcId, name, block), sketch.blocks ?? []),
          ...(sketch.region !== undefined && { Region: sketch.region }),
        },
      ],
      Subnets: Object.entries(sketch.subnets).map(([subnet, text]) => subnetOf(subnet, text, vpcId)),
      RouteTables: [
        {
          ...tableOf(`rtb-${name}`, vpcId, main, blocks, [], true),
          PropagatingVgws: sketch.propagates ? [{ GatewayId: `vgw-${name}` }] : [],
        },
        ...Object.entries(tables).map(([subnet, rows]) =>
          tableOf(`rtb-${subnet}`, vpcId, rows, blocks, [`subnet-${subnet}`]),
        ),
        ...Object.entries(sketch.edges ?? {}).map(([GatewayId, rows]) => ({
          ...tableOf(`rtb-${GatewayId}`, vpcId, rows, blocks, []),
          Associations: [{ RouteTableAssociationId: `rtbassoc-${GatewayId}`, GatewayId }],
        })),
      ],
      NetworkAcls: [
        aclOf(`acl-${name}`, vpcId, common, [], true),
        ...Object.entries(acls).map(([subnet, lists]) =>
          aclOf(`acl-${subnet}`, vpcId, lists, [`subnet-${subnet}`]),
        ),
      ],
      SecurityGroups: [
        groupOf(`sg-${name}`, vpcId, {}),
        ...Object.entries(sketch.groups ?? {}).map(([id, lists]) => groupOf(id, vpcId, lists)),
      ],
      NetworkInterfaces: servers.map(({ networkInterface }) => networkInterface),
      Instances: servers.flatMap(({ instance }) => instance ?? []),
      ...(sketch.igw && {
        InternetGateways: [
          { InternetGatewayId: `igw-${name}`, Attachments: [{ VpcId: vpcId, State: 'available' }] },
        ],
      }),
    } satisfies Snapshot,
    Hosts: [...hosts].map(([Name, own]) => ({
      Name,
      NetworkInterfaceIds: own.map(({ networkInterface }) => networkInterface.NetworkInterfaceId),
    })),
  };
}

function withBlocks(row: Row<'Vpcs'>, blocks: readonly string[]): Row<'Vpcs'> {
  const of = (family: 'IPv4' | 'IPv6'): readonly string[] =>
    blocks.filter((block) => block.includes(':') === (family === 'IPv6'));
  return {
    ...row,
    CidrBlockAssociationSet: [
      ...(row.CidrBlockAssociationSet ?? []),
      ...of('IPv4').map((CidrBlock) => ({ CidrBlock, CidrBlockState: { State: 'associated' } })),
    ],
    Ipv6CidrBlockAssociationSet: of('IPv6').map((Ipv6CidrBlock) => ({
      Ipv6CidrBlock,
      Ipv6CidrBlockState: { State: 'associated' },
    })),
  };
}

function subnetOf(name: string, text: string, vpcId: string): Row<'Subnets'> {
  const [block = '', ...rest] = words(text);
  const ipv6 = rest.filter((word) => word.includes(':'));
  return {
    ...subnetRow(`subnet-${name}`, vpcId, name, block, rest.includes('b') ? 'b' : 'a'),
    Ipv6CidrBlockAssociationSet: ipv6.map((Ipv6CidrBlock) => ({
      Ipv6CidrBlock,
      Ipv6CidrBlockState: { State: 'associated' },
    })),
  };
}

function tableOf(
  id: string,
  vpcId: string,
  rows: readonly string[],
  blocks: readonly string[],
  subnetIds: readonly string[],
  main = false,
): Row<'RouteTables'> {
  return routeTableRow(id, vpcId, id, withLocals(rows.map(routeRow), blocks), subnetIds, main);
}

const PRIVATE = parsedAll(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10']);

function parsedAll(blocks: readonly string[]) {
  return blocks.flatMap((block) => parseCidr(block) ?? []);
}

function serverRows(vpcId: string, name: string, text: string, sketch: VpcSketch, group: string) {
  const [first = '', ...rest] = words(text);
  const subnetId = subnetHolding(first, sketch);
  const all = [first, ...rest];
  const groups = all.filter((word) => word.startsWith('sg-'));
  const [host = '', second] = name.split('/');
  const server = {
    interfaceId: `eni-${name.replace('/', '-')}`,
    instanceId: `i-${host}`,
    name: host,
    address: first,
    subnetId,
    groupIds: groups.length > 0 ? groups : [group],
  };
  const networkInterface: Row<'NetworkInterfaces'> = {
    ...networkInterfaceRow(vpcId, server),
    SourceDestCheck: !all.includes('no-check'),
    PrivateIpAddresses: addressRows(all),
    Ipv6Addresses: all.filter((word) => word.includes(':')).map((Ipv6Address) => ({ Ipv6Address })),
  };
  const instance: Row<'Instances'> = {
    ...instanceRow(vpcId, server),
    ...(all.includes('t2.micro') && { InstanceType: 't2.micro' }),
    ...(all.includes('m8i.large') && { InstanceType: 'm8i.large' }),
    State: { Name: all.includes('stopped') ? 'stopped' : 'running' },
  };
  return { networkInterface, instance: second === undefined ? instance : undefined, host };
}

/** A public address belongs to the private one before it. */
function addressRows(all: readonly string[]): NonNullable<Row<'NetworkInterfaces'>['PrivateIpAddresses']> {
  const rows: { PrivateIpAddress: string; Primary: boolean; Association?: { PublicIp: string } }[] = [];
  for (const text of all.filter((word) => /^\d+(\.\d+){3}$/.test(word))) {
    const last = rows.at(-1);
    if (isPrivate(text) || !last) rows.push({ PrivateIpAddress: text, Primary: rows.length === 0 });
    else last.Association = { PublicIp: text };
  }
  return rows;
}

function isPrivate(text: string): boolean {
  const address = parseAddress(text);
  return address !== undefined && PRIVATE.some((block) => contains(block, address));
}

export function subnetHolding(text: string, { subnets }: Pick<VpcSketch, 'subnets'>): string {
  const address = parseAddress(text);
  const found = Object.entries(subnets).find(([, words]) => {
    const block = parseCidr(words.split(' ')[0] ?? '');
    return block && address !== undefined && contains(block, address);
  });
  invariant(found, `\`${text}\` lies in a subnet of the sketch`);
  return `subnet-${found[0]}`;
}
