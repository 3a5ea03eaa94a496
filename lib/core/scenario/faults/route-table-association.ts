/** Faults of subnets that follow the wrong route table. */
import type { Change } from '../../simulate/world';
import type { RouteTable } from '../../vpc/route-table';
import type { Subnet } from '../../vpc/subnet';
import { TROUBLESHOOTING, VPC_FAULTS, VPC_SETUP } from '../exam-task';
import type { Fault, Site } from '../fault';
import { ends, type IntentPath, isDialledFromOutside, isFunction, met } from '../intent-path';
import { associationOf, followTable } from './at-routes';
import { byCalls } from './by-calls';

const TASKS = [VPC_SETUP, VPC_FAULTS, TROUBLESHOOTING];

/** The subnet follows another table from now on; `undefined`: the VPC's main one. */
function follows({ design }: IntentPath, subnet: Subnet, other: string | undefined): readonly Site[] {
  const id = associationOf(design.world, subnet.id);
  if (id === undefined) return [];
  const call: Change =
    other === undefined
      ? { Service: 'ec2', Action: 'DisassociateRouteTable', AssociationId: id }
      : { Service: 'ec2', Action: 'ReplaceRouteTableAssociation', AssociationId: id, RouteTableId: other };
  const RouteTableId = subnet.routeTable.id;
  return byCalls(design.world, [call], {
    at: subnet.id,
    repair: (world) => [followTable(world, subnet.id, RouteTableId)],
  });
}

function tablesOf({ world }: IntentPath, { vpc }: Subnet): readonly RouteTable[] {
  return [...world.network.routeTables.values()].filter(({ vpcId }) => vpcId === vpc.id);
}

const defaultTo = ({ routes }: RouteTable, kind: string): string | undefined => {
  const target = routes.find(({ destination }) => destination.length === 0)?.target;
  return target && target.kind !== 'local' && target.kind === kind ? target.id : undefined;
};

/** F002: the answer goes to a NAT gateway that knows nothing of the request. */
export const eipPrivateSubnet: Fault = {
  id: 'eip-private-subnet',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'An instance has an Elastic IP address in a subnet whose default route leads to a NAT gateway.',
  sites(path) {
    const { server } = ends(path);
    if (!server || !isDialledFromOutside(path)) return [];
    const table = tablesOf(path, server.subnet).find((one) => {
      const gateway = path.world.network.natGateways.get(defaultTo(one, 'nat-gateway') ?? '');
      return gateway?.networkInterface && gateway.networkInterface.subnet.id !== server.subnet.id;
    });
    return table ? follows(path, server.subnet, table.id) : [];
  },
};

/** F016 */
export const natInPrivateSubnet: Fault = {
  id: 'nat-in-private-subnet',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The NAT gateway stands in a subnet that has no route to the internet gateway itself.',
  sites(path) {
    const id = met(path, 'forward', 'nat-gateway')[0]?.component ?? '';
    const subnet = path.world.network.natGateways.get(id)?.networkInterface?.subnet;
    return subnet && !isFunction(path) ? follows(path, subnet, undefined) : [];
  },
};

/** F026: Lambda gives its interfaces no public address, wherever they stand. */
export const lambdaPublicSubnet: Fault = {
  id: 'lambda-public-subnet',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'A function works in a public subnet, where an interface without a public address has no way out.',
  sites(path) {
    const { client } = ends(path);
    if (!client || !isFunction(path) || met(path, 'forward', 'nat-gateway').length === 0) return [];
    const table = tablesOf(path, client.subnet).find(
      (one) => defaultTo(one, 'internet-gateway') !== undefined,
    );
    return table ? follows(path, client.subnet, table.id) : [];
  },
};

export const ROUTE_TABLE_ASSOCIATION_FAULTS: readonly Fault[] = [
  eipPrivateSubnet,
  natInPrivateSubnet,
  lambdaPublicSubnet,
];
