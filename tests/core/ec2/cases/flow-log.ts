/** Calls about flow logs: refusals and command lines. */
import { type Call, ERRORS, type Line, type Refused } from '../../../support/calls';

const CREATE = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html';
const ROLE = 'arn:aws:iam::111122223333:role/flow-logs';
const BUCKET = 'arn:aws:s3:::flow-logs-of-ours';

const create = (more: object): Call =>
  ({
    Action: 'CreateFlowLogs',
    ResourceIds: ['vpc-1'],
    ResourceType: 'VPC',
    TrafficType: 'ALL',
    LogDestinationType: 's3',
    LogDestination: BUCKET,
    ...more,
  }) as Call;

const CLOUDWATCH = {
  LogDestinationType: 'cloud-watch-logs',
  LogDestination: undefined,
  LogGroupName: 'vpc-flow-logs',
  DeliverLogsPermissionArn: ROLE,
};

export const REFUSED: readonly Refused[] = [
  [create({ ResourceIds: ['vpc-9'] }), 'InvalidVpcID.NotFound', ERRORS],
  [create({ ResourceIds: ['subnet-9'], ResourceType: 'Subnet' }), 'InvalidSubnetID.NotFound', ERRORS],
  [
    create({ ResourceIds: ['eni-9'], ResourceType: 'NetworkInterface' }),
    'InvalidNetworkInterfaceID.NotFound',
    ERRORS,
  ],
  [create({ ResourceIds: ['subnet-c'] }), 'InvalidVpcID.NotFound', ERRORS],
  [create({ ResourceIds: ['vpc-1', 'vpc-1'] }), 'FlowLogAlreadyExists', ERRORS],
  [create({ ResourceIds: [] }), 'MissingParameter', ERRORS],
  [create({ LogDestination: undefined }), 'MissingParameter', CREATE],
  [create({ DeliverLogsPermissionArn: ROLE }), 'InvalidParameter', CREATE],
  [create({ LogGroupName: 'vpc-flow-logs' }), 'InvalidParameter', CREATE],
  [create({ ...CLOUDWATCH, LogGroupName: undefined }), 'MissingParameter', CREATE],
  [create({ ...CLOUDWATCH, DeliverLogsPermissionArn: undefined }), 'MissingParameter', CREATE],
  [create({ ...CLOUDWATCH, DestinationOptions: { FileFormat: 'parquet' } }), 'InvalidParameter', CREATE],
  [create({ LogFormat: 'version srcaddr' }), 'InvalidParameterValue', CREATE],
  [create({ LogFormat: '${version} ${srcaddr} ' }), 'InvalidParameterValue', CREATE],
  [{ Action: 'DeleteFlowLogs', FlowLogIds: ['fl-9'] }, 'InvalidFlowLogId.NotFound', ERRORS],
];

export const LINES: readonly Line[] = [
  [
    create({ LogFormat: '${version} ${srcaddr}', MaxAggregationInterval: 60 }),
    "aws ec2 create-flow-logs --resource-ids vpc-1 --resource-type VPC --traffic-type ALL --log-destination-type s3 --log-destination arn:aws:s3:::flow-logs-of-ours --log-format '${version} ${srcaddr}' --max-aggregation-interval 60",
  ],
  [
    create({ DestinationOptions: { FileFormat: 'parquet', PerHourPartition: true } }),
    'aws ec2 create-flow-logs --resource-ids vpc-1 --resource-type VPC --traffic-type ALL --log-destination-type s3 --log-destination arn:aws:s3:::flow-logs-of-ours --destination-options FileFormat=parquet,PerHourPartition=true',
  ],
  [
    { Action: 'DeleteFlowLogs', FlowLogIds: ['fl-1', 'fl-2'] },
    'aws ec2 delete-flow-logs --flow-log-ids fl-1 fl-2',
  ],
];
