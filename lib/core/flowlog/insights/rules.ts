/**
 * What AWS says, and does not say, about how a query is answered. No grade rests on an inferred one: a question about
 * queries asks only what AWS documents.
 */
import type { Rule, Standing } from '../../rules/rule';

const LOGS = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs';
const FILTER = `${LOGS}/CWL_QuerySyntax-Filter.html`;
const FUNCTIONS = `${LOGS}/CWL_QuerySyntax-operations-functions.html`;
const STATS = `${LOGS}/CWL_QuerySyntax-Stats.html`;
const DEDUP = `${LOGS}/CWL_QuerySyntax-Dedup.html`;
const LIMIT = `${LOGS}/CWL_QuerySyntax-Limit.html`;
const SAMPLES = `${LOGS}/CWL_QuerySyntax-examples.html`;
const FIELDS = `${LOGS}/CWL_AnalyzeLogData-discoverable-fields.html`;
const CUSTOM = 'https://repost.aws/knowledge-center/cloudwatch-vpc-flow-logs';

const rule = (name: string, standing: Standing, source: string, says: string): Rule => ({
  id: `insights.${name}`,
  says,
  standing,
  source,
});

export const INSIGHTS_LIMIT = rule(
  'limit',
  'documented',
  LIMIT,
  'A query without `limit` returns at most 10,000 rows.',
);
export const INSIGHTS_PERIOD_CAP = rule(
  'period-cap',
  'documented',
  FUNCTIONS,
  'A period counts up to 1000 ms, 60 s, 60 m or 24 h: `bin(300s)` groups by 60 seconds.',
);
export const INSIGHTS_TWO_STATS = rule(
  'two-stats',
  'documented',
  STATS,
  'A query has at most two `stats`, and the second one sees only what the first one names.',
);
export const INSIGHTS_DEDUP_LAST = rule(
  'dedup-last',
  'documented',
  DEDUP,
  'Only `limit` may follow `dedup`, and rows that lack one of its fields are all kept.',
);
export const INSIGHTS_NUMBER_IN_TEXT = rule(
  'number-in-text',
  'documented',
  FILTER,
  'A field that holds the text "300" equals the number 300.',
);
export const INSIGHTS_CUSTOM_FORMAT = rule(
  'custom-format',
  'documented',
  CUSTOM,
  'The fields of a custom format are not discovered: `parse` has to extract them.',
);
export const INSIGHTS_MISSING = rule(
  'missing',
  'inferred',
  FILTER,
  'A comparison with a missing field is false, and `!=`, `not in` and `not like` are the exact opposites of `=`, `in` and `like`.',
);
export const INSIGHTS_DASH = rule(
  'dash',
  'inferred',
  FIELDS,
  'A field that a record prints as `-` is missing from the event.',
);
export const INSIGHTS_LATEST_FIRST = rule(
  'latest-first',
  'inferred',
  DEDUP,
  'Events that no `sort` has ordered come with the latest first.',
);
export const INSIGHTS_STREAM_FIELD = rule(
  'stream-field',
  'inferred',
  SAMPLES,
  'The name `logStream`, as a sample query writes it, is another name of `@logStream`.',
);
export const INSIGHTS_GROUP_ORDER = rule(
  'group-order',
  'inferred',
  STATS,
  'Groups come in the order in which they were first seen.',
);
export const INSIGHTS_NO_GROUPS = rule(
  'no-groups',
  'inferred',
  STATS,
  'Where no event is left there is no group, and `stats` returns no row.',
);
export const INSIGHTS_NO_NUMBERS = rule(
  'no-numbers',
  'inferred',
  STATS,
  'An aggregation over no value at all has no result; counts are 0.',
);
export const INSIGHTS_STDDEV = rule(
  'stddev',
  'inferred',
  STATS,
  'The standard deviation is that of the values themselves: it divides by their number.',
);
export const INSIGHTS_PERCENTILE = rule(
  'percentile',
  'inferred',
  STATS,
  'A percentile is one of the values: the smallest that so many percent of them do not exceed.',
);
export const INSIGHTS_WEEK = rule(
  'week',
  'inferred',
  FUNCTIONS,
  'Weeks begin on Monday, and all periods in UTC.',
);
export const INSIGHTS_TAIL = rule(
  'tail',
  'inferred',
  LIMIT,
  'The older command `tail` keeps the last rows of the result.',
);
