/**
 * Calls about flow logs: they are made and deleted, and nothing of one can be changed in between.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html
 */
import { destinationFault } from '../log-destination';
import { parseFormat } from '../log-format';
import type { FlowLogRow } from '../schema/flow-log';
import type { Snapshot } from '../schema/snapshot';
import { find, missing } from './find';
import { type Call, type Handlers, type IdParameter, type Refusal, type Resolved, refuse } from './outcome';
import { addRow, removeRows, rowsOf } from './rows';

interface CreateCall extends Call {
  readonly Action: 'CreateFlowLogs';
  readonly ResourceIds: readonly IdParameter[];
  readonly ResourceType: keyof typeof RESOURCES;
  readonly TrafficType: 'ACCEPT' | 'REJECT' | 'ALL';
  readonly LogDestinationType?: FlowLogRow['LogDestinationType'];
  readonly LogDestination?: string | undefined;
  readonly LogGroupName?: string | undefined;
  readonly DeliverLogsPermissionArn?: string | undefined;
  readonly LogFormat?: string | undefined;
  readonly MaxAggregationInterval?: 60 | 600 | undefined;
  readonly DestinationOptions?: FlowLogRow['DestinationOptions'];
  readonly TagFieldSpecifications?: FlowLogRow['TagFieldSpecifications'];
}

export type FlowLogAction =
  | CreateCall
  | (Call & { readonly Action: 'DeleteFlowLogs'; readonly FlowLogIds: readonly IdParameter[] });

const RESOURCES = {
  VPC: 'Vpcs',
  Subnet: 'Subnets',
  NetworkInterface: 'NetworkInterfaces',
  RegionalNatGateway: 'NatGateways',
} as const;

export const flowLogActions: Handlers<FlowLogAction> = {
  CreateFlowLogs(snapshot, action, ids, now) {
    const { ResourceIds, ResourceType } = action;
    const refused =
      checkDestination(action) ??
      checkNames(action) ??
      checkFormat(action.LogFormat) ??
      checkTagKeys(action.TagFieldSpecifications);
    if (refused) return refused;
    if (ResourceIds.length === 0) return refuse('MissingParameter', 'A flow log needs a resource');
    let current = snapshot;
    let first: string | undefined;
    for (const ResourceId of ResourceIds) {
      const kind = RESOURCES[ResourceType];
      if (!find(snapshot, kind, ResourceId)) return missing(kind, ResourceId);
      const row: FlowLogRow = { ...rowOf(action), FlowLogId: ids('fl'), ResourceId, ...since(now) };
      if (rowsOf(current, 'FlowLogs').some((other) => isTwin(other, row)))
        return refuse(
          'FlowLogAlreadyExists',
          `A flow log of ${ResourceId} to that destination exists already`,
        );
      current = addRow(current, 'FlowLogs', row);
      first ??= row.FlowLogId;
    }
    return { snapshot: current, ...(first !== undefined && { id: first }) };
  },
  DeleteFlowLogs(snapshot, { FlowLogIds }) {
    for (const id of FlowLogIds) if (!find(snapshot, 'FlowLogs', id)) return missing('FlowLogs', id);
    return { snapshot: removeRows(snapshot, 'FlowLogs', ({ FlowLogId }) => FlowLogIds.includes(FlowLogId)) };
  },
};

/** AWS does not say what becomes of the flow log of what is deleted: it records nothing, and goes along. */
export function withoutLogsOfGone(before: Snapshot, after: Snapshot): Snapshot {
  const kinds = Object.values(RESOURCES).filter((kind) => before[kind] !== after[kind]);
  const isGone = ({ ResourceId }: FlowLogRow): boolean =>
    kinds.some((kind) => find(before, kind, ResourceId) && !find(after, kind, ResourceId));
  return rowsOf(after, 'FlowLogs').some(isGone) ? removeRows(after, 'FlowLogs', isGone) : after;
}

function since(now: string | undefined): Pick<FlowLogRow, 'CreationTime'> {
  return now === undefined ? {} : { CreationTime: now };
}

/** What `DescribeFlowLogs` tells of a new flow log. */
function rowOf(action: Resolved<CreateCall>): Omit<FlowLogRow, 'FlowLogId' | 'ResourceId'> {
  const { TrafficType, LogDestination, LogGroupName, DeliverLogsPermissionArn, DestinationOptions } = action;
  return {
    TrafficType,
    FlowLogStatus: 'ACTIVE',
    DeliverLogsStatus: 'SUCCESS',
    LogDestinationType: action.LogDestinationType ?? 'cloud-watch-logs',
    MaxAggregationInterval: action.MaxAggregationInterval ?? 600,
    ...(LogDestination !== undefined && { LogDestination }),
    ...(LogGroupName !== undefined && { LogGroupName }),
    ...(DeliverLogsPermissionArn !== undefined && { DeliverLogsPermissionArn }),
    ...(action.LogFormat !== undefined && { LogFormat: action.LogFormat }),
    ...(DestinationOptions && { DestinationOptions }),
    ...(action.TagFieldSpecifications && { TagFieldSpecifications: action.TagFieldSpecifications }),
  };
}

function checkDestination(action: Resolved<CreateCall>): Refusal | undefined {
  const { LogDestinationType = 'cloud-watch-logs', LogDestination, LogGroupName } = action;
  if (LogDestination !== undefined && LogGroupName !== undefined)
    return refuse('InvalidParameter', 'Either LogDestination or LogGroupName can be given, not both');
  if (action.DestinationOptions && LogDestinationType !== 's3')
    return refuse('InvalidParameter', 'DestinationOptions is for flow logs that are published to Amazon S3');
  if (LogDestinationType !== 'cloud-watch-logs') {
    if (LogDestination === undefined)
      return refuse('MissingParameter', `LogDestination is needed for ${LogDestinationType}`);
    // A bucket admits the delivery service by its own policy, not by a role.
    if (LogDestinationType === 's3' && action.DeliverLogsPermissionArn !== undefined)
      return refuse('InvalidParameter', 'DeliverLogsPermissionArn is not applicable for Amazon S3');
    return undefined;
  }
  if (LogDestination === undefined && LogGroupName === undefined)
    return refuse('MissingParameter', 'LogGroupName or LogDestination is needed for CloudWatch Logs');
  if (action.DeliverLogsPermissionArn === undefined)
    return refuse('MissingParameter', 'DeliverLogsPermissionArn is needed for CloudWatch Logs');
  return undefined;
}

/** People's logs show AWS's answer: `InvalidParameter: LogDestination must be a valid S3 path or CloudWatch LogGroup ARN`. */
function checkNames(action: Resolved<CreateCall>): Refusal | undefined {
  const fault = destinationFault(action);
  if (!fault) return undefined;
  const code = fault.key === 'LogGroupName' ? 'InvalidParameterValue' : 'InvalidParameter';
  return refuse(code, `${fault.key} '${fault.value}' ${fault.says}`);
}

/** Two answers of AWS: one to what is no format, another to a format of fields that are none. */
function checkFormat(format: string | undefined): Refusal | undefined {
  if (format === undefined) return undefined;
  if (!/^\$\{[a-z0-9-]+\}( \$\{[a-z0-9-]+\})*$/.test(format))
    return refuse(
      'InvalidParameterValue',
      'LogFormat has an invalid format: fields are ${name}, with one blank between',
    );
  const door = parseFormat(format);
  return 'issue' in door ? refuse('InvalidParameter', `LogFormat is refused: ${door.issue}`) : undefined;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TagFieldSpecificationRequest.html */
function checkTagKeys(specifications: Resolved<CreateCall>['TagFieldSpecifications']): Refusal | undefined {
  for (const { ResourceType, TagKeys } of specifications ?? []) {
    if (TagKeys.length < 1 || TagKeys.length > 2)
      return refuse(
        'InvalidParameterValue',
        `TagFieldSpecifications takes 1 or 2 tag keys for ${ResourceType}`,
      );
    if (TagKeys.some((key) => key.length < 1 || key.length > 128))
      return refuse('InvalidParameterValue', 'A tag key has 1 to 128 characters');
  }
  return undefined;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html: `FlowLogAlreadyExists` */
function isTwin(a: FlowLogRow, b: FlowLogRow): boolean {
  const keys = ['ResourceId', 'TrafficType', 'LogDestinationType', 'LogDestination', 'LogGroupName'] as const;
  return keys.every((key) => a[key] === b[key]);
}
