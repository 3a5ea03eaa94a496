/** At the internet gateway of a VPC, on the way out and on the way in, and Block Public Access before it. */
import { formatAddress } from '../../net/address';
import { type Cidr, constantCidr, formatCidr } from '../../net/cidr';
import { blocksOf } from '../../net/interval';
import type { PacketSet } from '../../net/packet-set';
import { LINK_LOCAL, RFC1918, RFC6598 } from '../../net/special';
import { blockPublicAccessRefusal } from '../../rules/block-public-access';
import type { Direction } from '../../vpc/match';
import type { Subnet } from '../../vpc/subnet';
import type { Vpc } from '../../vpc/vpc';
import { narrow, packetsOf } from '../flow';
import { endsOf } from '../leg';
import { AWS_LIMITS } from '../limits';
import type { Onward, Place } from '../motion';
import type { Obstacle } from '../obstacle';
import type { Repair } from '../repair';
import type { Search } from '../search';
import { lastCrossing, type Session, type Way } from '../way';
import { type Check, judge } from './judge';

export function leaveByInternetGateway(
  search: Search,
  way: Way,
  id: string,
  place: Place,
): readonly Onward[] {
  const { vpc } = place;
  const { space } = search;
  const attached = judgeAttachment(search, way, id, vpc);
  const allowed =
    attached &&
    passBlockPublicAccess(search, attached, id, 'egress', subnetOf(attached, place), leavesByNat(attached));
  if (!allowed) return [];
  const { from, to } = endsOf(way.leg);
  const pairs = search.publicPairs.get(vpc.id) ?? [];
  const unknown = unknownPublic(search, from);
  const paired = space.box({ [from]: pairs.map(({ privateAddress }) => privateAddress) });
  const forwards = pairs.map(({ privateAddress, publicAddress }) => [privateAddress, publicAddress] as const);
  const backwards = forwards.map(([inside, outside]) => [outside, inside] as const);
  const onward = judge(search, allowed, {
    component: id,
    kind: 'internet-gateway',
    direction: 'egress',
    at: { vpcId: vpc.id },
    checks: [
      ...redirectionChecks(search, way, id, place),
      notTo(search, to, RFC1918, id, 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS', vpc),
      notTo(search, to, [RFC6598], id, 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS', vpc),
      {
        accepts: search.within(from, vpc.cidrs),
        obstacle: (refused) => ({
          key: `spoofed ${id}`,
          code: 'GATEWAY_REJECTS_SPOOFED_TRAFFIC',
          facts: { Component: id, Address: firstOf(refused, from), Vpc: vpc.id },
        }),
      },
      { accepts: paired, obstacle: (refused) => noPublicAddress(search, id, vpc, refused, from) },
    ],
    translate: (packets) =>
      packets.translate(from, forwards).union(packets.subtract(paired).forget(from).intersect(unknown)),
  });
  if (!onward) return [];
  const head: Session = {
    translator: id,
    vpcId: vpc.id,
    kind: 'internet-gateway',
    inside: allowed.flow,
    outside: onward.flow,
    undo: (packets) => packets.translate(from, backwards).union(packets.intersect(unknown).forget(from)),
  };
  const left = way.leg === 'forward' ? withSession(onward, head) : withoutSession(onward, 'into-vpc', id);
  return [{ way: left, motion: { to: 'internet', gatewayId: id } }];
}

function judgeAttachment(search: Search, way: Way, id: string, vpc: Vpc): Way | undefined {
  if (search.network.internetGateways.get(id)?.vpcId === vpc.id) return way;
  return judge(search, way, {
    component: id,
    kind: 'internet-gateway',
    direction: 'egress',
    checks: [{ accepts: search.space.nothing, obstacle: () => detached(id, vpc.id) }],
  });
}

function detached(id: string, vpcId: string): Obstacle {
  return {
    key: `attachment ${id}`,
    code: 'BAD_STATE_ATTACHMENT',
    facts: { Component: id, AttachedTo: vpcId, State: 'detached' },
    repair: {
      kind: 'actions',
      actions: [{ Service: 'ec2', Action: 'AttachInternetGateway', InternetGatewayId: id, VpcId: vpcId }],
    },
  };
}

/** A regional NAT gateway stands in no subnet: the sender's own counts. */
function subnetOf(way: Way, { subnet }: Place): Subnet | undefined {
  return subnet ?? lastCrossing(way)?.station.subnet;
}

function leavesByNat(way: Way): boolean {
  if (lastCrossing(way)?.station.natGateway !== undefined) return true;
  return way.leg === 'forward' && way.sessions?.head.kind === 'nat-gateway';
}

/** `isEgressOnly`: of a connection that a NAT gateway opened outwards. */
export function passBlockPublicAccess(
  search: Search,
  way: Way,
  gatewayId: string,
  direction: Direction,
  subnet: Subnet | undefined,
  isEgressOnly: boolean,
): Way | undefined {
  const { blockPublicAccess } = search.network;
  if (!subnet || !blockPublicAccessRefusal(blockPublicAccess, { direction, subnet, isEgressOnly }))
    return way;
  return judge(search, way, {
    component: subnet.vpc.id,
    kind: 'block-public-access',
    direction,
    checks: [
      {
        accepts: search.space.nothing,
        obstacle: () => ({
          key: `bpa ${subnet.id}`,
          code: 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED',
          facts: { InternetGateway: gatewayId, Vpc: subnet.vpc.id, Subnet: subnet.id },
          repair: excluded(subnet.id),
        }),
      },
    ],
  });
}

function excluded(subnetId: string): Repair {
  return {
    kind: 'edit',
    says: `exclude ${subnetId} from Block Public Access, both ways`,
    edit: (snapshot) => ({
      ...snapshot,
      VpcBlockPublicAccessExclusions: [
        ...(snapshot.VpcBlockPublicAccessExclusions ?? []).filter(
          ({ ResourceArn }) => !ResourceArn.endsWith(`/${subnetId}`),
        ),
        {
          ExclusionId: `vpcbpa-exclude-${subnetId}`,
          InternetGatewayExclusionMode: 'allow-bidirectional',
          ResourceArn: `arn:aws:ec2:${snapshot.Region ?? 'us-east-1'}:${snapshot.OwnerId ?? '123456789012'}:subnet/${subnetId}`,
          State: 'create-complete',
        },
      ],
    }),
  };
}

/** See AWS_LIMITS.ingressRedirection. */
function redirectionChecks(
  search: Search,
  way: Way,
  id: string,
  { subnet, routeTable }: Place,
): readonly Check[] {
  const ingress = search.network.gatewayRouteTables.get(id);
  if (search.mode !== 'aws' || !ingress || !subnet) return [];
  const isRedirected = ingress.routes.some(
    ({ target, destination }) =>
      target.kind !== 'local' && subnet.cidrs.some((cidr) => formatCidr(cidr) === formatCidr(destination)),
  );
  if (!isRedirected) return [];
  return [
    {
      accepts: search.space.nothing,
      obstacle: () => ({
        key: `${AWS_LIMITS.ingressRedirection.id} ${subnet.id} ${way.leg}`,
        code: 'INGRESS_RTB_TRAFFIC_REDIRECTION',
        facts: {
          IngressRouteTable: ingress.id,
          SubnetRouteTable: routeTable.id,
          InternetGateway: id,
          Subnet: subnet.id,
        },
      }),
    },
  ];
}

function notTo(
  search: Search,
  field: 'source' | 'destination',
  cidrs: readonly Cidr[],
  id: string,
  code: Obstacle['code'],
  vpc: Vpc,
): Check {
  return {
    accepts: search.space.everything.subtract(search.within(field, cidrs)),
    obstacle: () => ({ key: `${code} ${id}`, code, facts: { InternetGateway: id, Vpc: vpc.id } }),
  };
}

function firstOf(packets: PacketSet, field: 'source' | 'destination'): string {
  const [first] = packets.project(field).flatMap(blocksOf);
  return first ? formatAddress(first.base) : '';
}

/** One setting both ways: an interface without a public address can neither be reached nor reach out. */
function noPublicAddress(
  search: Search,
  id: string,
  vpc: Vpc,
  refused: PacketSet,
  field: 'source' | 'destination',
): Obstacle {
  const owner = ownerOf(search, vpc, refused, field);
  return {
    key: `public-address ${owner?.id ?? vpc.id}`,
    code: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
    facts: {
      InternetGateway: id,
      Address: firstOf(refused, field),
      Vpc: vpc.id,
      ...(owner && { NetworkInterface: owner.id }),
    },
    ...(owner && { repair: associate(owner.id) }),
  };
}

export function ownerOf(search: Search, vpc: Vpc, packets: PacketSet, field: 'source' | 'destination') {
  const [first] = packets.project(field);
  return first && search.network.privateAddresses.get(vpc.id)?.get(first.from as never);
}

export function associate(networkInterfaceId: string): Repair {
  return {
    kind: 'actions',
    actions: [
      { Service: 'ec2', Action: 'AllocateAddress', Domain: 'vpc', As: `address-${networkInterfaceId}` },
      {
        Service: 'ec2',
        Action: 'AssociateAddress',
        AllocationId: { Ref: `address-${networkInterfaceId}` },
        NetworkInterfaceId: networkInterfaceId,
      },
    ],
  };
}

const NEVER_PUBLIC = [
  ...RFC1918,
  RFC6598,
  ...LINK_LOCAL,
  constantCidr('0.0.0.0/8'),
  constantCidr('127.0.0.0/8'),
  constantCidr('224.0.0.0/3'),
];

/** A public address that nobody has yet: what an association would bring. */
export function unknownPublic(search: Search, field: 'source' | 'destination'): PacketSet {
  const { space, network, regionalNatGateways } = search;
  const owned = [...network.publicAddresses.keys(), ...regionalNatGateways.keys()];
  return space.everything.subtract(space.box({ [field]: [...NEVER_PUBLIC, ...owned] }));
}

/** From the internet into a VPC: the public address swapped for the private one that it is paired with. */
export function enterByInternetGateway(search: Search, way: Way, vpc: Vpc): readonly Onward[] {
  const { space } = search;
  const { from, to } = endsOf(way.leg);
  const id = vpc.internetGatewayId;
  const pairs = search.publicPairs.get(vpc.id) ?? [];
  const inwards = pairs.map(({ privateAddress, publicAddress }) => [publicAddress, privateAddress] as const);
  const outwards = inwards.map(([outside, inside]) => [inside, outside] as const);
  const onward = judge(search, way, {
    component: id ?? vpc.id,
    kind: 'internet-gateway',
    direction: 'ingress',
    at: { vpcId: vpc.id },
    checks: [
      { accepts: id === undefined ? space.nothing : space.everything },
      notTo(search, from, RFC1918, id ?? vpc.id, 'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS', vpc),
      notTo(search, from, [RFC6598], id ?? vpc.id, 'IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS', vpc),
    ],
    translate: (packets) => packets.translate(to, inwards),
  });
  if (!onward || id === undefined) return [];
  const session: Session = {
    translator: id,
    vpcId: vpc.id,
    kind: 'into-vpc',
    inside: way.flow,
    outside: onward.flow,
    undo: (packets) => packets.translate(to, outwards),
  };
  const entered =
    way.leg === 'forward' ? withSession(onward, session) : withoutSession(onward, 'internet-gateway', id);
  const admitted = admitIntoSubnets(search, entered, vpc, id);
  return admitted.map((one) => ({ way: one, motion: { to: 'vpc-edge', gatewayId: id, vpc } }));
}

function withSession(way: Way, head: Session): Way {
  return { ...way, sessions: { head, tail: way.sessions } };
}

/** The answer has come back through the gateway that translated the question. */
export function withoutSession(way: Way, kind: Session['kind'], translator: string): Way {
  const head = way.sessions?.head;
  return head?.kind === kind && head.translator === translator
    ? { ...way, sessions: way.sessions?.tail }
    : way;
}

/** Block Public Access asks each receiver's subnet, and whether a NAT gateway stands there. */
function admitIntoSubnets(search: Search, way: Way, vpc: Vpc, gatewayId: string): readonly Way[] {
  if (search.network.blockPublicAccess.mode === 'off') return [way];
  const { space } = search;
  const { to } = endsOf(way.leg);
  const groups = new Map<string, { subnet: Subnet; isNat: boolean; addresses: number[] }>();
  for (const { address, station } of search.stations.byAddress.get(vpc.id) ?? []) {
    const isNat = station.natGateway !== undefined;
    const key = `${station.subnet.id} ${isNat}`;
    const known = groups.get(key) ?? { subnet: station.subnet, isNat, addresses: [] };
    groups.set(key, known);
    known.addresses.push(address);
  }
  return [...groups.values()].flatMap(({ subnet, isNat, addresses }) => {
    const flow = narrow(way.flow, space.box({ [to]: addresses }));
    if (packetsOf(space, flow).isEmpty) return [];
    return passBlockPublicAccess(search, { ...way, flow }, gatewayId, 'ingress', subnet, isNat) ?? [];
  });
}
