/** Tools that look at networks, and what each of them can tell: which one to reach for. */

export interface Tool {
  readonly id: string;
  readonly name: string;
  /** AWS's page about it. */
  readonly source: string;
}

export interface Need {
  readonly id: string;
  /** What somebody wants to know, in their words; `{server}` stands for a host. */
  readonly says: string;
  /** Ids of the tools that tell it. */
  readonly toldBy: readonly string[];
  /** Where AWS says so. */
  readonly source: string;
}

const DOCS = 'https://docs.aws.amazon.com';
const FLOW_LOGS = `${DOCS}/vpc/latest/userguide/flow-logs.html`;
const MIRRORING = `${DOCS}/vpc/latest/mirroring/what-is-traffic-mirroring.html`;
const REACHABILITY = `${DOCS}/vpc/latest/reachability/what-is-reachability-analyzer.html`;
const ACCESS = `${DOCS}/vpc/latest/network-access-analyzer/what-is-network-access-analyzer.html`;
const ROUTES = `${DOCS}/network-manager/latest/tgwnm/route-analyzer.html`;
const QUERIES = `${DOCS}/Route53/latest/DeveloperGuide/resolver-query-logs.html`;
const TRAIL = `${DOCS}/awscloudtrail/latest/userguide/cloudtrail-user-guide.html`;
const BALANCER = `${DOCS}/elasticloadbalancing/latest/application/load-balancer-access-logs.html`;

export const TOOLS: readonly Tool[] = [
  { id: 'flow-logs', name: 'VPC Flow Logs', source: FLOW_LOGS },
  { id: 'traffic-mirroring', name: 'Traffic Mirroring', source: MIRRORING },
  { id: 'reachability-analyzer', name: 'Reachability Analyzer', source: REACHABILITY },
  { id: 'network-access-analyzer', name: 'Network Access Analyzer', source: ACCESS },
  { id: 'route-analyzer', name: 'Route Analyzer of Network Manager', source: ROUTES },
  { id: 'query-logs', name: 'Query logs of Route 53 Resolver', source: QUERIES },
  { id: 'cloudtrail', name: 'AWS CloudTrail', source: TRAIL },
  { id: 'access-logs', name: 'Access logs of the load balancer', source: BALANCER },
];

export const NEEDS: readonly Need[] = [
  {
    id: 'payload',
    says: 'What did the client really send to {server}, byte by byte?',
    toldBy: ['traffic-mirroring'],
    source: MIRRORING,
  },
  {
    id: 'verdict-of-the-past',
    says: 'Was the traffic to {server} between nine and ten this morning accepted or rejected?',
    toldBy: ['flow-logs'],
    source: FLOW_LOGS,
  },
  {
    id: 'volume',
    says: 'Which addresses exchanged most bytes with {server} last week?',
    toldBy: ['flow-logs'],
    source: FLOW_LOGS,
  },
  {
    id: 'status-codes',
    says: 'Which URLs before {server} were answered with 503?',
    toldBy: ['access-logs'],
    source: BALANCER,
  },
  {
    id: 'names',
    says: 'Which names has {server} asked for since midnight?',
    toldBy: ['query-logs'],
    source: QUERIES,
  },
  {
    id: 'who-changed-it',
    says: 'Who took the rule out of the security group of {server}, and when?',
    toldBy: ['cloudtrail'],
    source: TRAIL,
  },
  {
    id: 'one-path',
    says: 'Which component stands between the client and {server}, without a packet being sent?',
    toldBy: ['reachability-analyzer'],
    source: REACHABILITY,
  },
  {
    id: 'every-path',
    says: 'Is there any path at all from the internet to {server} or another database, whoever opened it?',
    toldBy: ['network-access-analyzer'],
    source: ACCESS,
  },
  {
    id: 'transit-routes',
    says: 'Which way do the transit gateway route tables send traffic for {server}, and back?',
    toldBy: ['route-analyzer'],
    source: ROUTES,
  },
];
