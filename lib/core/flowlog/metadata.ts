/** What a record takes from its subject and not from the packet; the same in every record of it, NODATA included. */
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';
import type { EcsTask } from '../vpc/record-source';
import { versionOf } from './fields';
import type { FlowLogRecord } from './record';
import type { Log } from './scope';
import type { Subject } from './subject';
import { tagFields } from './tag-fields';

/** `-` in a record: what does not apply. */
const NO_TASK = {
  'ecs-cluster-arn': null,
  'ecs-cluster-name': null,
  'ecs-container-instance-arn': null,
  'ecs-container-instance-id': null,
  'ecs-container-id': null,
  'ecs-second-container-id': null,
  'ecs-service-name': null,
  'ecs-task-definition-arn': null,
  'ecs-task-arn': null,
  'ecs-task-id': null,
} satisfies Partial<FlowLogRecord>;

export function metadataOf(network: Network, log: Log, subject: Subject) {
  const version = versionOf(log.fields);
  if (subject.kind === 'regional-nat-gateway') {
    const { id, vpcId } = subject.natGateway;
    return {
      version,
      'account-id': network.ownerId,
      'interface-id': null,
      'vpc-id': vpcId,
      'subnet-id': null,
      'instance-id': null,
      region: network.vpcs.get(vpcId)?.region ?? network.region,
      'az-id': null,
      'sublocation-type': null,
      'sublocation-id': null,
      ...NO_TASK,
      'resource-id': id,
      ...tagFields(network, log, undefined),
      'interface-type': 'regional_nat_gateway',
    };
  }
  const { networkInterface } = subject;
  const { id, ownerId, subnet, instance, requesterManaged } = networkInterface;
  const task = network.recordSources.ecsTasks.get(id);
  return {
    version,
    'account-id': ownerId,
    'interface-id': id,
    'vpc-id': subnet.vpc.id,
    'subnet-id': subnet.id,
    'instance-id': requesterManaged ? null : (instance?.id ?? null),
    region: subnet.vpc.region,
    'az-id': subnet.sublocation ? null : subnet.availabilityZoneId || null,
    'sublocation-type': subnet.sublocation?.type ?? null,
    'sublocation-id': subnet.sublocation?.id ?? null,
    ...(task ? taskFields(task) : NO_TASK),
    'resource-id': null,
    ...tagFields(network, log, networkInterface),
    'interface-type': interfaceTypeOf(networkInterface),
  };
}

function taskFields(task: EcsTask): typeof NO_TASK | Record<keyof typeof NO_TASK, string | null> {
  const { clusterArn, containerInstanceArn, taskDefinitionArn, serviceName, containerIds } = task;
  return {
    'ecs-cluster-arn': clusterArn ?? null,
    'ecs-cluster-name': lastPart(clusterArn),
    'ecs-container-instance-arn': containerInstanceArn ?? null,
    'ecs-container-instance-id': lastPart(containerInstanceArn),
    'ecs-container-id': containerIds[0] ?? null,
    'ecs-second-container-id': containerIds[1] ?? null,
    'ecs-service-name': serviceName ?? null,
    'ecs-task-definition-arn': taskDefinitionArn ?? null,
    'ecs-task-arn': task.arn,
    'ecs-task-id': lastPart(task.arn),
  };
}

/** `arn:aws:ecs:…:task/cluster/id` -> `id` */
function lastPart(arn: string | undefined): string | null {
  return arn?.split('/').at(-1) ?? null;
}

/** Names that AWS prints for interfaces of services; `-` for an instance's. */
const INTERFACE_TYPES: Readonly<Record<string, string>> = {
  nat_gateway: 'nat_gateway',
  network_load_balancer: 'network_load_balancer',
  transit_gateway: 'transit_gateway',
  vpc_endpoint: 'vpc_endpoint',
};

export function interfaceTypeOf({ interfaceType }: NetworkInterface): string | null {
  return INTERFACE_TYPES[interfaceType] ?? null;
}
