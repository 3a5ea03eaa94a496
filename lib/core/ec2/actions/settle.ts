/** What AWS works out anew after a call: propagated routes, and the state of every route. */
import type { Snapshot } from '../schema/snapshot';
import { withRouteStates } from './route-state';
import { withTransitGatewayRoutes } from './transit-gateway-propagation';
import { withVgwRoutes } from './vgw-route-propagation';

/** `before`: what gateways had learned by BGP stands nowhere but in the propagated rows of the document as it was. */
export function settled(before: Snapshot, after: Snapshot): Snapshot {
  return withRouteStates(withVgwRoutes(before, withTransitGatewayRoutes(before, after)));
}
