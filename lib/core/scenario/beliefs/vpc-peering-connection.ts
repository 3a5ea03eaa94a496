/** What people wrongly believe of VPC peering. */
import { contains } from '../../net/cidr';
import type { Packet } from '../../net/packet';
import { isPublic } from '../../net/special';
import type { PacketLaws } from '../../rules/packet-laws';
import { evaluateRouteTable } from '../../rules/route-table';
import type { Rule } from '../../rules/rule';
import {
  crossPeering,
  otherSide,
  PCX_NOT_ACTIVE,
  PCX_NOT_TRANSITIVE,
} from '../../rules/vpc-peering-connection';
import { wrongLaw } from '../belief';

export const peeringIsTransitive = wrongLaw({
  id: 'peering-is-transitive',
  says: 'A VPC reaches whatever its peer is joined with: A to B and B to C makes A to C.',
  truth: 'A peering connection joins its own two VPCs and leads through neither of them.',
  rules: [PCX_NOT_TRANSITIVE],
  laws: (believed) => ({
    crossPeering: carryingThrough((packet) => !touchesInternet(packet), believed),
  }),
});

export const peersShareGateways = wrongLaw({
  id: 'peers-share-gateways',
  says: 'A VPC can use the NAT gateway and the internet gateway of its peer.',
  truth: 'A peering connection gives no way to the gateways of the other VPC.',
  rules: [PCX_NOT_TRANSITIVE],
  laws: (believed) => ({ crossPeering: carryingThrough(touchesInternet, believed) }),
});

export const pendingPeeringCarries = wrongLaw({
  id: 'pending-peering-carries',
  says: 'A peering connection works as soon as it is requested and the routes are there.',
  truth:
    'A peering connection carries nothing, and its routes are blackholes, until the other side has accepted it.',
  rules: [PCX_NOT_ACTIVE],
  laws: (believed) => ({
    crossPeering(pcx, near, packet) {
      if (pcx.status !== 'pending-acceptance') return crossPeering(pcx, near, packet);
      const decision = crossPeering({ ...pcx, status: 'active' }, near, packet);
      return decision.allowed ? { ...decision, rule: believed } : decision;
    },
    // Where the connection is gone rather than pending, it refuses for itself.
    routeTable(table, destination) {
      const decision = evaluateRouteTable(table, destination);
      const leadsToPeer =
        decision.outcome === 'blackhole' && decision.route.target.kind === 'vpc-peering-connection';
      if (!leadsToPeer) return decision;
      return { outcome: 'forward', route: { ...decision.route, state: 'active' }, rule: believed };
    },
  }),
});

/** Carries what AWS does not, where `mayPass` says so: into the far VPC, or through it. */
function carryingThrough(mayPass: (packet: Packet) => boolean, believed: Rule): PacketLaws['crossPeering'] {
  return (pcx, near, packet) => {
    const decision = crossPeering(pcx, near, packet);
    const far = otherSide(pcx, near);
    if (decision.allowed || pcx.status !== 'active' || !far || !mayPass(packet)) return decision;
    const isForFar = far.vpc?.cidrs.some((cidr) => contains(cidr, packet.destination)) ?? true;
    return { allowed: true, far: far.vpc, onwards: !isForFar, rule: believed };
  };
}

function touchesInternet({ source, destination }: Packet): boolean {
  return isPublic(source) || isPublic(destination);
}
