import { type Row, VPC } from './row';

const CODES = 'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html';
const IGW = `${VPC}/VPC_Internet_Gateway.html`;
const NAT = `${VPC}/nat-gateway-basics.html`;
const NAT_TROUBLE = `${VPC}/nat-gateway-troubleshooting.html`;
const BPA = `${VPC}/security-vpc-bpa-basics.html`;

export const GATEWAYS = {
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
} as const satisfies Readonly<Record<string, Row>>;
