/** What only feeds fields of flow log records: who runs behind an interface, which tags it has, whether its VPC asks for encryption. */
import type { EcsTaskRow } from '../ec2/schema/record-source';
import type { Snapshot } from '../ec2/schema/snapshot';

export type Tags = ReadonlyMap<string, string>;

/** A running ECS task with an interface of its own. */
export interface EcsTask {
  readonly arn: string;
  readonly clusterArn?: string;
  /** None on Fargate. */
  readonly containerInstanceArn?: string;
  readonly taskDefinitionArn?: string;
  readonly serviceName?: string;
  /** Runtime ids of its containers, in order. */
  readonly containerIds: readonly string[];
}

export interface RecordSources {
  /** Interface id -> its task. */
  readonly ecsTasks: ReadonlyMap<string, EcsTask>;
  /** Instance id -> the tags of its Auto Scaling group. */
  readonly autoScalingTags: ReadonlyMap<string, Tags>;
  /** VPCs whose encryption controls are on. */
  readonly encryptionControls: ReadonlySet<string>;
}

export function parseRecordSources(snapshot: Snapshot): RecordSources {
  return {
    ecsTasks: new Map(
      (snapshot.EcsTasks ?? [])
        .filter(({ lastStatus }) => lastStatus === undefined || lastStatus === 'RUNNING')
        .flatMap((row) => interfacesOf(row).map((id) => [id, parseTask(row)] as const)),
    ),
    autoScalingTags: new Map(
      (snapshot.AutoScalingGroups ?? []).flatMap(({ Instances = [], Tags }) =>
        Instances.map(({ InstanceId }) => [InstanceId, tagsOf(Tags)] as const),
      ),
    ),
    encryptionControls: new Set(
      (snapshot.VpcEncryptionControls ?? [])
        .filter(({ State }) => State === undefined || State === 'available')
        .map(({ VpcId }) => VpcId),
    ),
  };
}

export function tagsOf(
  rows: readonly { readonly Key: string; readonly Value?: string | undefined }[] | undefined,
): Tags {
  return new Map((rows ?? []).map(({ Key, Value = '' }) => [Key, Value]));
}

function interfacesOf({ attachments = [] }: EcsTaskRow): readonly string[] {
  return attachments
    .flatMap(({ details = [] }) => details)
    .flatMap(({ name, value }) => (name === 'networkInterfaceId' && value ? [value] : []));
}

function parseTask(row: EcsTaskRow): EcsTask {
  const { clusterArn, containerInstanceArn, taskDefinitionArn, group } = row;
  const service = group?.startsWith('service:') ? group.slice('service:'.length) : undefined;
  return {
    arn: row.taskArn,
    ...(clusterArn && { clusterArn }),
    ...(containerInstanceArn && { containerInstanceArn }),
    ...(taskDefinitionArn && { taskDefinitionArn }),
    ...(service && { serviceName: service }),
    containerIds: (row.containers ?? []).flatMap(({ runtimeId }) => runtimeId ?? []),
  };
}
