/**
 * Where flow logs may go: what Amazon's own services take for the name of a log group, a bucket and its folder, a stream.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html
 */

export type DestinationType = 'cloud-watch-logs' | 's3' | 'kinesis-data-firehose';

/** The parameters of `CreateFlowLogs`, and the keys of its row. */
export interface DestinationParameters {
  readonly LogDestinationType?: DestinationType | undefined;
  readonly LogDestination?: string | undefined;
  readonly LogGroupName?: string | undefined;
}

export interface DestinationFault {
  readonly key: 'LogDestination' | 'LogGroupName';
  readonly value: string;
  /** Why AWS refuses the value: ``is no …``. */
  readonly says: string;
}

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
const GROUP = /^[.\-_/#A-Za-z0-9]{1,512}$/;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET = /^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
/** https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html */
const STREAM = /^[a-zA-Z0-9_.-]{1,64}$/;

const ARNS: Readonly<Record<DestinationType, readonly [arn: RegExp, is: string]>> = {
  'cloud-watch-logs': [
    /^arn:aws[a-z-]*:logs:[a-z0-9-]+:\d{12}:log-group:(.+?)(?::\*)?$/,
    'a log group, like `arn:aws:logs:us-east-1:123456789012:log-group:name`',
  ],
  s3: [/^arn:aws[a-z-]*:s3:::(.+)$/, 'a bucket, like `arn:aws:s3:::bucket/folder/`'],
  'kinesis-data-firehose': [
    /^arn:aws[a-z-]*:firehose:[a-z0-9-]+:\d{12}:deliverystream\/(.+)$/,
    'a Firehose stream, like `arn:aws:firehose:us-east-1:123456789012:deliverystream/name`',
  ],
};

/** The log group, the bucket with its folder, or the stream in an ARN. */
export function nameInArn(type: DestinationType, arn: string): string | undefined {
  return ARNS[type][0].exec(arn)?.[1];
}

/** The first thing that AWS would refuse; whether the destination exists nobody asks here. */
export function destinationFault(parameters: DestinationParameters): DestinationFault | undefined {
  const { LogDestinationType: type = 'cloud-watch-logs', LogDestination, LogGroupName } = parameters;
  if (LogGroupName !== undefined && !GROUP.test(LogGroupName))
    return { key: 'LogGroupName', value: LogGroupName, says: NO_GROUP };
  if (LogDestination === undefined) return undefined;
  const name = nameInArn(type, LogDestination);
  const says = name === undefined ? `is no ARN of ${ARNS[type][1]}` : nameFault(type, name);
  return says === undefined ? undefined : { key: 'LogDestination', value: LogDestination, says };
}

const NO_GROUP = 'is no name of a log group: letters, digits, `.`, `-`, `_`, `/` and `#`, at most 512';

function nameFault(type: DestinationType, name: string): string | undefined {
  if (type === 'cloud-watch-logs') return GROUP.test(name) ? undefined : NO_GROUP;
  if (type === 'kinesis-data-firehose')
    return STREAM.test(name)
      ? undefined
      : 'is no name of a Firehose stream: letters, digits, `.`, `-` and `_`, at most 64';
  const [bucket = '', ...folders] = name.split('/');
  if (!BUCKET.test(bucket))
    return 'has no name of a bucket: 3 to 63 lower-case letters, digits, `.` and `-`, with a letter or digit at both ends';
  // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html
  return folders.includes('AWSLogs')
    ? 'has the folder `AWSLogs`, which is reserved: AWS makes it itself'
    : undefined;
}
