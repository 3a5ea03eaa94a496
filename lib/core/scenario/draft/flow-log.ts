/** Flow logs over VPCs: everything, by the minute, old enough to be trusted. */
import { DEFAULT_FIELDS } from '../../flowlog/fields';
import { formatFormat } from '../../flowlog/format';
import type { Random } from '../random';
import type { Draft } from './draft';
import type { DraftVpc } from './vpc';

const DAY = 86_400_000;

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
    LogFormat: formatFormat(DEFAULT_FIELDS),
  });
  return id;
}
