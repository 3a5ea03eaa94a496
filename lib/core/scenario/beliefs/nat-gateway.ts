/** What people wrongly believe of NAT gateways. */
import { isIpv4 } from '../../net/address';
import { NAT_IDLE, NAT_OWN_SUBNET, NAT_PROTOCOLS, natGatewayRefusal } from '../../rules/nat-gateway';
import { wrongLaw } from '../belief';

export const natWorksInAnySubnet = wrongLaw({
  id: 'nat-works-in-any-subnet',
  says: 'A NAT gateway with an Elastic IP address reaches the internet from whatever subnet it stands in.',
  truth:
    'A NAT gateway sends by the route table of its own subnet, and needs a route to the internet gateway there.',
  rules: [NAT_OWN_SUBNET],
  traps: ['nat-in-a-private-subnet'],
  laws: () => ({ natNeedsRouteOfItsSubnet: () => false }),
});

export const natCarriesEveryProtocol = wrongLaw({
  id: 'nat-carries-every-protocol',
  says: 'A NAT gateway carries whatever IPv4 sends, GRE and ESP included.',
  truth: 'A NAT gateway carries TCP, UDP and ICMP, and nothing else.',
  rules: [NAT_PROTOCOLS],
  laws: () => ({
    natGatewayRefusal(gateway, fromVpcId, packet) {
      const refusal = natGatewayRefusal(gateway, fromVpcId, packet);
      return refusal === NAT_PROTOCOLS && isIpv4(packet.source) ? undefined : refusal;
    },
  }),
});

export const natNeverForgets = wrongLaw({
  id: 'nat-never-forgets',
  says: 'A connection through a NAT gateway lives until one of its ends closes it.',
  truth:
    'A NAT gateway forgets a connection after 350 seconds of silence, and answers its next packet with a reset.',
  rules: [NAT_IDLE],
  traps: ['nat-in-a-private-subnet'],
  laws: () => ({ natIdleTimeout: () => Number.POSITIVE_INFINITY }),
});
