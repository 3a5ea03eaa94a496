/** What is drawn before anything is built: names, blocks, ids and addresses of one design. */
import { lookalikesOf } from '../lookalike';
import type { Random } from '../random';
import type { Family } from '../ssh-design';
import { drawNames, type Names } from './names';
import { newId } from './rows';
import type { Server } from './server-rows';
import { drawTargetRules, type TargetRules } from './target-rules';

export interface Plan {
  readonly family: Family;
  readonly names: Names;
  readonly vpc: Block;
  readonly subnets: Readonly<Record<'public' | 'target' | 'app' | 'far', SubnetPlan>>;
  readonly servers: Readonly<Record<'web' | 'neighbour' | 'target' | 'app' | 'far', Server>>;
  readonly groups: Readonly<Record<'target' | 'neighbour' | 'web' | 'app', string>>;
  readonly routeTables: Readonly<Record<'main' | 'public' | 'target', string>>;
  readonly networkAcls: Readonly<Record<'target' | 'default', string>>;
  readonly rules: TargetRules;
  readonly internetGatewayId: string;
  readonly flowLogId: string;
  /** Days before the shown stretch at which the flow log was made. */
  readonly flowLogAge: number;
  readonly client: { readonly name: string; readonly address: string; readonly range: string };
  /** Where the client sits in a VPC of its own. */
  readonly peer: PeerPlan | undefined;
  readonly seed: string;
}

interface Block {
  readonly id: string;
  readonly cidr: string;
}

export interface SubnetPlan extends Block {
  readonly name: string;
  readonly zone: 'a' | 'b';
}

export interface PeerPlan {
  readonly vpc: Block;
  readonly subnet: SubnetPlan;
  readonly desktop: Server;
  readonly connectionId: string;
  readonly routeTableId: string;
  readonly networkAclId: string;
}

/** Where each family puts the tiers: name, third octet, zone. */
const TIERS = {
  peering: {
    public: ['public-a', 1, 'a'],
    target: ['app-a', 11, 'a'],
    app: ['app-b', 21, 'b'],
    far: ['app-b', 21, 'b'],
  },
  internet: {
    public: ['edge-a', 1, 'a'],
    target: ['edge-b', 2, 'b'],
    app: ['app-a', 11, 'a'],
    far: ['app-b', 21, 'b'],
  },
} as const;

export function drawPlan(random: Random, family: Family): Plan {
  const names = drawNames(random.fork('names'));
  const ids = random.fork('ids');
  const numbers = random.fork('numbers');
  const id = (prefix: string): string => newId(ids, prefix);
  const octet = numbers.integer(10, 120);
  const peerOctet = octet + numbers.integer(10, 80);
  const subnets = drawSubnets(family, octet, id);
  const groups = { target: id('sg'), neighbour: id('sg'), web: id('sg'), app: id('sg') };
  const server = (name: string, subnet: SubnetPlan, group: string, from: number, to: number): Server => ({
    interfaceId: id('eni'),
    instanceId: id('i'),
    name,
    address: subnet.cidr.replace(/0\/24$/, String(numbers.integer(from, to))),
    subnetId: subnet.id,
    groupIds: [group],
  });
  const target = server(names.target, subnets.target, groups.target, 100, 200);
  const servers = {
    web: server('web-a', subnets.public, groups.web, 10, 60),
    neighbour: server(names.neighbour, subnets.target, groups.neighbour, 40, 90),
    target: family === 'internet' ? { ...target, publicAddress: drawPublicAddress(numbers, id) } : target,
    app: server(names.app, subnets.app, groups.app, 10, 60),
    far: server(names.far, subnets.far, groups.app, 70, 120),
  };
  const peer = family === 'peering' ? drawPeer(peerOctet, numbers, id) : undefined;
  const vpc = { id: id('vpc'), cidr: `10.${octet}.0.0/16` };
  const client = peer
    ? { name: 'desktop', address: peer.desktop.address, range: peer.subnet.cidr }
    : drawOffice(numbers);
  return {
    family,
    names,
    vpc,
    subnets,
    servers,
    groups,
    routeTables: { main: id('rtb'), public: id('rtb'), target: id('rtb') },
    networkAcls: { target: id('acl'), default: id('acl') },
    internetGatewayId: id('igw'),
    flowLogId: id('fl'),
    flowLogAge: numbers.integer(2, 20),
    client,
    rules: drawTargetRules(random.fork('rules'), {
      vpcCidr: vpc.cidr,
      publicCidr: subnets.public.cidr,
      publicGroup: groups.web,
      clientRange: client.range,
      neighbours: numbers.pick(lookalikesOf(client.range)),
      strangers: drawStrangers(numbers, peer ? peerOctet : undefined),
    }),
    peer,
    seed: numbers.hex(8),
  };
}

function drawSubnets(family: Family, octet: number, id: (prefix: string) => string): Plan['subnets'] {
  const made = new Map<string, SubnetPlan>();
  const subnet = (tier: keyof (typeof TIERS)['peering']): SubnetPlan => {
    const [name, third, zone] = TIERS[family][tier];
    const known = made.get(name) ?? { id: id('subnet'), name, cidr: `10.${octet}.${third}.0/24`, zone };
    made.set(name, known);
    return known;
  };
  return { public: subnet('public'), target: subnet('target'), app: subnet('app'), far: subnet('far') };
}

/** From a documentation range (RFC 5737): an Elastic IP address, or one that came with the launch. */
function drawPublicAddress(
  numbers: Random,
  id: (prefix: string) => string,
): NonNullable<Server['publicAddress']> {
  const address = `198.51.100.${numbers.integer(20, 220)}`;
  return { address, allocationId: numbers.chance() ? id('eipalloc') : undefined };
}

/** An office with a /28 of its own, and the address from which this developer comes. */
function drawOffice(numbers: Random): Plan['client'] {
  const block = 16 * numbers.integer(1, 14);
  return {
    name: 'office',
    address: `203.0.113.${block + numbers.integer(1, 14)}`,
    range: `203.0.113.${block}/28`,
  };
}

/** Two networks that have no business here. */
function drawStrangers(numbers: Random, peerOctet: number | undefined): readonly string[] {
  if (peerOctet === undefined) return ['198.18.0.0/16', '192.88.0.0/16'];
  const octets = [peerOctet + numbers.integer(1, 10), peerOctet + numbers.integer(11, 20)];
  return octets.map((octet) => `10.${octet}.0.0/16`);
}

function drawPeer(octet: number, numbers: Random, id: (prefix: string) => string): PeerPlan {
  const subnet: SubnetPlan = { id: id('subnet'), name: 'desk-a', cidr: `10.${octet}.8.0/24`, zone: 'a' };
  const desktop: Server = {
    interfaceId: id('eni'),
    instanceId: id('i'),
    name: 'desktop',
    address: `10.${octet}.8.${numbers.integer(10, 60)}`,
    subnetId: subnet.id,
    groupIds: [id('sg')],
  };
  return {
    vpc: { id: id('vpc'), cidr: `10.${octet}.0.0/16` },
    subnet,
    desktop,
    connectionId: id('pcx'),
    routeTableId: id('rtb'),
    networkAclId: id('acl'),
  };
}
