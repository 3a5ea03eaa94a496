/** Amazon ECS, version 7: the running task behind the interface; `-` for everything else. */
import { declareFields, RECORDS } from './field';

export const ECS_FIELDS = declareFields({ version: 7, standing: 'documented', source: RECORDS }, [
  ['ecs-cluster-arn', 'The ARN of the ECS cluster whose task has the interface.'],
  ['ecs-cluster-name', 'The name of that cluster.'],
  ['ecs-container-instance-arn', 'The ARN of the container instance; - on Fargate.'],
  ['ecs-container-instance-id', 'The id of the container instance; - on Fargate.'],
  ['ecs-container-id', "The Docker runtime id of the task's first container."],
  ['ecs-second-container-id', "The same of the task's second container, where it has one."],
  ['ecs-service-name', 'The ECS service that started the task; - where none did.'],
  ['ecs-task-definition-arn', 'The ARN of the task definition.'],
  ['ecs-task-arn', 'The ARN of the task.'],
  ['ecs-task-id', 'The id of the task.'],
]);
