/** What people wrongly believe of VPC endpoints. */
import { ENDPOINT_PROTOCOLS, gatewayEndpointRefusal } from '../../rules/vpc-endpoint';
import { wrongLaw } from '../belief';

export const gatewayEndpointCarriesEverything = wrongLaw({
  id: 'gateway-endpoint-carries-everything',
  says: "A gateway endpoint carries whatever is sent to its service's addresses, UDP too.",
  truth: 'A gateway endpoint takes TCP and ICMP echo, and nothing else.',
  rules: [ENDPOINT_PROTOCOLS],
  laws: () => ({
    gatewayEndpointRefusal(endpoint, vpc, packet) {
      const refusal = gatewayEndpointRefusal(endpoint, vpc, packet);
      return refusal === ENDPOINT_PROTOCOLS ? undefined : refusal;
    },
  }),
});
