import type { Row } from './row';

const VPN_PRIORITY = 'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html';
const MTU = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/network_mtu.html';
const PEERING = 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html';
const TGW = 'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html';
const TGW_ATTACHMENTS = 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html';
const TGW_ACLS = 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html';

export const BETWEEN_NETWORKS = {
  'peering.basics': {
    says: 'Peering joins two VPCs, needs routes on both sides, and is no way through to a gateway, an endpoint or a third VPC.',
    source: PEERING,
    standing: 'documented',
    notModelled: 'connections that AWS would refuse to make',
  },
  'peering.names': {
    says: 'Public DNS names mean public addresses across a peering unless DNS resolution is on.',
    source: PEERING,
    standing: 'documented',
    notModelled: 'DNS names',
  },
  'tgw.tables': {
    says: 'An attachment is associated with one table; static beats propagated on one block, blackholes drop, and peerings have static routes only.',
    source: TGW,
    standing: 'documented',
  },
  'tgw.order': {
    says: 'On one block: static, prefix list, then propagated from VPC, Direct Connect gateway, Connect, VPN.',
    source: TGW,
    standing: 'documented',
    notModelled: 'Connect attachments',
  },
  'tgw.zones': {
    says: 'Only sources in a zone where the attachment has a subnet reach the gateway.',
    source: TGW_ATTACHMENTS,
    standing: 'documented',
    reading: 'any subnet of such a zone, not the attachment subnet alone',
  },
  'tgw.appliance-mode': {
    says: 'Traffic stays in its zone where it can; in appliance mode both directions of a flow use one zone.',
    source: 'https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html',
    standing: 'documented',
    reading: "the zone of a flow's first packet is kept, where AWS takes a hash of the flow",
  },
  'tgw.attachment-table': {
    says: "The attachment subnet's own route table decides where traffic from the gateway goes.",
    source: TGW_ATTACHMENTS,
    standing: 'documented',
  },
  'tgw.acl-own-subnet': {
    says: 'With the attachment in a subnet of its own, its ACL judges inbound what goes to the gateway and outbound what comes from it.',
    source: TGW_ACLS,
    standing: 'documented',
  },
  'tgw.acl-same-subnet': {
    says: 'With an instance in the attachment subnet, the ACL judges both ways towards the gateway and neither way from it.',
    source: TGW_ACLS,
    standing: 'documented',
  },
  'tgw.overlap': {
    says: 'A block that overlaps one already attached is not propagated; a VPC has one attachment to a gateway.',
    source: TGW_ATTACHMENTS,
    standing: 'documented',
  },
  'vgw.routing': {
    says: 'A virtual private gateway forwards to known blocks only: Direct Connect before static VPN before BGP VPN, whichever tunnel is up, no IPv6 over VPN.',
    source: VPN_PRIORITY,
    standing: 'documented',
    notModelled: 'AS paths',
  },
  mtu: {
    says: 'Every way has its largest packet.',
    source: MTU,
    standing: 'documented',
    notModelled: 'MTU',
  },
} as const satisfies Readonly<Record<string, Row>>;
