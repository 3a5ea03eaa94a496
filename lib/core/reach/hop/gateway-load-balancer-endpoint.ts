/**
 * Through a Gateway Load Balancer endpoint, as AWS's tool goes: what enters it leaves it again unchanged, by the route
 * table of its own subnet, and the fleet behind it is not looked at. See AWS_LIMITS.gatewayLoadBalancer.
 */
import type { Subnet } from '../../vpc/subnet';
import type { VpcEndpoint } from '../../vpc/vpc-endpoint';
import { type Onward, placeOf } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import { judge } from './judge';
import { passNetworkAcl } from './network-acl';

/** `from`: the subnet whose route table led here; undefined at a gateway. */
export function enterGatewayLoadBalancerEndpoint(
  search: Search,
  way: Way,
  endpoint: VpcEndpoint,
  from: Subnet | undefined,
): readonly Onward[] {
  const { id, vpcId, serviceName, isAvailable, networkInterfaces } = endpoint;
  const station = search.stations.byInterface.get(networkInterfaces[0]?.id ?? '');
  if (search.mode !== 'aws' || !station) return [{ way, motion: { to: 'unseen', component: id } }];
  const { subnet } = station;
  const bordered = subnet.id === from?.id ? way : passNetworkAcl(search, way, subnet, 'ingress');
  const through =
    bordered &&
    judge(search, bordered, {
      component: id,
      kind: 'vpc-endpoint',
      at: { vpcId, subnetId: subnet.id, serviceName },
      checks: [
        {
          accepts: isAvailable ? search.space.everything : search.space.nothing,
          obstacle: () => ({
            key: `state ${id}`,
            code: 'BAD_STATE',
            facts: { Component: id, State: 'unavailable' },
          }),
        },
      ],
    });
  const left = through && passNetworkAcl(search, through, subnet, 'egress');
  if (!left) return [];
  // Rules that name the sender's group do not know what an appliance sends on.
  const onward = { ...left, leftBy: station, identityLostAt: id };
  return [{ way: onward, motion: { to: 'router', place: placeOf(subnet) } }];
}
