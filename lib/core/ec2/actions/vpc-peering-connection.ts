/** Calls about VPC peering. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcPeeringConnection.html */
import { overlaps } from '../../net/cidr';
import type { VpcPeeringConnectionRow } from '../schema/gateway';
import type { Snapshot } from '../schema/snapshot';
import type { VpcRow } from '../schema/vpc';
import { documentBlock } from './block';
import { find, missing } from './find';
import { blocksOf } from './local-route';
import { type Call, type Handlers, type IdParameter, type Outcome, refuse } from './outcome';
import { withRouteStates } from './route-state';
import { addRow, replaceRow, rowsOf } from './rows';

interface ConnectionCall extends Call {
  readonly VpcPeeringConnectionId: IdParameter;
}

interface OptionsParameter {
  readonly AllowDnsResolutionFromRemoteVpc?: boolean | undefined;
}

export type VpcPeeringConnectionAction =
  | (Call & {
      readonly Action: 'CreateVpcPeeringConnection';
      readonly VpcId: IdParameter;
      readonly PeerVpcId: IdParameter;
      /** Another account, or another Region: then the document need not show the other VPC. */
      readonly PeerOwnerId?: string | undefined;
      readonly PeerRegion?: string | undefined;
    })
  | (ConnectionCall & { readonly Action: 'AcceptVpcPeeringConnection' })
  | (ConnectionCall & { readonly Action: 'RejectVpcPeeringConnection' })
  | (ConnectionCall & { readonly Action: 'DeleteVpcPeeringConnection' })
  | (ConnectionCall & {
      readonly Action: 'ModifyVpcPeeringConnectionOptions';
      readonly RequesterPeeringConnectionOptions?: OptionsParameter | undefined;
      readonly AccepterPeeringConnectionOptions?: OptionsParameter | undefined;
    });

const OVERLAP = 'Failed due to overlapping CIDR range';

/** States in which a connection between two VPCs stands in the way of another. */
const LIVE = ['initiating-request', 'pending-acceptance', 'provisioning', 'active'];

export const vpcPeeringConnectionActions: Handlers<VpcPeeringConnectionAction> = {
  CreateVpcPeeringConnection(snapshot, { VpcId, PeerVpcId, PeerOwnerId, PeerRegion }, ids) {
    const own = find(snapshot, 'Vpcs', VpcId);
    if (!own) return missing('Vpcs', VpcId);
    const peer = find(snapshot, 'Vpcs', PeerVpcId);
    const isElsewhere =
      (PeerOwnerId !== undefined && PeerOwnerId !== snapshot.OwnerId) ||
      (PeerRegion !== undefined && PeerRegion !== snapshot.Region);
    if (!peer && !isElsewhere) return missing('Vpcs', PeerVpcId);
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
    // AWS makes the connection all the same, and fails it.
    const failed = VpcId === PeerVpcId || (peer !== undefined && haveCommonAddresses(own, peer));
    const connection: VpcPeeringConnectionRow = {
      VpcPeeringConnectionId: id,
      RequesterVpcInfo: vpcInfo(snapshot, own),
      AccepterVpcInfo: peer
        ? vpcInfo(snapshot, peer)
        : {
            VpcId: PeerVpcId,
            OwnerId: PeerOwnerId ?? snapshot.OwnerId ?? '',
            ...(PeerRegion !== undefined && { Region: PeerRegion }),
          },
      Status: failed
        ? { Code: 'failed', Message: OVERLAP }
        : { Code: 'pending-acceptance', Message: 'Pending acceptance' },
    };
    return { snapshot: addRow(snapshot, 'VpcPeeringConnections', connection), id };
  },
  AcceptVpcPeeringConnection(snapshot, { VpcPeeringConnectionId: id }) {
    const row = find(snapshot, 'VpcPeeringConnections', id);
    const [own, peer] = [row?.RequesterVpcInfo, row?.AccepterVpcInfo].map((info) =>
      find(snapshot, 'Vpcs', info?.VpcId ?? ''),
    );
    // A block may have joined one of the two while the request was waiting.
    return own && peer && haveCommonAddresses(own, peer)
      ? move(snapshot, id, 'pending-acceptance', 'failed', OVERLAP)
      : move(snapshot, id, 'pending-acceptance', 'active', 'Active');
  },
  RejectVpcPeeringConnection: (snapshot, action) =>
    move(snapshot, action.VpcPeeringConnectionId, 'pending-acceptance', 'rejected', 'Rejected'),
  DeleteVpcPeeringConnection: (snapshot, action) =>
    move(snapshot, action.VpcPeeringConnectionId, undefined, 'deleted', 'Deleted'),
  ModifyVpcPeeringConnectionOptions(snapshot, action) {
    const { VpcPeeringConnectionId: id, RequesterPeeringConnectionOptions: requester } = action;
    const row = find(snapshot, 'VpcPeeringConnections', id);
    if (!row) return missing('VpcPeeringConnections', id);
    const accepter = action.AccepterPeeringConnectionOptions;
    if (!requester && !accepter)
      return refuse('MissingParameter', 'The request must contain the options of one side at least');
    if (status(row) !== 'active')
      return refuse(
        'OperationNotPermitted',
        `Peering ${id} is not active. Peering options can be added only to active peerings.`,
      );
    const changed = {
      ...row,
      RequesterVpcInfo: withOptions(row.RequesterVpcInfo, requester),
      AccepterVpcInfo: withOptions(row.AccepterVpcInfo, accepter),
    };
    return { snapshot: replaceRow(snapshot, 'VpcPeeringConnections', row, changed) };
  },
};

function status({ Status }: VpcPeeringConnectionRow): string {
  return Status?.Code ?? 'active';
}

/** Any block of either family will do: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html */
function haveCommonAddresses(a: VpcRow, b: VpcRow): boolean {
  const others = blocksOf(b).map(documentBlock);
  return blocksOf(a).some((text) => others.some((other) => overlaps(documentBlock(text), other)));
}

type VpcInfo = VpcPeeringConnectionRow['RequesterVpcInfo'];

function vpcInfo(snapshot: Snapshot, row: VpcRow): VpcInfo {
  const Region = row.Region ?? snapshot.Region;
  return {
    VpcId: row.VpcId,
    CidrBlock: row.CidrBlock,
    CidrBlockSet: blocksOf(row)
      .filter((block) => !block.includes(':'))
      .map((CidrBlock) => ({ CidrBlock })),
    OwnerId: row.OwnerId ?? snapshot.OwnerId ?? '',
    ...(Region !== undefined && { Region }),
  };
}

function withOptions(info: VpcInfo, options: OptionsParameter | undefined): VpcInfo {
  if (!options) return info;
  const old = typeof info.PeeringOptions === 'object' ? info.PeeringOptions : {};
  return { ...info, PeeringOptions: { ...old, ...options } };
}

/** Moves a connection to another state; `from`: the only state that may be left, or any live one. */
function move(
  snapshot: Snapshot,
  id: string,
  from: string | undefined,
  Code: string,
  Message: string,
): Outcome {
  const row = find(snapshot, 'VpcPeeringConnections', id);
  if (!row) return missing('VpcPeeringConnections', id);
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
