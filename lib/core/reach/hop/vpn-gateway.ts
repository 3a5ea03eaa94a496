/** At a virtual private gateway. */
import type { PacketSet } from '../../net/packet-set';
import type { Vpc } from '../../vpc/vpc';
import type { Obstacle } from '../blockers/obstacle';
import { linksBehind, shareOut } from '../ends/link-share';
import { narrow, packetsOf } from '../flow';
import { endsOf } from '../leg';
import type { Onward } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import { judge } from './judge';
import { firstOf } from './public-address';

export function routeToVpnGateway(search: Search, way: Way, id: string, vpc: Vpc): readonly Onward[] {
  const { space } = search;
  const { from, to } = endsOf(way.leg);
  const isAttached = search.network.vpnGateways.get(id)?.vpcId === vpc.id;
  const shares = shareOut(search, linksBehind(search, id), packetsOf(space, way.flow), to);
  const owned = search.stations.byAddress.get(vpc.id)?.map(({ address }) => address) ?? [];
  const onward = judge(search, way, {
    component: id,
    kind: 'vpn-gateway',
    direction: 'egress',
    at: { vpcId: vpc.id },
    checks: [
      {
        accepts: isAttached ? space.everything : space.nothing,
        obstacle: () => ({
          key: `attachment ${id}`,
          code: 'BAD_STATE_ATTACHMENT',
          facts: { Component: id, AttachedTo: vpc.id, State: 'detached' },
          repair: [{ Service: 'ec2', Action: 'AttachVpnGateway', VpnGatewayId: id, VpcId: vpc.id }],
        }),
      },
      ...(search.mode === 'aws'
        ? [
            {
              accepts: space.box({ [from]: owned }),
              obstacle: (refused: PacketSet): Obstacle => ({
                key: `vgw-source ${id}`,
                code: 'VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS',
                facts: { VpnGateway: id, Address: firstOf(refused, from), Vpc: vpc.id },
              }),
            },
          ]
        : []),
      ...(search.mode === 'complete' ? [{ accepts: space.union(shares.map(({ packets }) => packets)) }] : []),
    ],
  });
  if (!onward) return [];
  return shares.flatMap(({ link, packets }) => {
    const flow = narrow(onward.flow, packets);
    return flow.length === 0
      ? []
      : [{ way: { ...onward, flow }, motion: { to: 'premises', link, gatewayId: id } } as const];
  });
}

/** What comes in by a virtual private gateway is for private addresses of its own VPC. */
export function intoVpc(search: Search, way: Way, gatewayId: string): readonly Onward[] {
  const { network, space } = search;
  const vpc = network.vpcs.get(network.vpnGateways.get(gatewayId)?.vpcId ?? '');
  const { to } = endsOf(way.leg);
  const onward = judge(search, way, {
    component: gatewayId,
    kind: 'vpn-gateway',
    direction: 'ingress',
    ...(vpc && { at: { vpcId: vpc.id } }),
    checks: [
      {
        accepts: vpc ? search.within(to, vpc.cidrs) : space.nothing,
        obstacle: (refused) =>
          vpc && {
            key: `vgw-destination ${gatewayId}`,
            code: 'VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
            facts: { VpnGateway: gatewayId, Address: firstOf(refused, to), Vpc: vpc.id },
          },
      },
    ],
  });
  return onward && vpc ? [{ way: onward, motion: { to: 'vpc-edge', gatewayId, vpc } }] : [];
}
