/** What AWS says, and does not say, about how traffic becomes records. */
import type { Rule } from '../rules/rule';

const RECORDS = 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html';
const EXAMPLES = 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-records-examples.html';
const LIMITS = 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-limitations.html';

export const LOG_EGRESS_UNROUTED: Rule = {
  id: 'flowlog.egress-unrouted',
  says: 'A packet that no route carries is still written as ACCEPT at the interface it left.',
  standing: 'inferred',
  source: RECORDS,
};

export const LOG_NODATA_CADENCE: Rule = {
  id: 'flowlog.nodata-cadence',
  says: 'An idle interface gets one NODATA record for each aggregation window.',
  standing: 'inferred',
  source: EXAMPLES,
};

export const LOG_EGRESS_SECONDARY: Rule = {
  id: 'flowlog.egress-secondary',
  says: 'Traffic sent from a secondary private IPv4 address shows the primary one in srcaddr.',
  standing: 'inferred',
  source: LIMITS,
};

export const LOG_FLAGS_NOT_TCP: Rule = {
  id: 'flowlog.flags-not-tcp',
  says: 'The tcp-flags of other protocols read 0.',
  standing: 'inferred',
  source: RECORDS,
};

export const LOG_WINDOWS: Rule = {
  id: 'flowlog.windows',
  says: 'Aggregation windows follow one another from the moment the flow log was created, the same for every interface.',
  standing: 'inferred',
  source: RECORDS,
};

export const LOG_STAMPS: Rule = {
  id: 'flowlog.stamps',
  says: "Start and end are the times of a flow's own first and last packet in the window, although captured records of one window often share both.",
  standing: 'inferred',
  source: RECORDS,
};

export const LOG_MOMENT: Rule = {
  id: 'flowlog.moment',
  says: 'A record describes its interface as it was when the first packet of the flow passed in the window, an idle one as it was when the window began.',
  standing: 'inferred',
  source: RECORDS,
};

export const LOG_CUT_OFF: Rule = {
  id: 'flowlog.cut-off',
  says: 'What a flow log had seen of the window in which it was deleted is still written, in records of the window until then.',
  standing: 'inferred',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/working-with-flow-logs.html',
};

const BASICS = 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-basics.html';
const TROUBLE = 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-troubleshooting.html';

export const LOG_SCOPE: Rule = {
  id: 'flowlog.scope',
  says: 'A flow log of a VPC or subnet covers every interface in it, also those that services made, and nothing outside it.',
  standing: 'documented',
  source: BASICS,
};

export const LOG_FILTER: Rule = {
  id: 'flowlog.filter',
  says: 'A flow log for accepted or for rejected traffic says nothing about the other half.',
  standing: 'documented',
  source: BASICS,
};

export const LOG_CREATED_LATER: Rule = {
  id: 'flowlog.created-later',
  says: 'A flow log knows nothing of what passed before it was created.',
  standing: 'documented',
  source: BASICS,
};

export const LOG_ACCESS_ERROR: Rule = {
  id: 'flowlog.access-error',
  says: 'While the delivery role or the destination refuses, a flow log stays active and delivers nothing: Access error.',
  standing: 'documented',
  source: TROUBLE,
};

export const LOG_RATE_LIMITED: Rule = {
  id: 'flowlog.rate-limited',
  says: 'When CloudWatch Logs throttles the delivery, records are missing although the traffic passed: Rate limited.',
  standing: 'documented',
  source: TROUBLE,
};

export const LOG_UNKNOWN_ERROR: Rule = {
  id: 'flowlog.unknown-error',
  says: 'A flow log whose delivery fails for a reason of its own says Unknown error, and delivers nothing.',
  standing: 'documented',
  source: TROUBLE,
};

export const LOG_RECORDS_LOST: Rule = {
  id: 'flowlog.skipdata',
  says: 'SKIPDATA says that AWS lost records of the window: what is missing there proves nothing.',
  standing: 'documented',
  source: RECORDS,
};

export const LOG_PRIVATE_ADDRESS: Rule = {
  id: 'flowlog.private-address',
  says: "The interface's own side of a record shows its primary private IPv4 address, never a public one.",
  standing: 'documented',
  source: LIMITS,
};

export const LOG_FLAGS_ORED: Rule = {
  id: 'flowlog.flags-ored',
  says: 'The tcp-flags of a record are the OR of the flags of all its packets in the window.',
  standing: 'documented',
  source: RECORDS,
};

export const LOG_ACTION: Rule = {
  id: 'flowlog.action',
  says: 'REJECT says that security groups or network ACLs refused the traffic, ACCEPT that they did not.',
  standing: 'documented',
  source: RECORDS,
};

export const LOG_IMMUTABLE: Rule = {
  id: 'flowlog.immutable',
  says: 'Format, filter, destination and role of a flow log cannot be changed: a new one is made, and the old one deleted.',
  standing: 'documented',
  source: LIMITS,
};

export const LOG_NO_GROUP_BEFORE_TRAFFIC: Rule = {
  id: 'flowlog.no-group-before-traffic',
  says: 'The log group and the stream of an interface appear only after traffic has been recorded.',
  standing: 'documented',
  source: TROUBLE,
};
