/**
 * What is worth knowing of a path that stands in nobody's way. Which component says it AWS does not document: each stands
 * where it is true. https://docs.aws.amazon.com/vpc/latest/reachability/additional-detail-codes.html
 */
import type { Network } from '../../vpc/network';
import type { RouteTable } from '../../vpc/route-table';
import type { VpcEndpoint } from '../../vpc/vpc-endpoint';
import { packetsOf } from '../flow';
import type { Ground } from '../ground';
import type { Stop } from '../way';
import { component } from './component';
import type { AdditionalDetail, PathComponent } from './shape';

/** Where a path goes on in another Availability Zone than the one that it has just been in. */
export function zoneDetails(
  network: Network,
  components: readonly Pick<PathComponent, 'Component' | 'Subnet'>[],
  index: number,
): readonly AdditionalDetail[] {
  const own = components[index];
  const zone = zoneOf(network, own);
  const before = components.slice(0, index).findLast((one) => zoneOf(network, one) !== undefined);
  if (zone === undefined || !before || !own || zoneOf(network, before) === zone) return [];
  return [{ AdditionalDetailType: 'AVAILABILITY_ZONE_CROSSED', Component: own.Component }];
}

function zoneOf(
  { subnets }: Network,
  one: Pick<PathComponent, 'Component' | 'Subnet'> | undefined,
): string | undefined {
  const subnet = subnets.get(one?.Subnet?.Id ?? '');
  return subnet && (subnet.availabilityZoneId || subnet.availabilityZone);
}

/** Of one stop among those of its leg. */
export function stopDetails(ground: Ground, stops: readonly Stop[], stop: Stop): readonly AdditionalDetail[] {
  const { network } = ground;
  const endpoint = stop.kind === 'vpc-endpoint' ? network.vpcEndpoints.get(stop.component) : undefined;
  if (endpoint) {
    const isEntered = stop.direction === 'ingress';
    return [
      ...(isEntered ? [] : throughFleet(network, endpoint)),
      ...noWayBack(ground, stops, stop, endpoint),
    ];
  }
  return stop.kind === 'transit-gateway' ? applianceMode(network, stops, stop) : [];
}

function throughFleet(network: Network, { id, type, serviceName }: VpcEndpoint): readonly AdditionalDetail[] {
  if (type !== 'gateway-load-balancer') return [];
  return [
    {
      AdditionalDetailType: 'PATH_THROUGH_GWLB_NOT_CHECKED',
      Component: component(network, id),
      ServiceName: serviceName,
    },
  ];
}

/** Behind a transit gateway the way back is not looked at, but for the table of the endpoint's own subnet. */
function noWayBack(
  { network, space }: Ground,
  stops: readonly Stop[],
  stop: Stop,
  { id, networkInterfaces }: VpcEndpoint,
): readonly AdditionalDetail[] {
  const gatewayId = stops.slice(0, stops.indexOf(stop)).findLast(({ kind }) => kind === 'transit-gateway')
    ?.at?.transitGatewayId;
  const table = networkInterfaces[0]?.subnet.routeTable;
  if (gatewayId === undefined || !table) return [];
  const sources = packetsOf(space, stop.judged).project('source');
  const isLed = !space.box({ source: sources }).intersect(ledTo(space, table, gatewayId)).isEmpty;
  return isLed
    ? []
    : [
        {
          AdditionalDetailType: 'RESPONSE_RTB_HAS_NO_ROUTE_TO_TRANSIT_GATEWAY',
          Component: component(network, id),
        },
      ];
}

function ledTo(space: Ground['space'], { routes }: RouteTable, gatewayId: string) {
  const leading = routes.filter(
    ({ target, state }) => state === 'active' && target.kind === 'transit-gateway' && target.id === gatewayId,
  );
  return space.box({ source: leading.map(({ destination }) => destination) });
}

/** Into a VPC in which Network Firewall inspects, by an attachment that may choose another zone for the answers. */
function applianceMode(network: Network, stops: readonly Stop[], stop: Stop): readonly AdditionalDetail[] {
  const attachment = network.transitGateways
    .get(stop.at?.transitGatewayId ?? '')
    ?.attachments.get(stop.component);
  const { resource } = attachment ?? {};
  if (resource?.kind !== 'vpc' || resource.applianceMode) return [];
  const inspects = stops.slice(stops.indexOf(stop)).some(({ kind, component: id }) => {
    const endpoint = kind === 'vpc-endpoint' ? network.vpcEndpoints.get(id) : undefined;
    return endpoint?.isFirewall && endpoint.vpcId === resource.vpcId;
  });
  return inspects
    ? [
        {
          AdditionalDetailType: 'TRANSIT_GATEWAY_APPLIANCE_MODE_RECOMMENDED',
          Component: component(network, stop.component),
        },
      ]
    : [];
}
