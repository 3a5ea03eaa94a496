import { type Row, VPC } from './row';

const PRIORITY = `${VPC}/route-tables-priority.html`;
const SUBNET_TABLES = `${VPC}/subnet-route-tables.html`;
const GATEWAY_TABLES = `${VPC}/gateway-route-tables.html`;
const VPN_PRIORITY = 'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html';
const CODES = 'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html';
const TGW = 'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html';

export const ROUTES = {
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
    notModelled: 'routes that AWS would refuse to make',
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
    notModelled: 'routes that AWS would refuse to make',
  },
  'route.edge-table-endpoint': {
    says: 'A gateway route table may name a Gateway Load Balancer endpoint, since 2024 at a virtual private gateway too.',
    source: GATEWAY_TABLES,
    standing: 'documented',
    reading: 'the current guide; in 2023 it had such traffic dropped at a virtual private gateway',
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
} as const satisfies Readonly<Record<string, Row>>;
