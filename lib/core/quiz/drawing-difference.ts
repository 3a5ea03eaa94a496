/** Where the network is not what was designed, as far as a drawing shows it: attachments, routes and public addresses. */
import { formatAddress } from '../net/address';
import { formatCidr, sameCidr } from '../net/cidr';
import type { Network } from '../vpc/network';
import type { Route } from '../vpc/route-table';
import type { DrawingDifference } from './view';

export function differencesOf(designed: Network, actual: Network): readonly DrawingDifference[] {
  return [
    ...gateways(designed, actual),
    ...peeringConnections(designed, actual),
    ...subnets(designed, actual),
    ...publicAddresses(designed, actual),
  ];
}

function gateways(designed: Network, actual: Network): readonly DrawingDifference[] {
  return [...designed.internetGateways.values()].flatMap(({ id, vpcId }) => {
    if (actual.internetGateways.get(id)?.vpcId === vpcId) return [];
    const word = actual.internetGateways.has(id) ? 'detached' : 'gone';
    return [{ id, says: word, short: word }];
  });
}

function peeringConnections(designed: Network, actual: Network): readonly DrawingDifference[] {
  return [...designed.vpcPeeringConnections.values()].flatMap(({ id, status }) => {
    const now = actual.vpcPeeringConnections.get(id)?.status ?? 'gone';
    if (now === status) return [];
    return [{ id, says: now.replaceAll('-', ' '), short: now.replace(/-.*/, '') }];
  });
}

/** A subnet's routes are those of the table that it uses. */
function subnets(designed: Network, actual: Network): readonly DrawingDifference[] {
  return [...designed.subnets.values()].flatMap(({ id, routeTable }) => {
    const routes = actual.subnets.get(id)?.routeTable.routes ?? [];
    const [first, ...more] = routeTable.routes.flatMap((route) => routeDifference(route, routes) ?? []);
    if (!first) return [];
    if (more.length === 0) return [{ id, ...first }];
    const says = `${more.length + 1} routes differ`;
    return [{ id, says, short: says }];
  });
}

function routeDifference(
  { destination, state, target }: Route,
  routes: readonly Route[],
): Omit<DrawingDifference, 'id'> | undefined {
  const block = formatCidr(destination);
  const now = routes.find((route) => sameCidr(route.destination, destination));
  if (!now) return { says: `no route to ${block}`, short: 'no route' };
  if (now.state !== state) return { says: `${block}: ${now.state}`, short: now.state };
  const same = JSON.stringify(now.target) === JSON.stringify(target);
  return same ? undefined : { says: `${block} to another target`, short: 'another target' };
}

function publicAddresses(designed: Network, actual: Network): readonly DrawingDifference[] {
  return [...designed.publicAddresses].flatMap(([address, { id }]) =>
    actual.publicAddresses.get(address)?.id === id
      ? []
      : [{ id, says: `${formatAddress(address)} gone`, short: 'address gone' }],
  );
}
