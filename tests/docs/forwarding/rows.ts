/**
 * Every statement about forwarding that the simulator answers for, with the page it comes from and how sure it is. Each is
 * claimed by a case of this folder, or says what of it is not modelled; `ARCHITECTURE.md` says the same.
 */
import type { Standing } from '@/lib/core/rules/rule';

export interface Row {
  readonly says: string;
  readonly source: string;
  readonly standing: Standing;
  /** Which of AWS's texts is followed where they disagree, or what is chosen where they leave it open. */
  readonly reading?: string;
  /** A word or more of the entry under "Not modelled" in `ARCHITECTURE.md`; a row may be modelled but for that. */
  readonly notModelled?: string;
}

const VPC = 'https://docs.aws.amazon.com/vpc/latest/userguide';
const PRIORITY = `${VPC}/route-tables-priority.html`;
const SUBNET_TABLES = `${VPC}/subnet-route-tables.html`;
const GATEWAY_TABLES = `${VPC}/gateway-route-tables.html`;
const VPN_PRIORITY = 'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html';
const CODES = 'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html';
const NACL = `${VPC}/vpc-network-acls.html`;
const NACL_CUSTOM = `${VPC}/custom-network-acl.html`;
const SG_RULES = `${VPC}/security-group-rules.html`;
const SG_BASICS = `${VPC}/vpc-security-groups.html`;
const TRACKING =
  'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html';
const MTU = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/network_mtu.html';
const IGW = `${VPC}/VPC_Internet_Gateway.html`;
const NAT = `${VPC}/nat-gateway-basics.html`;
const NAT_TROUBLE = `${VPC}/nat-gateway-troubleshooting.html`;
const BPA = `${VPC}/security-vpc-bpa-basics.html`;
const PEERING = 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html';
const TGW = 'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html';
const TGW_ATTACHMENTS = 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html';
const TGW_ACLS = 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html';
const PRIVATELINK = 'https://docs.aws.amazon.com/vpc/latest/privatelink';
const DNS = `${VPC}/AmazonDNS-concepts.html`;

export const ROWS = {
  // Route tables
  'route.longest-prefix': {
    says: 'The longest prefix decides; IPv4 and IPv6 routes know nothing of each other.',
    source: PRIORITY,
    standing: 'documented',
  },
  'route.tie': {
    says: 'On one block a static route comes before a prefix list, and that before a propagated route; among those Direct Connect, static VPN, BGP VPN.',
    source: PRIORITY,
    standing: 'documented',
  },
  'route.kind-does-not-matter': {
    says: 'The more specific of two overlapping routes wins whatever its kind; of two prefix lists that overlap, AWS picks one and keeps to it.',
    source: PRIORITY,
    standing: 'documented',
    reading: 'of two overlapping prefix lists the one that stands first in the document is kept',
  },
  'route.propagated-inside-vpc': {
    says: 'A propagated route inside a local block loses to the local route, also where it is more specific.',
    source: VPN_PRIORITY,
    standing: 'documented',
  },
  'route.more-specific-than-local': {
    says: 'A static route may be more specific than local, and the target of the local route may be replaced.',
    source: SUBNET_TABLES,
    standing: 'documented',
    notModelled: 'which of these routes AWS would refuse',
  },
  'route.local-per-block': {
    says: 'Every block of the VPC, primary, secondary or IPv6, has a local route.',
    source: SUBNET_TABLES,
    standing: 'documented',
  },
  'route.reserved': {
    says: '169.254.168.0/22 and fd00:ec2::/32 are never forwarded.',
    source: SUBNET_TABLES,
    standing: 'documented',
  },
  'route.explicit-or-main': {
    says: 'A subnet follows the route table associated with it, else the main one.',
    source: SUBNET_TABLES,
    standing: 'documented',
  },
  'route.state': {
    says: 'A route is active, blackhole, or filtered where a route server brought it and it is not used.',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html',
    standing: 'documented',
  },
  'route.blackhole': {
    says: 'A blackhole route still matches, and discards.',
    source: CODES,
    standing: 'derived',
  },
  'route.same-subnet': {
    says: 'Between two interfaces of one subnet no route table is asked.',
    source: GATEWAY_TABLES,
    standing: 'documented',
  },
  'route.edge-table': {
    says: 'A gateway route table leads what enters through an appliance, which needs a public address and a running instance behind an internet gateway; the answer must take the same appliance.',
    source: GATEWAY_TABLES,
    standing: 'documented',
    notModelled: 'which of these routes AWS would refuse',
  },
  'route.edge-table-endpoint': {
    says: 'A gateway route table may name a Gateway Load Balancer endpoint, since 2024 at a virtual private gateway too.',
    source: GATEWAY_TABLES,
    standing: 'documented',
    notModelled: 'Gateway Load Balancer endpoints',
  },
  'route.middlebox': {
    says: 'An appliance between two subnets stands in a third, with its source/destination check off, and hides the group of the sender.',
    source: `${VPC}/route-table-options.html`,
    standing: 'documented',
  },
  'route.two-guides': {
    says: 'One guide puts local before everything, the other has nothing but the longest prefix.',
    source: TGW,
    standing: 'inferred',
    reading:
      'propagated routes inside a local block are dropped, then the longest prefix decides, then the kind',
  },

  // Network ACLs
  'acl.one-per-subnet': {
    says: 'Every subnet has one network ACL, the default one if no other; an ACL may serve many subnets.',
    source: NACL,
    standing: 'documented',
  },
  'acl.first-match': {
    says: 'The lowest number that matches decides, inbound and outbound apart; * denies the rest.',
    source: NACL,
    standing: 'documented',
  },
  'acl.new': {
    says: 'The default ACL allows everything, a new one denies everything.',
    source: NACL,
    standing: 'documented',
  },
  'acl.border': {
    says: 'An ACL judges what crosses the border of its subnet, and nothing inside.',
    source: NACL,
    standing: 'documented',
  },
  'acl.stateless': {
    says: 'An answer needs a rule of its own.',
    source: NACL,
    standing: 'documented',
  },
  'acl.fields': {
    says: 'A rule asks for protocol, ports, ICMP type and code, and the far block.',
    source: NACL,
    standing: 'documented',
  },
  'acl.exempt': {
    says: "The resolver, DHCP, instance and task metadata, Windows activation, the time service and the router's addresses are not filtered.",
    source: NACL,
    standing: 'documented',
  },
  'acl.ephemeral': {
    says: 'Answers go to ephemeral ports: 32768-61000 on many Linux kernels, 49152-65535 on Windows, 1024-65535 for NAT gateways and load balancers.',
    source: NACL_CUSTOM,
    standing: 'documented',
    reading: "Linux's own range, 32768-60999, unless the host says otherwise",
  },
  'acl.path-mtu': {
    says: 'ICMP type 3 code 4 has to be allowed both ways for Path MTU Discovery.',
    source: NACL_CUSTOM,
    standing: 'documented',
    notModelled: 'MTU',
  },

  // Security groups
  'sg.union': {
    says: 'Allow rules only: any rule of any group on the interface lets a packet pass.',
    source: SG_RULES,
    standing: 'documented',
  },
  'sg.new': {
    says: 'A new group lets nothing in and everything out; a group without rules lets nothing pass.',
    source: SG_RULES,
    standing: 'documented',
  },
  'sg.stateful': {
    says: 'The answer passes whatever the rules of the other direction say.',
    source: TRACKING,
    standing: 'documented',
  },
  'sg.peers': {
    says: 'A rule names a block, a prefix list or a group, which means the private addresses of its interfaces.',
    source: SG_RULES,
    standing: 'documented',
  },
  'sg.reference-reach': {
    says: 'A group reference reaches the same VPC and, within a Region, a peered one; inbound also over a transit gateway.',
    source: SG_RULES,
    standing: 'documented',
  },
  'sg.reference-transit': {
    says: 'Over a transit gateway it must be on for the gateway and both attachments; it does not survive a peering of gateways, an inspection VPC, or use1-az3.',
    source: TGW_ATTACHMENTS,
    standing: 'documented',
    notModelled: 'use1-az3',
  },
  'sg.stale': {
    says: 'A rule that names a group of a peer that is gone is stale, and matches nobody.',
    source: SG_RULES,
    standing: 'documented',
  },
  'sg.exempt': {
    says: 'What network ACLs do not filter, security groups do not filter either.',
    source: SG_BASICS,
    standing: 'documented',
  },
  'sg.outlives-rule': {
    says: 'A tracked connection outlives its rule until it is idle too long; a network ACL cuts it at once.',
    source: TRACKING,
    standing: 'documented',
  },
  'sg.untracked': {
    says: 'TCP and UDP open to everybody both ways are not tracked, and are cut when the rule goes; ICMP is always tracked.',
    source: TRACKING,
    standing: 'documented',
  },
  'sg.always-tracked': {
    says: 'Connections through an egress-only gateway, a NAT gateway, PrivateLink or the DynamoDB gateway endpoint are tracked whatever the rules say.',
    source: TRACKING,
    standing: 'documented',
    notModelled: 'Global Accelerator',
  },
  'sg.timeouts': {
    says: 'Idle connections are forgotten: TCP after 432,000 s, 350 s on the sixth Nitro generation, UDP after 30 or 180 s, others after 600 s; 60-432,000, 30-60 and 60-180 s may be set.',
    source: TRACKING,
    standing: 'documented',
  },
  'sg.fragmentation-needed': {
    says: 'An ICMP error about a tracked connection passes, or needs an inbound ICMP rule.',
    source: MTU,
    standing: 'inferred',
  },

  // Internet gateways, NAT, Block Public Access
  'igw.one-to-one': {
    says: 'An internet gateway swaps a private and a public address; it takes an attachment, a route, a public address, a group and an ACL.',
    source: IGW,
    standing: 'documented',
  },
  'igw.refusals': {
    says: 'It refuses a source without a public address, private and shared addresses on the outside, and destinations that are no public address of the VPC.',
    source: CODES,
    standing: 'documented',
  },
  'igw.shared-space': {
    says: 'An older example of AWS has 100.64.0.0/10 as an internet source, the explanation codes refuse it.',
    source: CODES,
    standing: 'documented',
    reading: 'the codes: it is refused',
  },
  'nat.public': {
    says: 'A public NAT gateway stands in a subnet with a route to the internet gateway, has an Elastic IP and no group, translates TCP, UDP and ICMP to ports 1024-65535, 55,000 connections to one destination for each address, for what starts inside.',
    source: NAT,
    standing: 'documented',
  },
  'nat.private': {
    says: 'A private NAT gateway translates towards other VPCs and the premises; to the internet gateway its packets are dropped.',
    source: `${VPC}/vpc-nat-gateway.html`,
    standing: 'documented',
  },
  'nat.order': {
    says: 'The NAT gateway writes its private address, the internet gateway then the public one.',
    source: NAT,
    standing: 'documented',
  },
  'nat.own-subnet': {
    says: 'Interfaces in the subnet of a NAT gateway cannot use it: its packets come back to it.',
    source:
      'https://github.com/batfish/batfish/blob/master/projects/batfish/src/main/java/org/batfish/representation/aws/Subnet.java',
    standing: 'inferred',
  },
  'nat.who': {
    says: 'A NAT gateway serves its own VPC, and what comes over a transit gateway; not a peered VPC, nor what comes over a virtual private gateway.',
    source: NAT,
    standing: 'documented',
  },
  'nat.return-to-sender': {
    says: 'What it sends into a peered VPC is answered straight back to it, also without a route there; only a network ACL stops that.',
    source: NAT,
    standing: 'documented',
  },
  'nat.idle': {
    says: 'After 350 idle seconds it answers the inside with RST.',
    source: NAT_TROUBLE,
    standing: 'documented',
    notModelled: 'fragments',
  },
  'nat.regional': {
    says: 'A regional NAT gateway has no subnet, a route table of its own, and public addresses in each zone.',
    source: `${VPC}/nat-gateways-regional.html`,
    standing: 'documented',
    notModelled: 'the hour in which a regional gateway spreads to a new zone',
  },
  'eigw.outbound': {
    says: 'An egress-only internet gateway carries IPv6 that starts inside, and its answers.',
    source: `${VPC}/egress-only-internet-gateway.html`,
    standing: 'documented',
  },
  'bpa.modes': {
    says: 'Block Public Access is off, bidirectional, or lets only NAT gateways and egress-only gateways work; VPN and transit gateways are not its business.',
    source: BPA,
    standing: 'documented',
    notModelled: 'Client VPN',
  },
  'bpa.exclusions': {
    says: 'An exclusion of a VPC or subnet allows both ways, or egress, which counts in bidirectional mode only and helps NAT gateways and egress-only gateways; behind an appliance the subnet of the appliance counts.',
    source: `${VPC}/security-vpc-bpa-example.html`,
    standing: 'inferred',
    reading: 'direct egress through the internet gateway under an egress exclusion is blocked',
    notModelled: 'Gateway Load Balancer endpoints',
  },
  'bpa.records': {
    says: 'What it blocks is written as REJECT with BPA as its reason.',
    source: `${VPC}/security-vpc-bpa-assess-impact-main.html`,
    standing: 'documented',
  },

  // Peering, transit gateways, VPN
  'peering.basics': {
    says: 'Peering joins two VPCs, needs routes on both sides, and is no way through to a gateway, an endpoint or a third VPC.',
    source: PEERING,
    standing: 'documented',
    notModelled: 'what AWS refuses to make',
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
    notModelled: 'what AWS refuses to make',
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

  // Endpoints and addressing
  'endpoint.gateway': {
    says: 'A gateway endpoint is a route by prefix list to a service of the same Region, whose addresses stay public; it serves its own VPC alone.',
    source: `${PRIVATELINK}/gateway-endpoints.html`,
    standing: 'documented',
  },
  'endpoint.interface': {
    says: 'An interface endpoint is an interface with a group in a subnet; it starts nothing and answers no ping.',
    source: `${PRIVATELINK}/privatelink-access-aws-services.html`,
    standing: 'documented',
    notModelled: 'DNS names',
  },
  'endpoint.policy': {
    says: 'An endpoint policy judges the request, not the packet; the default one allows everything.',
    source: `${PRIVATELINK}/vpc-endpoints-access.html`,
    standing: 'documented',
    notModelled: 'conditions of endpoint policies',
  },
  'interface.source-dest-check': {
    says: 'The source/destination check is on until somebody turns it off, which NAT instances and appliances need.',
    source: `${VPC}/VPC_NAT_Instance.html`,
    standing: 'documented',
  },
  'address.resolver': {
    says: "The resolver answers at the VPC's base address plus two, 169.254.169.253 and fd00:ec2::253, past every filter and log.",
    source: DNS,
    standing: 'documented',
    notModelled: 'the packets per second',
  },
  'address.dns-attributes': {
    says: 'enableDnsSupport is on and enableDnsHostnames off in a VPC of one’s own.',
    source: DNS,
    standing: 'documented',
    notModelled: 'DNS names',
  },
  'address.reserved': {
    says: 'Five addresses of every subnet belong to AWS; blocks are /16 to /28.',
    source: `${VPC}/subnet-sizing.html`,
    standing: 'documented',
    notModelled: 'what AWS refuses to make',
  },
  'address.secondary-block': {
    says: 'A secondary block does not overlap, and has a local route of its own.',
    source: `${VPC}/vpc-cidr-blocks.html`,
    standing: 'documented',
    notModelled: 'what AWS refuses to make',
  },
  'address.quotas': {
    says: 'Rules, routes, groups and interfaces are limited in number.',
    source: `${VPC}/amazon-vpc-limits.html`,
    standing: 'documented',
    notModelled: 'quotas',
  },
} as const satisfies Readonly<Record<string, Row>>;

export type RowId = keyof typeof ROWS;
