/**
 * What only feeds fields of flow log records: ECS tasks, Auto Scaling groups, VPC encryption controls, each as its own
 * `describe-*` call prints it. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html
 */
import * as z from 'zod';
import type { Immutable } from './immutable';

/** ECS writes its keys in lower camel case. */
export const ecsTaskSchema = z.looseObject({
  taskArn: z.string(),
  clusterArn: z.string().optional(),
  containerInstanceArn: z.string().optional(),
  taskDefinitionArn: z.string().optional(),
  /** `service:web` for a task that a service started. */
  group: z.string().optional(),
  lastStatus: z.string().optional(),
  containers: z.array(z.looseObject({ runtimeId: z.string().optional() })).optional(),
  attachments: z
    .array(
      z.looseObject({
        type: z.string().optional(),
        details: z
          .array(z.looseObject({ name: z.string().optional(), value: z.string().optional() }))
          .optional(),
      }),
    )
    .optional(),
});

export const autoScalingGroupSchema = z.looseObject({
  AutoScalingGroupName: z.string(),
  Instances: z.array(z.looseObject({ InstanceId: z.string() })).optional(),
  Tags: z.array(z.looseObject({ Key: z.string(), Value: z.string().optional() })).optional(),
});

export const vpcEncryptionControlSchema = z.looseObject({
  VpcId: z.string(),
  Mode: z.enum(['monitor', 'enforce']).optional(),
  State: z.string().optional(),
});

export type EcsTaskRow = Immutable<z.infer<typeof ecsTaskSchema>>;
