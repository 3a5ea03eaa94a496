/** What AWS says, and does not say, about how traffic becomes records. */
import type { Rule } from '../rules/rule';

const RECORDS = 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html';
const EXAMPLES = 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-records-examples.html';
const LIMITS = 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-limitations.html';

export const LOG_ACTION: Rule = {
  id: 'flowlog.action',
  says: 'The action of a record is the verdict of security groups and network ACLs at that interface; it does not name which of them decided.',
  standing: 'documented',
  source: RECORDS,
};

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

export const LOG_NITRO_INTERVAL: Rule = {
  id: 'flowlog.nitro-interval',
  says: 'The interface of a Nitro instance is always aggregated over a minute or less, whatever the flow log says.',
  standing: 'documented',
  source: RECORDS,
};
