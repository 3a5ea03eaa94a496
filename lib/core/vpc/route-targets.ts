/** Whether the target of an active route is there, and in reach of the route table's VPC. */
import type { Issue } from '../ec2/issue';
import type { RouteRow, RouteTableRow } from '../ec2/schema/route-table';
import type { Network } from './network';
import type { Report } from './report';

const MISSING = 'is not in the snapshot';

export function checkRouteTarget(
  table: RouteTableRow,
  route: RouteRow,
  path: Issue['path'],
  network: Network,
  report: Report,
): void {
  const destination =
    route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId ?? '';
  const check = CHECKS.find(({ idOf }) => idOf(route) !== undefined);
  const id = check?.idOf(route);
  if (!check || id === undefined) return;
  const sentence = `route table \`${table.RouteTableId}\` sends \`${destination}\` to \`${id}\`, which `;
  const wrong = check.wrong(network, id, table.VpcId);
  if (wrong !== undefined) report.missing([...path, check.key], id, sentence + wrong);
  const unknown = check.unknown?.(network, id);
  if (unknown !== undefined) report.notice([...path, check.key], sentence + unknown);
}

interface Check {
  readonly key: keyof RouteRow & string;
  idOf(route: RouteRow): string | undefined;
  /** What speaks against this target; `undefined` when nothing does. */
  wrong(network: Network, id: string, vpcId: string): string | undefined;
  /** What may be out of sight without being wrong. */
  unknown?(network: Network, id: string): string | undefined;
}

const withPrefix =
  (prefix: string) =>
  ({ GatewayId }: RouteRow): string | undefined =>
    GatewayId?.startsWith(prefix) ? GatewayId : undefined;

const attachedTo = (found: { readonly vpcId?: string } | undefined, vpcId: string): string | undefined => {
  if (!found) return MISSING;
  return found.vpcId === vpcId ? undefined : `is not attached to \`${vpcId}\``;
};

const CHECKS: readonly Check[] = [
  {
    key: 'GatewayId',
    idOf: withPrefix('igw-'),
    wrong: ({ internetGateways }, id, vpcId) => attachedTo(internetGateways.get(id), vpcId),
  },
  {
    key: 'GatewayId',
    idOf: withPrefix('vgw-'),
    wrong: ({ vpnGateways }, id, vpcId) => attachedTo(vpnGateways.get(id), vpcId),
  },
  {
    key: 'GatewayId',
    idOf: withPrefix('vpce-'),
    wrong: ({ vpcEndpoints }, id, vpcId) => {
      const endpoint = vpcEndpoints.get(id);
      if (!endpoint) return MISSING;
      return endpoint.vpcId === vpcId ? undefined : `belongs to \`${endpoint.vpcId}\``;
    },
  },
  {
    key: 'NatGatewayId',
    idOf: ({ NatGatewayId }) => NatGatewayId,
    wrong: ({ natGateways }, id) => (natGateways.has(id) ? undefined : MISSING),
  },
  {
    key: 'EgressOnlyInternetGatewayId',
    idOf: ({ EgressOnlyInternetGatewayId }) => EgressOnlyInternetGatewayId,
    wrong: ({ egressOnlyInternetGateways }, id, vpcId) =>
      attachedTo(egressOnlyInternetGateways.get(id), vpcId),
  },
  {
    key: 'NetworkInterfaceId',
    idOf: ({ NetworkInterfaceId }) => NetworkInterfaceId,
    wrong: ({ networkInterfaces }, id) => (networkInterfaces.has(id) ? undefined : MISSING),
  },
  {
    key: 'VpcPeeringConnectionId',
    idOf: ({ VpcPeeringConnectionId }) => VpcPeeringConnectionId,
    wrong: ({ vpcPeeringConnections }, id, vpcId) => {
      const pcx = vpcPeeringConnections.get(id);
      if (!pcx) return MISSING;
      const joins = pcx.requester.vpcId === vpcId || pcx.accepter.vpcId === vpcId;
      return joins ? undefined : `does not join \`${vpcId}\``;
    },
  },
  {
    key: 'TransitGatewayId',
    idOf: ({ TransitGatewayId }) => TransitGatewayId,
    wrong: () => undefined,
    // A shared gateway belongs to another account: that it is not shown does not make the route wrong.
    unknown: ({ transitGateways }, id) =>
      transitGateways.has(id) ? undefined : `${MISSING}: what lies behind it is unknown`,
  },
];
