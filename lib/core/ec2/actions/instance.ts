/** Calls about instances. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StopInstances.html */
import type { InstanceRow, NetworkInterfaceRow } from '../schema/network-interface';
import type { Snapshot } from '../schema/snapshot';
import { find, missing } from './find';
import { start, stop, terminate, withAutoAddress } from './instance-state';
import { interfacesOf } from './interface-rows';
import { checkOurs, withGroups } from './network-interface';
import { newInterface } from './new-interface';
import {
  type Call,
  type Handlers,
  type IdParameter,
  type IdSource,
  type Outcome,
  type Refusal,
  type Resolved,
  refuse,
} from './outcome';
import { withRouteStates } from './route-state';
import { addRow, replaceRow } from './rows';

interface RunCall extends Call {
  readonly ImageId: string;
  readonly InstanceType?: string | undefined;
  readonly MinCount: number;
  readonly MaxCount: number;
  readonly SubnetId: IdParameter;
  readonly SecurityGroupIds?: readonly IdParameter[] | undefined;
  readonly PrivateIpAddress?: string | undefined;
}

interface InstancesCall extends Call {
  readonly InstanceIds: readonly IdParameter[];
}

export type InstanceAction =
  | (RunCall & { readonly Action: 'RunInstances' })
  | (InstancesCall & { readonly Action: 'StartInstances' })
  | (InstancesCall & { readonly Action: 'StopInstances' })
  | (InstancesCall & { readonly Action: 'TerminateInstances' })
  | (Call & {
      readonly Action: 'ModifyInstanceAttribute';
      readonly InstanceId: IdParameter;
      readonly SourceDestCheck?: { readonly Value: boolean } | undefined;
      readonly Groups?: readonly IdParameter[] | undefined;
    });

export const instanceActions: Handlers<InstanceAction> = {
  RunInstances(snapshot, action, ids) {
    const { MinCount, MaxCount } = action;
    if (MinCount < 1 || MaxCount < MinCount)
      return refuse('InvalidParameterValue', `Invalid number of instances: ${MinCount} to ${MaxCount}`);
    let first: string | undefined;
    let current = snapshot;
    for (let i = 0; i < MaxCount; i++) {
      const made = runOne(current, action, ids);
      // As many as there is room for, if that is enough.
      if ('error' in made) return i < MinCount ? made : { snapshot: current, ...(first && { id: first }) };
      current = made.snapshot;
      first ??= made.id;
    }
    return { snapshot: current, ...(first && { id: first }) };
  },
  StartInstances: (snapshot, { InstanceIds }) =>
    onInstances(snapshot, InstanceIds, ['stopped', 'running'], start),
  StopInstances: (snapshot, { InstanceIds }) =>
    onInstances(snapshot, InstanceIds, ['running', 'pending', 'stopped'], stop),
  TerminateInstances: (snapshot, { InstanceIds }) =>
    onInstances(
      snapshot,
      InstanceIds,
      ['running', 'pending', 'stopped', 'stopping', 'terminated'],
      terminate,
    ),
  ModifyInstanceAttribute(snapshot, { InstanceId, SourceDestCheck, Groups }) {
    if (!find(snapshot, 'Instances', InstanceId)) return missing('Instances', InstanceId);
    if ((SourceDestCheck === undefined) === (Groups === undefined))
      return refuse('InvalidParameterCombination', 'Exactly one attribute can be modified in a call');
    const own = interfacesOf(snapshot, InstanceId);
    const [row] = own;
    if (!row || own.length > 1)
      return refuse(
        'InvalidInstanceID',
        `There are multiple interfaces attached to instance '${InstanceId}'. Please specify an interface ID for the operation instead.`,
      );
    const wrong = checkOurs(row);
    if (wrong) return wrong;
    if (Groups) return withGroups(snapshot, row, Groups);
    const changed = { ...row, SourceDestCheck: SourceDestCheck?.Value ?? true };
    return { snapshot: replaceRow(snapshot, 'NetworkInterfaces', row, changed) };
  },
};

function runOne(
  snapshot: Snapshot,
  { SubnetId, SecurityGroupIds, PrivateIpAddress, ImageId, InstanceType = 'm1.small' }: Resolved<RunCall>,
  ids: IdSource,
): { readonly snapshot: Snapshot; readonly id: string } | Refusal {
  const subnet = find(snapshot, 'Subnets', SubnetId);
  if (!subnet) return missing('Subnets', SubnetId);
  const made = newInterface(snapshot, subnet, { Groups: SecurityGroupIds, PrivateIpAddress }, ids);
  if ('error' in made) return made;
  const InstanceId = ids('i');
  const row: NetworkInterfaceRow = {
    ...made.row,
    Status: 'in-use',
    Attachment: { AttachmentId: ids('eni-attach'), InstanceId, DeviceIndex: 0, Status: 'attached' },
  };
  const instance: InstanceRow = {
    InstanceId,
    ImageId,
    InstanceType,
    State: { Code: 16, Name: 'running' },
    PrivateIpAddress: row.PrivateIpAddress,
    SubnetId,
    VpcId: subnet.VpcId,
  };
  const placed = addRow(addRow(snapshot, 'NetworkInterfaces', row), 'Instances', instance);
  const mapped = withAutoAddress(placed, InstanceId);
  return 'error' in mapped ? mapped : { snapshot: mapped.snapshot, id: InstanceId };
}

/** All or none: the first instance in a state that does not allow it refuses the call. */
function onInstances(
  snapshot: Snapshot,
  instanceIds: readonly string[],
  from: readonly string[],
  change: (snapshot: Snapshot, row: InstanceRow) => Outcome,
): Outcome {
  let current = snapshot;
  for (const id of instanceIds) {
    const row = find(current, 'Instances', id);
    if (!row) return missing('Instances', id);
    const state = row.State?.Name ?? 'running';
    if (!from.includes(state))
      return refuse('IncorrectInstanceState', `The instance '${id}' is in state ${state}.`);
    const outcome = change(current, row);
    if ('error' in outcome) return outcome;
    current = outcome.snapshot;
  }
  return { snapshot: withRouteStates(current) };
}
