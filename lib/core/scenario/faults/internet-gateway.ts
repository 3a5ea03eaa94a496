/** Faults of the ways to the internet: a gateway that is detached, one that lets everybody in, and what stands before all of them. */
import type { Change } from '../../simulate/world';
import { edit } from '../edit';
import { INFRASTRUCTURE_SECURITY, NETWORK_LOGS, TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { Fault } from '../fault';
import { isDialledFromOutside, met } from '../intent-path';
import { putRoute } from './at-routes';
import { byCalls } from './by-calls';

/**
 * F010: AWS refuses to detach while public addresses are mapped; instances that are stopped for it and started afterwards
 * get new ones, which then lead nowhere.
 */
export const igwMissing: Fault = {
  id: 'igw-missing',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: [VPC_FAULTS, TROUBLESHOOTING],
  says: 'The internet gateway is detached from the VPC, and routes to it are blackholes.',
  sites(path) {
    const { Snapshot } = path.design.world;
    const [first] = met(path, 'forward', 'internet-gateway');
    const id = first?.component;
    const VpcId = path.world.network.internetGateways.get(id ?? '')?.vpcId;
    const elastic = (Snapshot.Addresses ?? []).some(({ NetworkInterfaceId = '' }) => {
      return path.world.network.networkInterfaces.get(NetworkInterfaceId)?.subnet.vpc.id === VpcId;
    });
    if (id === undefined || VpcId === undefined || elastic || !isDialledFromOutside(path)) return [];
    const detached = edit(path.design.world, 'InternetGateways', (row) =>
      row.InternetGatewayId === id ? { ...row, Attachments: [] } : row,
    );
    return [
      {
        at: id,
        inject: () =>
          edit(detached, 'RouteTables', (table) => ({
            ...table,
            Routes: (table.Routes ?? []).map((route) =>
              route.GatewayId === id ? { ...route, State: 'blackhole' as const } : route,
            ),
          })),
        repair: (world) =>
          world.Snapshot.InternetGateways?.find((row) => row.InternetGatewayId === id)?.Attachments?.length
            ? []
            : [{ Service: 'ec2', Action: 'AttachInternetGateway', InternetGatewayId: id, VpcId }],
      },
    ];
  },
};

/** F012 */
export const bpa: Fault = {
  id: 'bpa',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: [VPC_FAULTS, NETWORK_LOGS, INFRASTRUCTURE_SECURITY],
  says: 'Block Public Access was switched on for the account, and nobody thought of an exclusion.',
  sites: (path) =>
    met(path, 'forward', 'internet-gateway').length === 0
      ? []
      : byCalls(path.design.world, [withMode('block-bidirectional')], {
          at: 'block-public-access',
          repair: () => [withMode('off')],
        }),
};

function withMode(InternetGatewayBlockMode: 'off' | 'block-bidirectional'): Change {
  return { Service: 'ec2', Action: 'ModifyVpcBlockPublicAccessOptions', InternetGatewayBlockMode };
}

/** F014 */
export const ipv6EgressOnly: Fault = {
  id: 'ipv6-egress-only',
  layer: 'upstream',
  symptom: 'exposed',
  tasks: [VPC_FAULTS, INFRASTRUCTURE_SECURITY],
  says: 'IPv6 leaves by an internet gateway in place of an egress-only one, and so everybody can get in by it.',
  sites(path) {
    const { world } = path.design;
    const [egressOnly] = met(path, 'forward', 'egress-only-internet-gateway');
    const unwanted = path.design.forbidden.find(({ to }) => to.includes(':'));
    const table = world.Snapshot.RouteTables?.find(({ Routes = [] }) =>
      Routes.some((row) => row.EgressOnlyInternetGatewayId === egressOnly?.component),
    );
    // Beside an internet gateway nothing was kept out in the first place.
    const guarded = !world.Snapshot.InternetGateways?.length;
    if (!egressOnly || !unwanted || !table?.VpcId || !guarded) return [];
    const everywhere = { DestinationIpv6CidrBlock: '::/0' };
    const { RouteTableId, VpcId } = table;
    const made = { Ref: 'gateway' };
    return byCalls(
      world,
      [
        { Service: 'ec2', Action: 'CreateInternetGateway', As: 'gateway' },
        { Service: 'ec2', Action: 'AttachInternetGateway', InternetGatewayId: made, VpcId },
        { Service: 'ec2', Action: 'ReplaceRoute', RouteTableId, ...everywhere, GatewayId: made },
      ],
      {
        at: RouteTableId,
        tries: { From: unwanted.from, To: unwanted.to, Port: unwanted.port },
        repair: (broken) => [
          putRoute(broken, RouteTableId, everywhere, { EgressOnlyInternetGatewayId: egressOnly.component }),
          ...(broken.Snapshot.InternetGateways ?? [])
            .filter(({ Attachments = [] }) => Attachments.some((own) => own.VpcId === VpcId))
            .map(
              ({ InternetGatewayId }): Change => ({
                Service: 'ec2',
                Action: 'DetachInternetGateway',
                InternetGatewayId,
                VpcId,
              }),
            ),
        ],
      },
    );
  },
};

export const INTERNET_GATEWAY_FAULTS: readonly Fault[] = [igwMissing, bpa, ipv6EgressOnly];
