/** Calls about route tables. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRouteTable.html */
import type { RouteRow, RouteTableRow } from '../schema/route-table';
import type { Snapshot } from '../schema/snapshot';
import { type Call, type Handlers, type IdParameter, type Outcome, refuse } from './outcome';
import { addRow, removeRow, replaceRow, rowsOf } from './rows';

export type RouteTableAction =
  | (Call & { readonly Action: 'CreateRouteTable'; readonly VpcId: IdParameter })
  | (Call & { readonly Action: 'DeleteRouteTable'; readonly RouteTableId: IdParameter })
  | (Call & {
      readonly Action: 'AssociateRouteTable';
      readonly RouteTableId: IdParameter;
      readonly SubnetId: IdParameter;
    })
  | (Call & { readonly Action: 'DisassociateRouteTable'; readonly AssociationId: IdParameter })
  | (Call & {
      readonly Action: 'ReplaceRouteTableAssociation';
      readonly AssociationId: IdParameter;
      readonly RouteTableId: IdParameter;
    });

export const routeTableActions: Handlers<RouteTableAction> = {
  CreateRouteTable(snapshot, { VpcId }, ids) {
    const vpc = rowsOf(snapshot, 'Vpcs').find((row) => row.VpcId === VpcId);
    if (!vpc) return refuse('InvalidVpcID.NotFound', `The vpc ID '${VpcId}' does not exist`);
    const id = ids('rtb');
    const local = [vpc.CidrBlock, ...(vpc.CidrBlockAssociationSet ?? []).map(({ CidrBlock }) => CidrBlock)];
    const Routes = [...new Set(local)].map(
      (DestinationCidrBlock): RouteRow => ({
        DestinationCidrBlock,
        GatewayId: 'local',
        Origin: 'CreateRouteTable',
        State: 'active',
      }),
    );
    return {
      snapshot: addRow(snapshot, 'RouteTables', { RouteTableId: id, VpcId, Routes, Associations: [] }),
      id,
    };
  },
  DeleteRouteTable(snapshot, { RouteTableId }) {
    const table = findTable(snapshot, RouteTableId);
    if (!table) return noTable(RouteTableId);
    if (table.Associations?.length) {
      return refuse(
        'DependencyViolation',
        `The routeTable '${RouteTableId}' has dependencies and cannot be deleted.`,
      );
    }
    return { snapshot: removeRow(snapshot, 'RouteTables', table) };
  },
  AssociateRouteTable(snapshot, { RouteTableId, SubnetId }, ids) {
    const table = findTable(snapshot, RouteTableId);
    if (!table) return noTable(RouteTableId);
    const subnet = rowsOf(snapshot, 'Subnets').find((row) => row.SubnetId === SubnetId);
    if (!subnet) return refuse('InvalidSubnetID.NotFound', `The subnet ID '${SubnetId}' does not exist`);
    if (subnet.VpcId !== table.VpcId) {
      return refuse(
        'InvalidParameterValue',
        `Route table ${RouteTableId} and subnet ${SubnetId} belong to different networks`,
      );
    }
    const isTaken = rowsOf(snapshot, 'RouteTables').some((row) =>
      row.Associations?.some((association) => association.SubnetId === SubnetId),
    );
    if (isTaken) {
      return refuse(
        'Resource.AlreadyAssociated',
        `the specified association for route table ${RouteTableId} conflicts with an existing association`,
      );
    }
    const id = ids('rtbassoc');
    const association = { RouteTableAssociationId: id, RouteTableId, SubnetId, Main: false };
    const Associations = [...(table.Associations ?? []), association];
    return { snapshot: replaceRow(snapshot, 'RouteTables', table, { ...table, Associations }), id };
  },
  DisassociateRouteTable(snapshot, { AssociationId }) {
    const found = findAssociation(snapshot, AssociationId);
    if (!found) return noAssociation(AssociationId);
    if (found.association.Main) {
      return refuse(
        'InvalidParameterValue',
        `cannot disassociate the main route table association ${AssociationId}`,
      );
    }
    return { snapshot: withoutAssociation(snapshot, found) };
  },
  ReplaceRouteTableAssociation(snapshot, { AssociationId, RouteTableId }, ids) {
    const found = findAssociation(snapshot, AssociationId);
    if (!found) return noAssociation(AssociationId);
    const removed = withoutAssociation(snapshot, found);
    const table = findTable(removed, RouteTableId);
    if (!table) return noTable(RouteTableId);
    if (table.VpcId !== found.table.VpcId) {
      return refuse(
        'InvalidParameterValue',
        `Route table ${RouteTableId} and association ${AssociationId} belong to different networks`,
      );
    }
    const id = ids('rtbassoc');
    const association = { ...found.association, RouteTableAssociationId: id, RouteTableId };
    const Associations = [...(table.Associations ?? []), association];
    return { snapshot: replaceRow(removed, 'RouteTables', table, { ...table, Associations }), id };
  },
};

export function findTable(snapshot: Snapshot, id: string): RouteTableRow | undefined {
  return rowsOf(snapshot, 'RouteTables').find(({ RouteTableId }) => RouteTableId === id);
}

export function noTable(id: string): Outcome {
  return refuse('InvalidRouteTableID.NotFound', `The routeTable ID '${id}' does not exist`);
}

interface FoundAssociation {
  readonly table: RouteTableRow;
  readonly association: NonNullable<RouteTableRow['Associations']>[number];
}

function findAssociation(snapshot: Snapshot, id: string): FoundAssociation | undefined {
  for (const table of rowsOf(snapshot, 'RouteTables')) {
    const association = table.Associations?.find(
      ({ RouteTableAssociationId }) => RouteTableAssociationId === id,
    );
    if (association) return { table, association };
  }
  return undefined;
}

function noAssociation(id: string): Outcome {
  return refuse('InvalidAssociationID.NotFound', `The association ID '${id}' does not exist`);
}

function withoutAssociation(snapshot: Snapshot, { table, association }: FoundAssociation): Snapshot {
  const Associations = (table.Associations ?? []).filter((other) => other !== association);
  return replaceRow(snapshot, 'RouteTables', table, { ...table, Associations });
}
