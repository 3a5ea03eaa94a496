import { type Row, VPC } from './row';

const PRIVATELINK = 'https://docs.aws.amazon.com/vpc/latest/privatelink';
const DNS = `${VPC}/AmazonDNS-concepts.html`;

export const ENDPOINTS_AND_ADDRESSING = {
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
    notModelled: 'blocks that AWS would refuse to make',
  },
  'address.secondary-block': {
    says: 'A secondary block does not overlap, and has a local route of its own.',
    source: `${VPC}/vpc-cidr-blocks.html`,
    standing: 'documented',
    notModelled: 'blocks that AWS would refuse to make',
  },
  'address.quotas': {
    says: 'Rules, routes, groups and interfaces are limited in number.',
    source: `${VPC}/amazon-vpc-limits.html`,
    standing: 'documented',
    notModelled: 'quotas',
  },
} as const satisfies Readonly<Record<string, Row>>;
