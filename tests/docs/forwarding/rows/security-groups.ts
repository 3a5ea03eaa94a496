import { type Row, VPC } from './row';

const SG_RULES = `${VPC}/security-group-rules.html`;
const SG_BASICS = `${VPC}/vpc-security-groups.html`;
const TRACKING =
  'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html';
const MTU = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/network_mtu.html';
const TGW_ATTACHMENTS = 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html';

export const SECURITY_GROUPS = {
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
} as const satisfies Readonly<Record<string, Row>>;
