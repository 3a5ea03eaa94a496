/**
 * Where packets enter a VPC by an internet or virtual private gateway: a route table of the gateway's own may lead them
 * through an appliance first. https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
import type { NetworkInterface } from '../../vpc/network-interface';
import type { RouteTable } from '../../vpc/route-table';
import type { Vpc } from '../../vpc/vpc';
import { narrow, packetsOf, without } from '../flow';
import { endsOf } from '../leg';
import type { Onward } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import { enterGatewayLoadBalancerEndpoint } from './gateway-load-balancer-endpoint';
import { type Check, judge, judgeRefusals } from './judge';
import { associate } from './public-address';

export function enterVpcEdge(search: Search, way: Way, gatewayId: string, vpc: Vpc): readonly Onward[] {
  const table = search.network.gatewayRouteTables.get(gatewayId);
  const inside = { to: 'vpc', vpc, from: undefined } as const;
  if (!table || table.vpcId !== vpc.id) return [{ way: way, motion: inside }];
  const { to } = endsOf(way.leg);
  const slices = search.routes(table, to).filter(({ rule }) => rule.state === 'active');
  const carried = search.space.union(slices.map(({ effective }) => effective));
  unrouted(search, way, table, carried);
  return slices.flatMap((slice): readonly Onward[] => {
    const flow = narrow(way.flow, slice.effective);
    if (flow.length === 0) return [];
    const { target } = slice.rule;
    const station =
      target.kind === 'network-interface' ? search.stations.byInterface.get(target.id) : undefined;
    const onward = judge(
      search,
      { ...way, flow },
      {
        component: table.id,
        kind: 'route-table',
        at: { vpcId: vpc.id },
        decidedBy: { kind: 'route-table', rules: [slice] },
        checks: [],
      },
    );
    if (!onward) return [];
    if (target.kind === 'local') return [{ way: onward, motion: inside }];
    if (station)
      return judgeRefusals(search, onward, {
        component: table.id,
        kind: 'route-table',
        at: { vpcId: vpc.id },
        checks: applianceChecks(search, gatewayId, table, station.interfaces[0]),
      }).map((led) => ({ way: led, motion: { to: 'interface-in', station, crossesBorder: true } }));
    const endpoint = target.kind === 'vpc-endpoint' ? search.network.vpcEndpoints.get(target.id) : undefined;
    if (endpoint?.type === 'gateway-load-balancer')
      return enterGatewayLoadBalancerEndpoint(search, onward, endpoint, undefined);
    return target.kind === 'network-interface'
      ? []
      : [{ way: onward, motion: { to: 'unseen', component: target.id } }];
  });
}

function unrouted(
  search: Search,
  way: Way,
  { id, vpcId }: RouteTable,
  carried: Parameters<typeof narrow>[1],
): void {
  const flow = without(way.flow, carried);
  if (packetsOf(search.space, flow).isEmpty || !search.observe) return;
  judge(
    { ...search, waiving: undefined },
    { ...way, flow },
    { component: id, kind: 'route-table', at: { vpcId }, checks: [{ accepts: search.space.nothing }] },
  );
}

function applianceChecks(
  { space }: Search,
  gatewayId: string,
  table: RouteTable,
  appliance: NetworkInterface | undefined,
): readonly Check[] {
  if (!gatewayId.startsWith('igw-') || !appliance) return [];
  const { privateAddresses, instance } = appliance;
  const isPublic = privateAddresses.some(({ publicAddress }) => publicAddress !== undefined);
  const isRunning = instance === undefined || instance.state === 'running';
  return [
    {
      accepts: isPublic ? space.everything : space.nothing,
      obstacle: () => ({
        key: `public-address ${appliance.id}`,
        code: 'INGRESS_RTB_NO_PUBLIC_IP',
        facts: { IngressRouteTable: table.id, NetworkInterface: appliance.id, InternetGateway: gatewayId },
        repair: associate(appliance.id),
      }),
    },
    { accepts: isRunning ? space.everything : space.nothing },
  ];
}
