/** At an endpoint that a route names: a gateway endpoint hands packets to its service. */
import { ICMP, TCP } from '../../net/protocol';
import { endsOf } from '../leg';
import type { Onward, Place } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import { enterGatewayLoadBalancerEndpoint } from './gateway-load-balancer-endpoint';
import { judge } from './judge';
import { firstOf } from './public-address';

export function routeToEndpoint(
  search: Search,
  way: Way,
  id: string,
  { vpc, subnet }: Place,
): readonly Onward[] {
  const { space, network } = search;
  const endpoint = network.vpcEndpoints.get(id);
  if (endpoint?.type === 'gateway-load-balancer')
    return enterGatewayLoadBalancerEndpoint(search, way, endpoint, subnet);
  if (endpoint && endpoint.type !== 'gateway') return [{ way, motion: { to: 'unseen', component: id } }];
  const carried = space.box({ protocol: TCP }).union(space.box({ protocol: ICMP, icmpType: [0, 8] }));
  const onward = judge(search, way, {
    component: id,
    kind: 'vpc-endpoint',
    ...(endpoint && { at: { vpcId: endpoint.vpcId, serviceName: endpoint.serviceName } }),
    checks: [
      {
        accepts: endpoint?.isAvailable ? space.everything : space.nothing,
        obstacle: () =>
          endpoint && {
            key: `state ${id}`,
            code: 'BAD_STATE',
            facts: { Component: id, State: 'unavailable' },
          },
      },
      {
        accepts: endpoint?.vpcId === vpc.id ? search.within(endsOf(way.leg).from, vpc.cidrs) : space.nothing,
        obstacle: (refused) => ({
          key: `own-vpc ${id}`,
          code: 'GATEWAY_REJECTS_SPOOFED_TRAFFIC',
          facts: { Component: id, Address: firstOf(refused, endsOf(way.leg).from), Vpc: vpc.id },
        }),
      },
      {
        accepts: carried,
        obstacle: () => ({
          key: `protocol ${id}`,
          code: 'VPCE_GATEWAY_PROTOCOL_RESTRICTION',
          facts: { VpcEndpoint: id, Protocols: ['tcp', 'icmp'] },
        }),
      },
    ],
  });
  return onward && endpoint ? [{ way: onward, motion: { to: 'service', endpoint } }] : [];
}
