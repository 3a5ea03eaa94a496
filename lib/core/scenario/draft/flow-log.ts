/** Flow logs over VPCs: everything, by the minute, old enough to be trusted. */
import { formatFormat } from '../../ec2/log-format';
import { DEFAULT_FIELDS } from '../../flowlog/fields';
import type { FieldName } from '../../flowlog/record';
import type { Random } from '../random';
import { type Draft, OWNER_ID } from './draft';
import type { DraftVpc } from './vpc';

const DAY = 86_400_000;

/** The role that may write to CloudWatch Logs on the log's behalf. */
export const DELIVERY_ROLE = `arn:aws:iam::${OWNER_ID}:role/flow-logs-delivery`;

/** What teams add to the default once they have needed it: who was meant, which way it went, and what TCP said. */
export const EXTENDED_FIELDS: readonly FieldName[] = [
  ...DEFAULT_FIELDS,
  'tcp-flags',
  'pkt-srcaddr',
  'pkt-dstaddr',
  'flow-direction',
];

/** `startsAt`: the beginning of what is shown, in milliseconds since 1970. */
export function addFlowLog(
  draft: Draft,
  { id: ResourceId, name }: DraftVpc,
  startsAt: number,
  random: Random,
): string {
  const id = draft.id('fl');
  draft.add('FlowLogs', {
    FlowLogId: id,
    ResourceId,
    TrafficType: 'ALL',
    FlowLogStatus: 'ACTIVE',
    DeliverLogsStatus: 'SUCCESS',
    LogDestinationType: 'cloud-watch-logs',
    LogGroupName: `/vpc/${name}`,
    MaxAggregationInterval: 60,
    CreationTime: new Date(startsAt - random.integer(2, 20) * DAY).toISOString(),
    LogFormat: formatFormat(random.chance() ? EXTENDED_FIELDS : DEFAULT_FIELDS),
    DeliverLogsPermissionArn: DELIVERY_ROLE,
  });
  return id;
}
