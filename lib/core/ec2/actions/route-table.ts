/** Calls about route tables. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRouteTable.html */
import type { RouteTableRow } from '../schema/route-table';
import type { Snapshot } from '../schema/snapshot';
import { find, missing } from './find';
import { checkGatewayTable, checkTable } from './gateway-route-table';
import { blocksOf, localRoute } from './local-route';
import {
  type Call,
  type Handlers,
  type IdParameter,
  type Outcome,
  type Refusal,
  type Resolved,
  refuse,
} from './outcome';
import { addRow, mapRows, removeRow, replaceRow, rowsOf } from './rows';

interface AssociateCall extends Call {
  readonly RouteTableId: IdParameter;
  /** One of the two: an internet or virtual private gateway makes it a gateway route table. */
  readonly SubnetId?: IdParameter | undefined;
  readonly GatewayId?: IdParameter | undefined;
}

export type RouteTableAction =
  | (Call & { readonly Action: 'CreateRouteTable'; readonly VpcId: IdParameter })
  | (Call & { readonly Action: 'DeleteRouteTable'; readonly RouteTableId: IdParameter })
  | (AssociateCall & { readonly Action: 'AssociateRouteTable' })
  | (Call & { readonly Action: 'DisassociateRouteTable'; readonly AssociationId: IdParameter })
  | (Call & {
      readonly Action: 'ReplaceRouteTableAssociation';
      readonly AssociationId: IdParameter;
      readonly RouteTableId: IdParameter;
    });

export const routeTableActions: Handlers<RouteTableAction> = {
  CreateRouteTable(snapshot, { VpcId }, ids) {
    const vpc = find(snapshot, 'Vpcs', VpcId);
    if (!vpc) return missing('Vpcs', VpcId);
    const id = ids('rtb');
    const Routes = blocksOf(vpc).map(localRoute);
    return {
      snapshot: addRow(snapshot, 'RouteTables', { RouteTableId: id, VpcId, Routes, Associations: [] }),
      id,
    };
  },
  DeleteRouteTable(snapshot, { RouteTableId }) {
    const table = find(snapshot, 'RouteTables', RouteTableId);
    if (!table) return missing('RouteTables', RouteTableId);
    const isOfNatGateway = rowsOf(snapshot, 'NatGateways').some(
      (row) => row.RouteTableId === RouteTableId && row.State !== 'deleted',
    );
    if (table.Associations?.length || isOfNatGateway) {
      return refuse(
        'DependencyViolation',
        `The routeTable '${RouteTableId}' has dependencies and cannot be deleted.`,
      );
    }
    const removed = removeRow(snapshot, 'RouteTables', table);
    return {
      snapshot: mapRows(removed, 'VpcEndpoints', (row) =>
        row.RouteTableIds?.includes(RouteTableId)
          ? { ...row, RouteTableIds: row.RouteTableIds.filter((id) => id !== RouteTableId) }
          : row,
      ),
    };
  },
  AssociateRouteTable(snapshot, action, ids) {
    const table = find(snapshot, 'RouteTables', action.RouteTableId);
    if (!table) return missing('RouteTables', action.RouteTableId);
    const wrong = checkAssociation(snapshot, table, action);
    if (wrong) return wrong;
    const { SubnetId, GatewayId } = action;
    return associate(snapshot, table, {
      RouteTableAssociationId: ids('rtbassoc'),
      ...(SubnetId !== undefined ? { SubnetId } : { GatewayId }),
      Main: false,
    });
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
    const table = find(removed, 'RouteTables', RouteTableId);
    if (!table) return missing('RouteTables', RouteTableId);
    if (table.VpcId !== found.table.VpcId) return elsewhere(RouteTableId, `association ${AssociationId}`);
    const { GatewayId, Main } = found.association;
    const wrong = GatewayId === undefined ? undefined : checkTable(removed, table);
    if (wrong) return wrong;
    if (Main && table.Associations?.some((own) => own.GatewayId !== undefined))
      return refuse(
        'InvalidParameterValue',
        `Route table ${RouteTableId} is associated with a gateway and cannot be the main route table`,
      );
    return associate(removed, table, { ...found.association, RouteTableAssociationId: ids('rtbassoc') });
  },
};

type Association = NonNullable<RouteTableRow['Associations']>[number];

function associate(snapshot: Snapshot, table: RouteTableRow, row: Association): Outcome {
  const { RouteTableAssociationId: id, ...rest } = row;
  const association = {
    RouteTableAssociationId: id,
    ...rest,
    RouteTableId: table.RouteTableId,
    AssociationState: { State: 'associated' },
  };
  const Associations = [...(table.Associations ?? []), association];
  const associated = replaceRow(snapshot, 'RouteTables', table, { ...table, Associations });
  return { snapshot: associated, ...(id !== undefined && { id }) };
}

function checkAssociation(
  snapshot: Snapshot,
  table: RouteTableRow,
  { SubnetId, GatewayId }: Resolved<AssociateCall>,
): Refusal | undefined {
  if (SubnetId !== undefined && GatewayId !== undefined)
    return refuse('InvalidParameterCombination', 'Specify either a subnet ID or a gateway ID');
  if (GatewayId !== undefined) return checkGatewayTable(snapshot, table, GatewayId);
  if (SubnetId === undefined)
    return refuse('MissingParameter', 'The request must contain the parameter subnetId or gatewayId');
  const subnet = find(snapshot, 'Subnets', SubnetId);
  if (!subnet) return missing('Subnets', SubnetId);
  if (subnet.VpcId !== table.VpcId) return elsewhere(table.RouteTableId, `subnet ${SubnetId}`);
  const isTaken = rowsOf(snapshot, 'RouteTables').some((row) =>
    row.Associations?.some((association) => association.SubnetId === SubnetId),
  );
  if (!isTaken) return undefined;
  return refuse(
    'Resource.AlreadyAssociated',
    `the specified association for route table ${table.RouteTableId} conflicts with an existing association`,
  );
}

function elsewhere(id: string, what: string): Refusal {
  return refuse('InvalidParameterValue', `Route table ${id} and ${what} belong to different networks`);
}

interface FoundAssociation {
  readonly table: RouteTableRow;
  readonly association: Association;
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

function noAssociation(id: string): Refusal {
  return refuse('InvalidAssociationID.NotFound', `The association ID '${id}' does not exist`);
}

function withoutAssociation(snapshot: Snapshot, { table, association }: FoundAssociation): Snapshot {
  const Associations = (table.Associations ?? []).filter((other) => other !== association);
  return replaceRow(snapshot, 'RouteTables', table, { ...table, Associations });
}
