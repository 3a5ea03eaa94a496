/** Calls about VPC peering. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AcceptVpcPeeringConnection.html */
import { overlaps, parseCidr } from '../../net/cidr';
import type { VpcPeeringConnectionRow } from '../schema/gateway';
import type { Snapshot } from '../schema/snapshot';
import { type Call, type Handlers, type IdParameter, type Outcome, refuse } from './outcome';
import { withRouteStates } from './route-state';
import { addRow, replaceRow, rowsOf } from './rows';

interface ConnectionCall extends Call {
  readonly VpcPeeringConnectionId: IdParameter;
}

export type VpcPeeringConnectionAction =
  | (Call & {
      readonly Action: 'CreateVpcPeeringConnection';
      readonly VpcId: IdParameter;
      readonly PeerVpcId: IdParameter;
    })
  | (ConnectionCall & { readonly Action: 'AcceptVpcPeeringConnection' })
  | (ConnectionCall & { readonly Action: 'RejectVpcPeeringConnection' })
  | (ConnectionCall & { readonly Action: 'DeleteVpcPeeringConnection' });

/** States in which a connection between two VPCs stands in the way of another. */
const LIVE = ['initiating-request', 'pending-acceptance', 'provisioning', 'active'];

export const vpcPeeringConnectionActions: Handlers<VpcPeeringConnectionAction> = {
  CreateVpcPeeringConnection(snapshot, { VpcId, PeerVpcId }, ids) {
    const own = rowsOf(snapshot, 'Vpcs').find((row) => row.VpcId === VpcId);
    const peer = rowsOf(snapshot, 'Vpcs').find((row) => row.VpcId === PeerVpcId);
    if (!own || !peer)
      return refuse('InvalidVpcID.NotFound', `The vpc ID '${own ? PeerVpcId : VpcId}' does not exist`);
    const pair = new Set([VpcId, PeerVpcId]);
    const existing = rowsOf(snapshot, 'VpcPeeringConnections').find(
      (row) =>
        pair.has(row.RequesterVpcInfo.VpcId) &&
        pair.has(row.AccepterVpcInfo.VpcId) &&
        LIVE.includes(status(row)),
    );
    if (existing) {
      return refuse(
        'VpcPeeringConnectionAlreadyExists',
        `A VPC peering connection already exists between ${VpcId} and ${PeerVpcId}`,
      );
    }
    const id = ids('pcx');
    const [a, b] = [parseCidr(own.CidrBlock), parseCidr(peer.CidrBlock)];
    // AWS makes the connection all the same, and fails it.
    const failed = VpcId === PeerVpcId || (a !== undefined && b !== undefined && overlaps(a, b));
    const info = (row: typeof own) => ({
      VpcId: row.VpcId,
      CidrBlock: row.CidrBlock,
      OwnerId: row.OwnerId ?? snapshot.OwnerId ?? '',
    });
    const connection: VpcPeeringConnectionRow = {
      VpcPeeringConnectionId: id,
      RequesterVpcInfo: info(own),
      AccepterVpcInfo: info(peer),
      Status: failed
        ? { Code: 'failed', Message: 'Failed due to overlapping CIDR range' }
        : { Code: 'pending-acceptance', Message: 'Pending acceptance' },
    };
    return { snapshot: addRow(snapshot, 'VpcPeeringConnections', connection), id };
  },
  AcceptVpcPeeringConnection: (snapshot, action) =>
    move(snapshot, action.VpcPeeringConnectionId, 'pending-acceptance', 'active', 'Active'),
  RejectVpcPeeringConnection: (snapshot, action) =>
    move(snapshot, action.VpcPeeringConnectionId, 'pending-acceptance', 'rejected', 'Rejected'),
  DeleteVpcPeeringConnection: (snapshot, action) =>
    move(snapshot, action.VpcPeeringConnectionId, undefined, 'deleted', 'Deleted'),
};

function status({ Status }: VpcPeeringConnectionRow): string {
  return Status?.Code ?? 'active';
}

/** Moves a connection to another state; `from`: the only state that may be left, or any live one. */
function move(
  snapshot: Snapshot,
  id: string,
  from: string | undefined,
  Code: string,
  Message: string,
): Outcome {
  const row = rowsOf(snapshot, 'VpcPeeringConnections').find(
    ({ VpcPeeringConnectionId }) => VpcPeeringConnectionId === id,
  );
  if (!row)
    return refuse(
      'InvalidVpcPeeringConnectionID.NotFound',
      `The vpcPeeringConnection ID '${id}' does not exist`,
    );
  const current = status(row);
  if (from === undefined ? !LIVE.includes(current) : current !== from) {
    return refuse(
      'InvalidStateTransition',
      `Invalid state transition for ${id}, attempted to transition from ${current} to ${Code}`,
    );
  }
  const moved = { ...row, Status: { Code, Message } };
  return { snapshot: withRouteStates(replaceRow(snapshot, 'VpcPeeringConnections', row, moved)) };
}
