import { type Row, VPC } from './row';

const NACL = `${VPC}/vpc-network-acls.html`;
const NACL_CUSTOM = `${VPC}/custom-network-acl.html`;

export const NETWORK_ACLS = {
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
} as const satisfies Readonly<Record<string, Row>>;
