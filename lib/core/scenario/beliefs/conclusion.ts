/** What people wrongly conclude from a record that is not there. */
import { LOG_DELIVERY_DELAY } from '../../flowlog/delivery/delivery-time';
import {
  LOG_ACCESS_ERROR,
  LOG_ACTION,
  LOG_FILTER,
  LOG_NO_GROUP_BEFORE_TRAFFIC,
  LOG_RATE_LIMITED,
  LOG_RECORDS_LOST,
} from '../../flowlog/rules';
import { NEVER_LOGGED } from '../../rules/exempt';
import { type Conclusion, conclusion } from '../belief';

export const CONCLUSIONS: readonly Conclusion[] = [
  conclusion({
    id: 'logs-are-live',
    says: 'What is not in the log by now did not happen.',
    truth: 'A window has to end, and its delivery takes minutes more: until then nothing can be missing.',
    rules: [LOG_DELIVERY_DELAY],
    traps: ['logs-are-late'],
    concludes: 'never-came',
  }),
  conclusion({
    id: 'no-reject-means-success',
    says: 'A log of rejected traffic that is empty says that everything passed.',
    truth: 'It says that nothing was refused here; what never came leaves it empty too.',
    rules: [LOG_FILTER],
    traps: ['filter-hides-half'],
    concludes: 'passed',
  }),
  conclusion({
    id: 'nodata-means-blocked',
    says: 'NODATA is what a log writes where the security group blocks.',
    truth: 'What is blocked is written as REJECT; NODATA says that there was nothing to write.',
    rules: [LOG_ACTION],
    traps: ['nodata-skipdata', 'silence-is-not-denial'],
    concludes: 'refused-by-group',
  }),
  conclusion({
    id: 'skipdata-means-no-traffic',
    says: 'SKIPDATA says that there was no traffic.',
    truth: 'It says that AWS lost records of the window, so that what is missing there proves nothing.',
    rules: [LOG_RECORDS_LOST],
    traps: ['nodata-skipdata'],
    concludes: 'never-came',
  }),
  conclusion({
    id: 'gaps-are-throttling',
    says: 'Where records are missing, CloudWatch Logs has throttled the delivery.',
    truth: 'Throttling shows in the status of the flow log; what was lost before shows as SKIPDATA.',
    rules: [LOG_RATE_LIMITED],
    traps: ['skipdata-or-throttling'],
    concludes: 'rate-limited',
  }),
  conclusion({
    id: 'gaps-are-skipdata',
    says: 'Where records are missing, AWS has skipped them for want of capacity.',
    truth: 'Then the log says SKIPDATA; a log that delivers nothing or not all says so in its status.',
    rules: [LOG_RECORDS_LOST],
    traps: ['skipdata-or-throttling', 'delivery-errors'],
    concludes: 'lost',
  }),
  conclusion({
    id: 'incomplete-means-not-captured',
    says: 'A log that looks incomplete does not capture this kind of traffic.',
    truth: 'Few kinds are never logged; look at the status of the delivery first.',
    rules: [LOG_ACCESS_ERROR],
    traps: ['delivery-errors'],
    concludes: 'never-logged',
  }),
  conclusion({
    id: 'no-group-means-broken',
    says: 'An active flow log whose log group does not exist is broken.',
    truth: 'The group appears with the first records, and records need traffic and some minutes.',
    rules: [LOG_NO_GROUP_BEFORE_TRAFFIC],
    traps: ['no-group-before-traffic'],
    concludes: 'broken-log',
  }),
  conclusion({
    id: 'unlogged-means-blocked',
    says: 'A query that is not in the log was blocked by the network ACL.',
    truth: 'Queries to the Amazon DNS server are never logged, and no network ACL can block them.',
    rules: [NEVER_LOGGED],
    traps: ['resolver-is-never-logged'],
    concludes: 'refused-by-list',
  }),
];
