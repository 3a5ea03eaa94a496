/** At an endpoint that a route names: a gateway endpoint hands the packet to its service. */
import type { Packet } from '../../net/packet';
import { ENDPOINT_CARRIES } from '../../rules/vpc-endpoint';
import type { Vpc } from '../../vpc/vpc';
import { type Ending, end, note, type Walk } from '../motion';
import { trackAlways } from './always-tracked';

export function routeToEndpoint(walk: Walk, id: string, vpc: Vpc, packet: Packet): Ending {
  const endpoint = walk.network.vpcEndpoints.get(id);
  // What stands behind a Gateway Load Balancer endpoint is not modelled.
  if (endpoint && endpoint.type !== 'gateway') return end('exited');
  const refusal = walk.laws.gatewayEndpointRefusal(endpoint, vpc, packet);
  const rule = refusal ?? ENDPOINT_CARRIES;
  note(walk, id, { kind: 'vpc-endpoint', allowed: refusal === undefined, rule, packet });
  if (refusal || !endpoint) return end('gateway-refused');
  if (endpoint.serviceName.endsWith('.dynamodb')) trackAlways(walk);
  return end('delivered', {
    packet,
    receiver: { kind: 'service', endpointId: id, vpcId: endpoint.vpcId, address: packet.destination },
  });
}
