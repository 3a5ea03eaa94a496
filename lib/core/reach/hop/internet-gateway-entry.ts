/** From the internet into a VPC: the public address swapped for the private one that it is paired with. */
import { RFC1918, RFC6598 } from '../../net/special';
import type { Vpc } from '../../vpc/vpc';
import type { Owned } from '../ends/owners';
import { narrow } from '../flow';
import { endsOf } from '../leg';
import type { Onward } from '../motion';
import type { Search } from '../search';
import type { Session, Way } from '../way';
import { passBlockPublicAccess } from './block-public-access';
import { applianceOf } from './gateway-redirection';
import { judge } from './judge';
import { ownersOf } from './owners';
import { notTo } from './public-address';
import { withoutSession, withSession } from './session';

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
