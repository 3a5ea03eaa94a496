/** At the internet gateway of a VPC, on the way out and on the way in, and Block Public Access before it. */

import type { Action } from '../../ec2/actions/action';
import { formatAddress } from '../../net/address';
import { type Cidr, constantCidr, formatCidr, sameCidr } from '../../net/cidr';
import { blocksOf } from '../../net/interval';
import type { PacketSet } from '../../net/packet-set';
import { LINK_LOCAL, RFC1918, RFC6598 } from '../../net/special';
import { blockPublicAccessRefusal } from '../../rules/block-public-access';
import type { BlockPublicAccess } from '../../vpc/block-public-access';
import type { Direction } from '../../vpc/match';
import type { Route, RouteTable } from '../../vpc/route-table';
import type { Vpc } from '../../vpc/vpc';
import { narrow } from '../flow';
import type { Ground } from '../ground';
import { endsOf } from '../leg';
import type { Onward, Place } from '../motion';
import type { Obstacle } from '../obstacle';
import type { Owned } from '../owners';
import type { Repair } from '../repair';
import type { Search } from '../search';
import type { Station } from '../station';
import type { Session, Way } from '../way';
import { type Check, judge, judgeRefusals } from './judge';
import { ownersOf } from './owners';

/** Where traffic crosses the border of a VPC; undefined `subnet`: at a regional NAT gateway. */
type Border = Pick<Place, 'vpc' | 'subnet'>;

export function leaveByInternetGateway(
  search: Search,
  way: Way,
  id: string,
  place: Border,
): readonly Onward[] {
  const { vpc } = place;
  const attached = judgeAttachment(search, way, id, vpc);
  if (!attached) return [];
  const straight = judgeRefusals(search, attached, {
    component: id,
    kind: 'internet-gateway',
    direction: 'egress',
    at: { vpcId: vpc.id },
    checks: redirectionChecks(search, attached, id, place),
  });
  return straight.flatMap((some) => {
    const allowed = passBlockPublicAccess(search, some, id, 'egress', place, leavesByNat(some));
    return allowed ? translateOutwards(search, allowed, id, vpc) : [];
  });
}

function translateOutwards(search: Search, way: Way, id: string, vpc: Vpc): readonly Onward[] {
  const { space } = search;
  const { from, to } = endsOf(way.leg);
  const pairs = search.publicPairs.get(vpc.id) ?? [];
  const unknown = unknownPublic(search, from);
  const paired = space.box({ [from]: pairs.map(({ privateAddress }) => privateAddress) });
  // What a regional NAT gateway sends has its public address already.
  const regional = space.box({ [from]: regionalAddresses(search, vpc) });
  const translatable = paired.union(regional);
  const forwards = pairs.map(({ privateAddress, publicAddress }) => [privateAddress, publicAddress] as const);
  const backwards = forwards.map(([inside, outside]) => [outside, inside] as const);
  const onward = judge(search, way, {
    component: id,
    kind: 'internet-gateway',
    direction: 'egress',
    at: { vpcId: vpc.id },
    checks: [
      notTo(search, to, RFC1918, id, 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS', vpc),
      notTo(search, to, [RFC6598], id, 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS', vpc),
      {
        accepts: search.within(from, vpc.cidrs).union(regional),
        obstacle: (refused) => ({
          key: `spoofed ${id}`,
          code: 'GATEWAY_REJECTS_SPOOFED_TRAFFIC',
          facts: { Component: id, Address: firstOf(refused, from), Vpc: vpc.id },
        }),
      },
      { accepts: translatable, obstacle: (refused) => noPublicAddress(search, id, vpc, refused, from) },
    ],
    translate: (packets) =>
      space.union([
        packets.translate(from, forwards),
        packets.intersect(regional),
        packets.subtract(translatable).forget(from).intersect(unknown),
      ]),
  });
  if (!onward) return [];
  const head: Session = {
    translator: id,
    vpcId: vpc.id,
    kind: 'internet-gateway',
    inside: way.flow,
    outside: onward.flow,
    undo: (packets) =>
      space.union([
        packets.translate(from, backwards),
        packets.intersect(regional),
        packets.intersect(unknown).forget(from),
      ]),
  };
  const left = way.leg === 'forward' ? withSession(onward, head) : withoutSession(onward, 'into-vpc', id);
  return [{ way: left, motion: { to: 'internet', gatewayId: id } }];
}

function regionalAddresses({ network }: Search, { id }: Vpc): readonly number[] {
  return [...network.natGateways.values()].flatMap(({ regional, vpcId, addresses }) =>
    regional && vpcId === id ? addresses : [],
  );
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
    repair: [{ Service: 'ec2', Action: 'AttachInternetGateway', InternetGatewayId: id, VpcId: vpcId }],
  };
}

function leavesByNat({ leftBy, metRegionalNat }: Way): boolean {
  return metRegionalNat || leftBy?.natGateway !== undefined;
}

/** `isEgressOnly`: of a connection that a NAT gateway opened outwards. */
export function passBlockPublicAccess(
  search: Search,
  way: Way,
  gatewayId: string,
  direction: Direction,
  { vpc, subnet }: Border,
  isEgressOnly: boolean,
): Way | undefined {
  const traffic = { direction, vpc, subnet, isEgressOnly };
  if (!blockPublicAccessRefusal(search.network.blockPublicAccess, traffic)) return way;
  const resource = subnet?.id ?? vpc.id;
  return judge(search, way, {
    component: vpc.id,
    kind: 'block-public-access',
    direction,
    checks: [
      {
        accepts: search.space.nothing,
        obstacle: () => ({
          key: `bpa ${resource}`,
          code: 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED',
          facts: { InternetGateway: gatewayId, Vpc: vpc.id, ...(subnet && { Subnet: subnet.id }) },
          repair: excluded(search.network.blockPublicAccess, resource),
        }),
      },
    ],
  });
}

/** Both ways; what is excluded one way already has its exclusion widened. */
function excluded({ exclusionIds }: BlockPublicAccess, resource: string): Repair {
  const ExclusionId = exclusionIds.get(resource);
  const both = { Service: 'ec2', InternetGatewayExclusionMode: 'allow-bidirectional' } as const;
  if (ExclusionId !== undefined)
    return [{ ...both, Action: 'ModifyVpcBlockPublicAccessExclusion', ExclusionId }];
  const named = resource.startsWith('vpc-') ? { VpcId: resource } : { SubnetId: resource };
  return [{ ...both, Action: 'CreateVpcBlockPublicAccessExclusion', ...named }];
}

/**
 * What the gateway's own table leads in through an appliance has to leave through the same one.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
function redirectionChecks(search: Search, way: Way, id: string, { subnet }: Border): readonly Check[] {
  const ingress = search.network.gatewayRouteTables.get(id);
  if (!ingress) return [];
  const { from } = endsOf(way.leg);
  return search.routes(ingress, from).flatMap(({ rule, effective }): readonly Check[] => {
    const appliance = applianceOf(search, rule);
    if (!appliance || isLeaving(way, appliance)) return [];
    return [
      {
        accepts: search.space.everything.subtract(effective),
        obstacle: () => ({
          key: `redirection ${appliance.id} ${way.leg}`,
          code: 'INGRESS_RTB_TRAFFIC_REDIRECTION',
          facts: {
            IngressRouteTable: ingress.id,
            InternetGateway: id,
            ...(subnet && { SubnetRouteTable: subnet.routeTable.id, Subnet: subnet.id }),
          },
          repair: [withoutRoute(ingress, rule)],
        }),
      },
    ];
  });
}

function withoutRoute({ id, routes }: RouteTable, { destination }: Route): Action {
  const DestinationCidrBlock = formatCidr(destination);
  const isLocal = routes.some(
    ({ target, destination: block }) => target.kind === 'local' && sameCidr(block, destination),
  );
  return isLocal
    ? { Service: 'ec2', Action: 'ReplaceRoute', RouteTableId: id, DestinationCidrBlock, LocalTarget: true }
    : { Service: 'ec2', Action: 'DeleteRoute', RouteTableId: id, DestinationCidrBlock };
}

function applianceOf({ stations }: Search, { target, state }: Route): Station | undefined {
  return state === 'active' && target.kind === 'network-interface'
    ? stations.byInterface.get(target.id)
    : undefined;
}

/** By the appliance's interface, or another of its own. */
function isLeaving({ leftBy }: Way, appliance: Station): boolean {
  const instanceId = appliance.interfaces[0]?.instance?.id;
  return (
    leftBy === appliance || (instanceId !== undefined && leftBy?.interfaces[0]?.instance?.id === instanceId)
  );
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

export function firstOf(packets: PacketSet, field: 'source' | 'destination'): string {
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
  return [
    { Service: 'ec2', Action: 'AllocateAddress', Domain: 'vpc', As: `address-${networkInterfaceId}` },
    {
      Service: 'ec2',
      Action: 'AssociateAddress',
      AllocationId: { Ref: `address-${networkInterfaceId}` },
      NetworkInterfaceId: networkInterfaceId,
    },
  ];
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
export function unknownPublic(
  { space, network, regionalNatGateways }: Ground,
  field: 'source' | 'destination',
): PacketSet {
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

/**
 * Block Public Access asks each receiver's subnet, and whether a NAT gateway stands there; behind an appliance it is the
 * appliance that stands in public.
 */
function admitIntoSubnets(search: Search, way: Way, vpc: Vpc, gatewayId: string): readonly Way[] {
  if (search.network.blockPublicAccess.mode === 'off') return [way];
  return landings(search, way, vpc, gatewayId).flatMap(({ station, packets }) => {
    const flow = narrow(way.flow, packets);
    if (flow.length === 0) return [];
    const border = { vpc, subnet: station.subnet };
    const isNat = station.natGateway !== undefined;
    return passBlockPublicAccess(search, { ...way, flow }, gatewayId, 'ingress', border, isNat) ?? [];
  });
}

function landings(search: Search, way: Way, vpc: Vpc, gatewayId: string): readonly Owned[] {
  const { to } = endsOf(way.leg);
  const table = search.network.gatewayRouteTables.get(gatewayId);
  const detours = (table ? search.routes(table, to) : []).flatMap(({ rule, effective }): readonly Owned[] => {
    const station = applianceOf(search, rule);
    return station ? [{ station, packets: effective }] : [];
  });
  const led = search.space.union(detours.map(({ packets }) => packets));
  const direct = ownersOf(search, way, vpc.id).map(({ station, packets }) => ({
    station,
    packets: packets.subtract(led),
  }));
  return [...detours, ...direct];
}
