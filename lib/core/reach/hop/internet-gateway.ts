/** Out of a VPC by its internet gateway. */
import { RFC1918, RFC6598 } from '../../net/special';
import type { Vpc } from '../../vpc/vpc';
import type { Obstacle } from '../blockers/obstacle';
import { endsOf } from '../leg';
import type { Onward } from '../motion';
import type { Search } from '../search';
import type { Session, Way } from '../way';
import { type Border, passBlockPublicAccess } from './block-public-access';
import { redirectionChecks } from './gateway-redirection';
import { judge, judgeRefusals } from './judge';
import { firstOf, noPublicAddress, notTo, unknownPublic } from './public-address';
import { withoutSession, withSession } from './session';

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
