/** At a peering connection: one hop into the other VPC, or none. */
import { formatCidr } from '../../net/cidr';
import type { VpcPeeringConnection } from '../../vpc/vpc-peering-connection';
import type { Obstacle } from '../blockers/obstacle';
import { narrow, without } from '../flow';
import { endsOf } from '../leg';
import { AWS_LIMITS } from '../limits';
import type { Onward, Place } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import { type Check, judge } from './judge';
import { wantedTargets } from './wanted';

export function routeToPeering(search: Search, way: Way, id: string, place: Place): readonly Onward[] {
  const { space } = search;
  const pcx = search.network.vpcPeeringConnections.get(id);
  const { vpc: near } = place;
  const far = pcx && otherSide(pcx, near.id);
  if (!pcx || !far) {
    judge(search, way, {
      component: id,
      kind: 'vpc-peering-connection',
      checks: [{ accepts: space.nothing }],
    });
    return [];
  }
  const { from, to } = endsOf(way.leg);
  const inNear = search.within(from, near.cidrs);
  const inFar = far.vpc ? search.within(to, far.vpc.cidrs) : space.everything;
  const crossed = judge(search, way, {
    component: id,
    kind: 'vpc-peering-connection',
    at: { sourceVpcId: near.id, destinationVpcId: far.vpcId },
    checks: [
      {
        accepts: pcx.status === 'active' ? space.everything : space.nothing,
        obstacle: () => notActive(pcx),
      },
      { accepts: inNear, obstacle: () => notOwn(pcx, near.id, far.vpcId, near.cidrs.map(formatCidr)) },
      {
        accepts: inFar,
        obstacle: () => notOwn(pcx, near.id, far.vpcId, far.vpc?.cidrs.map(formatCidr) ?? []),
      },
      ...regionChecks(search, pcx),
    ],
  });
  if (!crossed) return [];
  const sender = way.leftBy;
  const onward: Way = {
    ...crossed,
    ...(pcx.isInterRegion && { identityLostAt: id, leftBy: undefined }),
    ...(sender?.natGateway && {
      returnsToSender: new Map([
        ...crossed.returnsToSender,
        [sender.id, { peeringId: id, sent: crossed.flow }],
      ]),
    }),
  };
  if (!far.vpc) return [{ way: onward, motion: { to: 'unseen', component: id } }];
  const { vpc } = far;
  const inside = { ...onward, flow: narrow(onward.flow, inFar) };
  const through = { ...onward, flow: without(onward.flow, inFar) };
  return [
    ...(inside.flow.length > 0
      ? [{ way: inside, motion: { to: 'vpc', vpc, from: undefined, via: id } } as const]
      : []),
    ...passThrough(search, through, { ...place, vpc, subnet: undefined }, id),
  ];
}

export function otherSide({ requester, accepter }: VpcPeeringConnection, nearId: string) {
  if (requester.vpcId === nearId) return accepter;
  return accepter.vpcId === nearId ? requester : undefined;
}

/** What peering never does, waived: on to whatever would bring the packets nearer to their aim. */
function passThrough(search: Search, way: Way, place: Place, id: string): readonly Onward[] {
  if (way.flow.length === 0) return [];
  return wantedTargets(search, way, place)
    .filter((target) => target.kind === 'vpc-peering-connection' && target.id !== id)
    .map((target) => ({ way, motion: { to: 'target', target, place } }));
}

function notActive({ id, status }: VpcPeeringConnection): Obstacle {
  return {
    key: `state ${id}`,
    code: 'BAD_STATE',
    facts: { Component: id, State: status },
    ...(status === 'pending-acceptance' && {
      repair: [{ Service: 'ec2', Action: 'AcceptVpcPeeringConnection', VpcPeeringConnectionId: id }],
    }),
  };
}

function notOwn(
  { id }: VpcPeeringConnection,
  SourceVpc: string,
  DestinationVpc: string,
  Cidrs: readonly string[],
): Obstacle {
  return {
    key: `transit ${id}`,
    code: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
    facts: { VpcPeeringConnection: id, SourceVpc, DestinationVpc, Cidrs },
  };
}

/** See AWS_LIMITS.oneRegion. */
function regionChecks({ mode, space }: Search, pcx: VpcPeeringConnection): readonly Check[] {
  if (mode !== 'aws' || !pcx.isInterRegion) return [];
  return [
    {
      accepts: space.nothing,
      obstacle: () => ({
        key: `${AWS_LIMITS.oneRegion.id} ${pcx.id}`,
        code: 'NO_POSSIBLE_DESTINATION',
        facts: {
          Component: pcx.id,
          ComponentRegion: pcx.accepter.region,
          MissingComponent: pcx.accepter.vpcId,
        },
      }),
    },
  ];
}
