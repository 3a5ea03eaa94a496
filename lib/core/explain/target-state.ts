/** Why a route's target carries nothing: what the Network knows of its state. */
import type { Network } from '../vpc/network';
import type { RouteTarget } from '../vpc/route-table';
import { code, type Prose, prose } from './prose';

/** Goes on a sentence that ends in "it is a blackhole: "; without a Network only what the route itself says. */
export function blackholeReason(target: RouteTarget, network: Network | undefined): Prose {
  const id = code('id' in target ? target.id : target.kind);
  const state = network && 'id' in target ? stateOf(target, network) : 'is gone, detached or not active';
  return prose`its target ${id} ${state}`;
}

function stateOf({ kind, id }: Extract<RouteTarget, { readonly id: string }>, network: Network): string {
  switch (kind) {
    case 'vpc-peering-connection':
      return peeringState(network.vpcPeeringConnections.get(id)?.status);
    case 'internet-gateway':
      return gatewayState(network.internetGateways.get(id));
    case 'egress-only-internet-gateway':
      return gatewayState(network.egressOnlyInternetGateways.get(id));
    case 'nat-gateway': {
      const gateway = network.natGateways.get(id);
      return gateway ? `is ${gateway.state}` : GONE;
    }
    case 'network-interface':
      return network.networkInterfaces.has(id) ? NOT_ACTIVE : GONE;
    default:
      return NOT_ACTIVE;
  }
}

const GONE = 'is gone';
const NOT_ACTIVE = 'is gone, detached or not active';

/** https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html, the lifecycle of a connection. */
function peeringState(status: string | undefined): string {
  if (status === undefined) return GONE;
  if (status === 'pending-acceptance')
    return 'is still pending acceptance, and carries nothing until the other side accepts it';
  return `is ${status.replace('-', ' ')}`;
}

function gatewayState(gateway: { readonly vpcId?: string } | undefined): string {
  if (!gateway) return GONE;
  return gateway.vpcId === undefined ? 'is attached to no VPC' : `is attached to ${gateway.vpcId}`;
}
