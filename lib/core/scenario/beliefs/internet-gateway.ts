/** What people wrongly believe of internet gateways. */
import { isIpv4 } from '../../net/address';
import { INTERNET_PRIVATE_ADDRESS, ownerOnInternet } from '../../rules/internet';
import { IGW_NEEDS_PUBLIC_SOURCE, leaveByInternetGateway } from '../../rules/internet-gateway';
import type { Network } from '../../vpc/network';
import type { NetworkInterface } from '../../vpc/network-interface';
import { wrongLaw } from '../belief';

export const publicSubnetIsEnough = wrongLaw({
  id: 'public-subnet-is-enough',
  says: 'A route to the internet gateway is enough: whatever stands in that subnet is on the internet.',
  truth: 'An internet gateway carries IPv4 only for an interface that has a public address of its own.',
  rules: [IGW_NEEDS_PUBLIC_SOURCE, INTERNET_PRIVATE_ADDRESS],
  traps: ['public-address-and-gateway'],
  laws: (believed) => ({
    leaveByInternetGateway(network, vpc, packet) {
      const decision = leaveByInternetGateway(network, vpc, packet);
      const lacksAddress = decision.rule === IGW_NEEDS_PUBLIC_SOURCE && isIpv4(packet.source);
      return lacksAddress ? { allowed: true, packet, rule: believed } : decision;
    },
    ownerOnInternet: (network, address) =>
      ownerOnInternet(network, address) ?? ownerBehindGateway(network, address),
  }),
});

/** By its private address, in a VPC that has an internet gateway. */
function ownerBehindGateway(
  { vpcs, privateAddresses }: Network,
  address: Parameters<typeof ownerOnInternet>[1],
): NetworkInterface | undefined {
  if (!isIpv4(address)) return undefined;
  for (const { id, internetGatewayId } of vpcs.values()) {
    const owner = internetGatewayId === undefined ? undefined : privateAddresses.get(id)?.get(address);
    if (owner) return owner;
  }
  return undefined;
}
