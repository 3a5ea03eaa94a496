/**
 * What AWS's tool does not look at, as data. `complete` answers what is true of the network, `aws` what AWS's tool would
 * say of it: the difference is this list and nothing else, and a test shows each entry at work.
 * https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html
 */
import type { Rule } from '../rules/rule';

export type Mode = 'complete' | 'aws';

const HOW = 'https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html';
const CODES = 'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html';

export const AWS_LIMITS = {
  protocols: {
    id: 'reach.protocols',
    says: 'Reachability Analyzer asks about TCP and UDP, and about no other protocol.',
    standing: 'documented',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInsightsPath.html',
  },
  oneWayBehindTransitGateway: {
    id: 'reach.one-way-behind-transit-gateway',
    says: 'Where a transit gateway route table lies on the path, Reachability Analyzer looks at the way there and not at the way back.',
    standing: 'documented',
    source: HOW,
  },
  oneWayWithoutTcp: {
    id: 'reach.one-way-without-tcp',
    says: 'Reachability Analyzer looks at the way back of TCP; of UDP its guide promises nothing.',
    standing: 'inferred',
    source: HOW,
  },
  noReflection: {
    id: 'reach.no-reflection',
    says: 'Reachability Analyzer follows no path out of an internet gateway and in again.',
    standing: 'documented',
    source: CODES,
  },
  oneRegion: {
    id: 'reach.one-region',
    says: 'Reachability Analyzer wants source and destination in one Region.',
    standing: 'documented',
    source: HOW,
  },
  regionalNatZone: {
    id: 'reach.regional-nat-zone',
    says: 'Reachability Analyzer wants a regional NAT gateway to be present in the zone where the packet starts; until it has spread there another zone serves.',
    standing: 'documented',
    source: CODES,
  },
  gatewayLoadBalancer: {
    id: 'reach.gateway-load-balancer',
    says: 'Reachability Analyzer takes what enters a Gateway Load Balancer endpoint to leave it again, and does not look at the fleet behind it.',
    standing: 'documented',
    source: HOW,
  },
  vpnSource: {
    id: 'reach.vpn-source',
    says: "Reachability Analyzer lets out by a virtual private gateway only what an interface of the gateway's own VPC sends.",
    standing: 'documented',
    source: CODES,
  },
} as const satisfies Readonly<Record<string, Rule>>;
