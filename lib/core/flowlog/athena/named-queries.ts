/**
 * The queries that the VPC console saves in Athena when it sets up the integration, with our own SQL and words. Which
 * of them a log gets depends on the fields of its format.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-athena.html
 */
import type { FieldName } from '../record';

export interface NamedQuery {
  readonly name: string;
  /** What it answers, and what to beware of. */
  readonly says: string;
  /** The fields that the format must have. */
  readonly needs: readonly FieldName[];
  readonly sql: (table: string) => string;
}

const FLOW = [
  'srcaddr',
  'srcport',
  'dstaddr',
  'dstport',
  'protocol',
  'packets',
  'bytes',
  'start',
  'action',
] as const;

const flows = (name: string, says: string, where: string, limit = 50): NamedQuery => ({
  name,
  says,
  needs: FLOW,
  sql: (table) =>
    `SELECT from_unixtime(start) AS started, ${FLOW.filter((field) => field !== 'start').join(', ')}
FROM ${table}
WHERE ${where}
ORDER BY start
LIMIT ${limit}`,
});

const totals = (name: string, says: string, fields: readonly FieldName[]): NamedQuery => {
  const columns = fields.map((field) => field.replaceAll('-', '_')).join(', ');
  return {
    name,
    says,
    needs: [...fields, 'bytes'],
    sql: (table) =>
      `SELECT ${columns}, sum(bytes) AS total_bytes
FROM ${table}
GROUP BY ${columns}
ORDER BY total_bytes DESC
LIMIT 50`,
  };
};

/** An address talks when it sends and when it receives. */
const talkers = (
  name: string,
  says: string,
  ends: readonly [FieldName, FieldName],
  where = '',
  limit = 50,
): NamedQuery => ({
  name,
  says,
  needs: [...ends, 'bytes', ...(where ? (['srcport', 'dstport'] as const) : [])],
  sql: (table) =>
    `SELECT address, sum(bytes) AS total_bytes
FROM ${table}
CROSS JOIN UNNEST(ARRAY[${ends.map((field) => field.replaceAll('-', '_')).join(', ')}]) AS ends (address)
${where ? `WHERE ${where}\n` : ''}GROUP BY address
ORDER BY total_bytes DESC
LIMIT ${limit}`,
});

const family = (name: string, type: 'IPv4' | 'IPv6'): NamedQuery => ({
  name,
  says: `How many bytes of ${type} were recorded. A flow between two interfaces of the log is in it twice, once for each.`,
  needs: ['type', 'bytes'],
  sql: (table) => `SELECT sum(bytes) AS total_bytes
FROM ${table}
WHERE type = '${type}'`,
});

const TCP = 'protocol = 6';

export const NAMED_QUERIES: readonly NamedQuery[] = [
  flows(
    'VpcFlowLogsAcceptedTraffic',
    'TCP that security groups and network ACLs let through. Accepted is not answered: look for the records of the way back.',
    `action = 'ACCEPT' AND ${TCP}`,
  ),
  talkers(
    'VpcFlowLogsAdminPortTraffic',
    'The ten addresses with the most traffic on the ports where administration pages listen. Edit the ports for what you run.',
    ['srcaddr', 'dstaddr'],
    'srcport IN (8080, 8443, 9090, 10000) OR dstport IN (8080, 8443, 9090, 10000)',
    10,
  ),
  family('VpcFlowLogsIPv4Traffic', 'IPv4'),
  family('VpcFlowLogsIPv6Traffic', 'IPv6'),
  flows(
    'VpcFlowLogsRejectedTCPTraffic',
    'TCP that a security group or network ACL refused. The record does not say which; one interface with ACCEPT one way and REJECT the other points at a network ACL.',
    `action = 'REJECT' AND ${TCP}`,
  ),
  flows(
    'VpcFlowLogsRejectedTraffic',
    'Everything that a security group or network ACL refused. A missing route is not in it: that is no refusal.',
    "action = 'REJECT'",
  ),
  flows(
    'VpcFlowLogsSshRdpTraffic',
    'SSH and RDP, both directions of each connection.',
    `${TCP} AND (dstport IN (22, 3389) OR srcport IN (22, 3389))`,
  ),
  talkers(
    'VpcFlowLogsTopTalkers',
    'The 50 addresses with the most traffic, sent and received. Behind a NAT gateway its private address talks for all.',
    ['srcaddr', 'dstaddr'],
  ),
  talkers(
    'VpcFlowLogsTopTalkersPacketLevel',
    'The same by the addresses in the packets themselves, which see through what stands in between.',
    ['pkt-srcaddr', 'pkt-dstaddr'],
  ),
  totals(
    'VpcFlowLogsTopTalkingInstances',
    'The 50 instances with the most traffic. Interfaces of services have no instance.',
    ['instance-id'],
  ),
  totals('VpcFlowLogsTopTalkingSubnets', 'The 50 subnets with the most traffic.', ['subnet-id']),
  flows(
    'VpcFlowLogsTopTCPTraffic',
    'All TCP of one source address. Replace the address.',
    `${TCP} AND srcaddr = '10.0.0.4'`,
  ),
  totals(
    'VpcFlowLogsTotalBytesTransferred',
    'The 50 pairs of addresses with the most bytes from the first to the second.',
    ['srcaddr', 'dstaddr'],
  ),
  totals(
    'VpcFlowLogsTotalBytesTransferredPacketLevel',
    'The same pairs by the addresses in the packets themselves.',
    ['pkt-srcaddr', 'pkt-dstaddr'],
  ),
  flows(
    'VpcFlowLogsTrafficFrmSrcAddr',
    'What one address sent. Replace the address.',
    "srcaddr = '10.0.0.4'",
  ),
  flows(
    'VpcFlowLogsTrafficToDstAddr',
    'What one address was sent. Replace the address.',
    "dstaddr = '10.0.0.4'",
  ),
];

/** Those that a log of this format can answer. */
export function namedQueriesFor(fields: readonly FieldName[]): readonly NamedQuery[] {
  return NAMED_QUERIES.filter(({ needs }) => needs.every((field) => fields.includes(field)));
}
