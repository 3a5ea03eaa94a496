/** Sentences for calls about flow logs. */
import type { FlowLogAction } from '../../ec2/actions/flow-log';
import { code, prose } from '../prose';
import { list, type Sentences } from './words';

export const flowLogSentences: Sentences<FlowLogAction> = {
  CreateFlowLogs: ({ ResourceIds, TrafficType, LogDestination, LogGroupName }) =>
    prose`Log ${TrafficType === 'ALL' ? 'all' : code(TrafficType)} traffic of ${list(ResourceIds)} to ${code(LogGroupName ?? LogDestination ?? '')}`,
  DeleteFlowLogs: ({ FlowLogIds }) => prose`Delete flow log ${list(FlowLogIds)}`,
};
