/** Faults of the catalogue that no case is made of, and why; and those that it has no slug for. */

const NAMES = 'names are not resolved in this model: what is dialled is an address';
const BALANCERS = 'load balancers are not modelled';
const TUNNEL =
  'a tunnel can be down, and no API call and nothing on a host of this model brings it up again: its repair could not be tried';
const DIRECT_CONNECT =
  "the calls of Direct Connect's own API cannot be replayed: its repair could not be tried";

export const NOT_MODELLED: Readonly<Record<string, string>> = {
  'lambda-not-in-vpc':
    'a function that is not attached has no interface, and attaching it is a call of Lambda, not of EC2',
  'nat-port-exhaustion':
    'the gateway counts its 55,000 connections, and a case of so many is too much for a browser',
  'pcx-dns': NAMES,
  'vpn-ike-blocked': TUNNEL,
  'vpn-bgp-down': TUNNEL,
  'vpn-cgw-ip': TUNNEL,
  'vpn-proposal': TUNNEL,
  'vpn-idle-dpd': TUNNEL,
  'vpn-asymmetric':
    'the premises are one router that keeps no state: nothing of it drops what comes by the other path',
  'bgp-prefix-limit': 'no limit on advertised prefixes is modelled, and so none can be exceeded',
  'dxgw-prefix': DIRECT_CONNECT,
  'dx-vpn-failover': 'the time in which BGP notices a lost path is not modelled',
  clientvpn: 'Client VPN is not modelled',
  'privatelink-az': BALANCERS,
  'eks-endpoint-access': 'who may reach an API of a service from the internet is not modelled',
  'dns-attributes': NAMES,
  'dns-custom-resolver': NAMES,
  'dns-outbound-missing': NAMES,
  'dns-inbound-missing': NAMES,
  'phz-shadow': NAMES,
  'dns-pps-limit': 'the packets per second that an interface may send to the resolver are not counted',
  'lb-health-check': BALANCERS,
  'lb-target-sg': BALANCERS,
  'lb-no-healthy': BALANCERS,
  'lb-private-subnet': BALANCERS,
  'lb-internal': BALANCERS,
  'nlb-az': BALANCERS,
  'nlb-client-ip': BALANCERS,
  'nlb-hairpin': BALANCERS,
  'host-bridge-overlap': 'hosts have no routing table of their own: no packet is kept inside by a bridge',
  'pod-snat': 'pods and what their host does with their addresses are not modelled',
  'fl-passrole': 'whether the caller of an API may pass a role is not modelled',
  netfw: 'AWS Network Firewall is not modelled',
  mtu: 'packets have no largest size in this model',
  'ip-exhausted': 'what was never launched has no interface, and so nothing that could be traced',
  throughput: 'load on instances is not modelled',
};

/** Siblings of a fault of the catalogue, which has no slug for them. */
export const SIBLINGS: Readonly<Record<string, string>> = {
  'eip-released': 'no-public-ip',
  'service-stopped': 'listen-localhost',
  'pcx-not-accepted': 'pcx-route-missing',
};
