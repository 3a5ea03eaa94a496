/** Calls about flow logs: refusals and command lines. */
import { type Call, ERRORS, type Line, type Refused } from '../../../support/calls';

const CREATE = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html';
const ROLE = 'arn:aws:iam::111122223333:role/flow-logs';
const S3 = 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html';
const GROUP = 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html';
const TAGS = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TagFieldSpecificationRequest.html';
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

const tagged = (TagKeys: readonly string[]) => [{ ResourceType: 'instance', TagKeys }];

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
  [create({ LogFormat: '${version} ${foo}' }), 'InvalidParameter', CREATE],
  [create({ LogFormat: '${srcaddr} ${srcaddr}' }), 'InvalidParameter', CREATE],
  [create({ LogDestination: 'arn:aws:s3:::flow-logs-of-ours/AWSLogs/' }), 'InvalidParameter', S3],
  [create({ LogDestination: 'flow-logs-of-ours' }), 'InvalidParameter', CREATE],
  [create({ LogDestination: '../../../tmp/here' }), 'InvalidParameter', CREATE],
  [create({ LogDestination: 'arn:aws:s3:::Bucket' }), 'InvalidParameter', S3],
  [
    create({ LogDestination: 'arn:aws:logs:eu-central-1:111122223333:log-group:vpc-flow-logs' }),
    'InvalidParameter',
    CREATE,
  ],
  [
    create({ LogDestinationType: 'kinesis-data-firehose', LogDestination: BUCKET }),
    'InvalidParameter',
    CREATE,
  ],
  [create({ ...CLOUDWATCH, LogGroupName: 'a group' }), 'InvalidParameterValue', GROUP],
  [create({ ...CLOUDWATCH, LogGroupName: '' }), 'InvalidParameterValue', GROUP],
  [create({ TagFieldSpecifications: tagged([]) }), 'InvalidParameterValue', TAGS],
  [create({ TagFieldSpecifications: tagged(['a', 'b', 'c']) }), 'InvalidParameterValue', TAGS],
  [create({ TagFieldSpecifications: tagged(['']) }), 'InvalidParameterValue', TAGS],
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
    create({ TagFieldSpecifications: tagged(['Name', 'team']) }),
    "aws ec2 create-flow-logs --resource-ids vpc-1 --resource-type VPC --traffic-type ALL --log-destination-type s3 --log-destination arn:aws:s3:::flow-logs-of-ours --tag-field-specifications 'ResourceType=instance,TagKeys=[Name,team]'",
  ],
  [
    { Action: 'DeleteFlowLogs', FlowLogIds: ['fl-1', 'fl-2'] },
    'aws ec2 delete-flow-logs --flow-log-ids fl-1 fl-2',
  ],
];
