/**
 * What a record that is not there may prove: nothing, for one of several reasons, or that the packet never came. Each reason is a
 * flow log, or a moment of looking at it, for which it holds.
 */
import { LOG_DELIVERY_DELAY } from '../flowlog/delivery/delivery-time';
import {
  LOG_ACCESS_ERROR,
  LOG_CREATED_LATER,
  LOG_FILTER,
  LOG_RATE_LIMITED,
  LOG_RECORDS_LOST,
  LOG_SCOPE,
} from '../flowlog/rules';
import { NEVER_LOGGED } from '../rules/exempt';
import type { Rule } from '../rules/rule';
import type { World } from '../simulate/world';
import type { NetworkInterface } from '../vpc/network-interface';
import type { Row } from './draft/draft';
import { edit } from './edit';
import type { Random } from './random';

export type LogRow = Row<'FlowLogs'>;

/** What is looked for in vain, where, and by which log. */
export interface Search {
  readonly world: World;
  readonly row: LogRow;
  readonly networkInterface: NetworkInterface;
  /** When it would have passed, in milliseconds since 1970. */
  readonly at: number;
  /** Another interface of the same VPC. */
  readonly elsewhere: string | undefined;
}

export interface Brought {
  readonly world: World;
  /** When somebody looks. */
  readonly now: number;
  /** They look for a query to the Amazon resolver. */
  readonly asksResolver?: true;
}

export interface Reason {
  readonly id: string;
  /** As an option; all of them are equally long, so that none stands out. */
  readonly says: string;
  /** What AWS says of it; undefined: the silence is evidence. */
  readonly rule: Rule | undefined;
  /** Makes it so; undefined: it cannot hold here. */
  bring(search: Search, random: Random): Brought | undefined;
}

const MINUTE = 60_000;
/** Long after delivery to any destination. */
const LONG_AFTER = 40 * MINUTE;

const withLog = ({ world, row }: Search, change: Partial<LogRow>): World =>
  edit(world, 'FlowLogs', (own) => (own === row ? { ...own, ...change } : own));
const later = ({ at }: Search, world: World): Brought => ({ world, now: at + LONG_AFTER });

export const REASONS: readonly Reason[] = [
  {
    id: 'never-came',
    says: 'It never reached the interface: this log would show it by now',
    rule: undefined,
    bring: (search) => later(search, search.world),
  },
  {
    id: 'scope',
    says: "That cannot be told: the interface is not in this log's scope",
    rule: LOG_SCOPE,
    bring: (search) =>
      search.elsewhere === undefined
        ? undefined
        : later(search, withLog(search, { ResourceId: search.elsewhere })),
  },
  {
    id: 'filter',
    says: 'That cannot be told: this flow log writes no accepted traffic',
    rule: LOG_FILTER,
    bring: (search) => later(search, withLog(search, { TrafficType: 'REJECT' })),
  },
  {
    id: 'created-later',
    says: 'That cannot be told: the flow log is younger than the request',
    rule: LOG_CREATED_LATER,
    bring: (search, random) =>
      later(
        search,
        withLog(search, {
          CreationTime: new Date(search.at + random.integer(2, 6) * MINUTE).toISOString(),
        }),
      ),
  },
  {
    id: 'not-delivered',
    says: 'That cannot be told yet: the window is open, or not delivered',
    rule: LOG_DELIVERY_DELAY,
    bring: ({ world, at }, random) => ({ world, now: at + random.integer(15, 240) * 1000 }),
  },
  {
    id: 'access-error',
    says: 'That cannot be told: the delivery of this flow log is refused',
    rule: LOG_ACCESS_ERROR,
    bring: (search) =>
      later(
        search,
        withLog(search, { DeliverLogsStatus: 'FAILED', DeliverLogsErrorMessage: 'Access error' }),
      ),
  },
  {
    id: 'rate-limited',
    says: 'That cannot be told: CloudWatch Logs throttles the deliveries',
    rule: LOG_RATE_LIMITED,
    bring: (search) =>
      later(
        search,
        withLog(search, { DeliverLogsStatus: 'FAILED', DeliverLogsErrorMessage: 'Rate limited' }),
      ),
  },
  {
    id: 'lost',
    says: 'That cannot be told: AWS has lost some records of that window',
    rule: LOG_RECORDS_LOST,
    bring: (search, random) => {
      const { world, at, networkInterface } = search;
      const From = new Date(at - random.integer(1, 3) * MINUTE).toISOString();
      const To = new Date(at + random.integer(1, 3) * MINUTE).toISOString();
      return later(search, {
        ...world,
        LostRecords: [{ NetworkInterfaceId: networkInterface.id, From, To }],
      });
    },
  },
  {
    id: 'never-logged',
    says: 'That cannot be told: traffic of this kind is never in any log',
    rule: NEVER_LOGGED,
    bring: (search) => ({ ...later(search, search.world), asksResolver: true }),
  },
];

/** What people claim who do not ask whether the log could have shown it. */
export const CLAIMS: readonly Pick<Reason, 'id' | 'says'>[] = [
  { id: 'refused-by-group', says: 'The security group refused it, and so there is nothing to log' },
  { id: 'refused-by-list', says: 'The network ACL refused it, and so there is nothing to record' },
  { id: 'passed', says: 'It passed: what is refused would stand here, and nothing does' },
  { id: 'broken-log', says: 'The flow log is damaged, and somebody has to create it afresh' },
];
