/** Calls about network interfaces. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInterface.html */
import type { NetworkInterfaceRow } from '../schema/network-interface';
import type { Snapshot } from '../schema/snapshot';
import { find, missing } from './find';
import { type InterfaceRequest, newInterface } from './new-interface';
import {
  type Call,
  type Handlers,
  type IdParameter,
  type Outcome,
  type Refusal,
  type Resolved,
  refuse,
} from './outcome';
import { withRouteStates } from './route-state';
import { addRow, replaceRow, rowsOf } from './rows';
import { removeInterfaces } from './service-interface';

/** Seconds. */
interface ConnectionTracking {
  readonly TcpEstablishedTimeout?: number | undefined;
  readonly UdpStreamTimeout?: number | undefined;
  readonly UdpTimeout?: number | undefined;
}

interface ModifyCall extends Call {
  readonly NetworkInterfaceId: IdParameter;
  readonly Groups?: readonly IdParameter[] | undefined;
  readonly SourceDestCheck?: { readonly Value: boolean } | undefined;
  readonly ConnectionTrackingSpecification?: ConnectionTracking | undefined;
}

export type NetworkInterfaceAction =
  | (Call &
      InterfaceRequest & {
        readonly Action: 'CreateNetworkInterface';
        readonly SubnetId: IdParameter;
        readonly Description?: string | undefined;
        readonly ConnectionTrackingSpecification?: ConnectionTracking | undefined;
      })
  | (Call & { readonly Action: 'DeleteNetworkInterface'; readonly NetworkInterfaceId: IdParameter })
  | (ModifyCall & { readonly Action: 'ModifyNetworkInterfaceAttribute' });

export const networkInterfaceActions: Handlers<NetworkInterfaceAction> = {
  CreateNetworkInterface(snapshot, action, ids) {
    const { SubnetId, Description = '', ConnectionTrackingSpecification: tracking } = action;
    const subnet = find(snapshot, 'Subnets', SubnetId);
    if (!subnet) return missing('Subnets', SubnetId);
    const wrong = checkTracking(tracking);
    if (wrong) return wrong;
    const made = newInterface(snapshot, subnet, action, ids);
    if ('error' in made) return made;
    const row: NetworkInterfaceRow = {
      ...made.row,
      Description,
      ...(tracking && { ConnectionTrackingConfiguration: given(tracking) }),
    };
    return { snapshot: addRow(snapshot, 'NetworkInterfaces', row), id: row.NetworkInterfaceId };
  },
  DeleteNetworkInterface(snapshot, { NetworkInterfaceId }) {
    const row = find(snapshot, 'NetworkInterfaces', NetworkInterfaceId);
    if (!row) return missing('NetworkInterfaces', NetworkInterfaceId);
    if (row.Attachment || row.Status === 'in-use')
      return refuse(
        'InvalidParameterValue',
        `Network interface '${NetworkInterfaceId}' is currently in use.`,
      );
    const gone = removeInterfaces(snapshot, (other) => other.NetworkInterfaceId === NetworkInterfaceId);
    return { snapshot: withRouteStates(gone) };
  },
  ModifyNetworkInterfaceAttribute(snapshot, action) {
    const row = find(snapshot, 'NetworkInterfaces', action.NetworkInterfaceId);
    return row ? modify(snapshot, row, action) : missing('NetworkInterfaces', action.NetworkInterfaceId);
  },
};

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html: AWS's own are not the customer's to change. */
export function checkOurs(row: NetworkInterfaceRow): Refusal | undefined {
  if (!row.RequesterManaged) return undefined;
  return refuse('OperationNotPermitted', `${row.NetworkInterfaceId} is managed by an AWS service`);
}

function modify(snapshot: Snapshot, row: NetworkInterfaceRow, action: Resolved<ModifyCall>): Outcome {
  const { Groups, SourceDestCheck, ConnectionTrackingSpecification: tracking } = action;
  if ([Groups, SourceDestCheck, tracking].filter((attribute) => attribute !== undefined).length !== 1)
    return refuse('InvalidParameterCombination', 'Exactly one attribute can be modified in a call');
  const wrong = checkOurs(row) ?? checkTracking(tracking);
  if (wrong) return wrong;
  if (Groups) return withGroups(snapshot, row, Groups);
  const changed: NetworkInterfaceRow = {
    ...row,
    ...(SourceDestCheck && { SourceDestCheck: SourceDestCheck.Value }),
    ...(tracking && {
      ConnectionTrackingConfiguration: { ...row.ConnectionTrackingConfiguration, ...given(tracking) },
    }),
  };
  return { snapshot: replaceRow(snapshot, 'NetworkInterfaces', row, changed) };
}

/** The groups of an interface, all of its own VPC. */
export function withGroups(
  snapshot: Snapshot,
  row: NetworkInterfaceRow,
  groupIds: readonly string[],
): Outcome {
  const vpcId = find(snapshot, 'Subnets', row.SubnetId)?.VpcId;
  const own = rowsOf(snapshot, 'SecurityGroups').filter(({ VpcId }) => VpcId === vpcId);
  const unknown = groupIds.find((id) => !own.some(({ GroupId }) => GroupId === id));
  if (unknown !== undefined) return missing('SecurityGroups', unknown);
  if (groupIds.length === 0)
    return refuse('MissingParameter', 'The request must contain at least one security group');
  const Groups = groupIds.map((GroupId) => ({ GroupId }));
  return { snapshot: replaceRow(snapshot, 'NetworkInterfaces', row, { ...row, Groups }) };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html#connection-tracking-timeouts */
const TIMEOUTS = {
  TcpEstablishedTimeout: [60, 432_000],
  UdpStreamTimeout: [60, 180],
  UdpTimeout: [30, 60],
} as const;

function checkTracking(asked: ConnectionTracking | undefined): Refusal | undefined {
  for (const [name, [least, most]] of Object.entries(TIMEOUTS)) {
    const value = asked?.[name as keyof typeof TIMEOUTS];
    if (value !== undefined && (value < least || value > most))
      return refuse(
        'InvalidParameterValue',
        `Value (${value}) for parameter ${name} is invalid. Use ${least} to ${most} seconds.`,
      );
  }
  return undefined;
}

function given(tracking: ConnectionTracking): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(tracking).filter(([, value]) => value !== undefined));
}
