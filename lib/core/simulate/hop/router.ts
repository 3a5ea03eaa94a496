/** At the router of a subnet: its route table names the next hop, or nobody. */
import { assertNever } from '../../assert';
import { IGW_NOT_ATTACHED } from '../../rules/internet-gateway';
import { NAT_SOURCE_IN_VPC, NAT_STATE } from '../../rules/nat-gateway';
import { ADDRESS_NOT_OWNED } from '../../rules/network-interface';
import { ROUTE_BLACKHOLE } from '../../rules/route-table';
import { PCX_NOT_ACTIVE } from '../../rules/vpc-peering-connection';
import type { NetworkInterface } from '../../vpc/network-interface';
import type { Route } from '../../vpc/route-table';
import { type Ending, end, type Motion, note, type Walk } from '../motion';

type AtRouter = Extract<Motion, { to: 'router' }>;
type AtTarget = Extract<Motion, { to: 'target' }>;
type InVpc = Extract<Motion, { to: 'vpc' }>;

export function enterRouter(walk: Walk, { subnet, packet }: AtRouter): Motion | Ending {
  const { routeTable } = subnet;
  const decision = walk.laws.routeTable(routeTable, packet.destination);
  const { rule } = decision;
  if (decision.outcome === 'forward') {
    const { route } = decision;
    note(walk, routeTable.id, { kind: 'route-table', allowed: true, by: route, rule, packet });
    setTrafficPath(walk, route);
    return { to: 'target', route, subnet, packet };
  }
  const by = decision.outcome === 'no-route' ? 'no-route' : decision.route;
  note(walk, routeTable.id, { kind: 'route-table', allowed: false, by, rule, packet });
  markUnrouted(walk);
  return end(decision.outcome);
}

/** The record of the interface that the packet has just left learns how it went on. */
function setTrafficPath(walk: Walk, route: Route): void {
  const crossing = walk.crossings.at(-1);
  if (crossing?.direction === 'egress') crossing.trafficPath = trafficPath(route, crossing.networkInterface);
}

function markUnrouted(walk: Walk): void {
  const crossing = walk.crossings.at(-1);
  if (crossing?.direction === 'egress') crossing.unrouted = true;
}

function trafficPath({ target }: Route, { instance }: NetworkInterface): number | undefined {
  if (target.kind === 'internet-gateway' && instance && !instance.isNitro) return 2;
  return TRAFFIC_PATH[target.kind];
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html, `traffic-path` */
const TRAFFIC_PATH: Readonly<Record<Route['target']['kind'], number | undefined>> = {
  local: 1,
  'network-interface': 1,
  'nat-gateway': 1,
  'internet-gateway': 8,
  'egress-only-internet-gateway': 8,
  'vpc-peering-connection': 4,
  'transit-gateway': 1,
  'vpn-gateway': 3,
  'vpc-endpoint': 7,
  'not-modelled': undefined,
};

export function enterTarget(walk: Walk, { route, subnet, packet }: AtTarget): Motion | Ending {
  const { network, laws } = walk;
  const { target } = route;
  const { vpc } = subnet;
  switch (target.kind) {
    case 'local':
      return { to: 'vpc', vpc, packet, from: subnet };
    case 'internet-gateway': {
      if (network.internetGateways.get(target.id)?.vpcId !== vpc.id) {
        note(walk, target.id, {
          kind: 'internet-gateway',
          direction: 'egress',
          allowed: false,
          rule: IGW_NOT_ATTACHED,
          packet,
        });
        return end('gateway-refused');
      }
      const decision = laws.leaveByInternetGateway(network, vpc, packet);
      const { allowed, rule } = decision;
      const translated = decision.allowed ? { translated: decision.packet } : {};
      note(walk, target.id, {
        kind: 'internet-gateway',
        direction: 'egress',
        allowed,
        rule,
        packet,
        ...translated,
      });
      return decision.allowed ? { to: 'internet', packet: decision.packet } : end('gateway-refused');
    }
    case 'nat-gateway': {
      const gateway = network.natGateways.get(target.id);
      const nat = gateway?.networkInterface;
      const refusal =
        !gateway || !nat
          ? NAT_STATE
          : nat.subnet.vpc.id === vpc.id
            ? laws.natGatewayRefusal(gateway, packet)
            : NAT_SOURCE_IN_VPC;
      if (refusal || !nat) {
        note(walk, target.id, { kind: 'nat-gateway', allowed: false, rule: refusal ?? NAT_STATE, packet });
        return end('gateway-refused');
      }
      return {
        to: 'interface-in',
        networkInterface: nat,
        packet,
        crossesBorder: nat.subnet.id !== subnet.id,
      };
    }
    case 'network-interface': {
      const appliance = network.networkInterfaces.get(target.id);
      if (!appliance) {
        note(walk, subnet.routeTable.id, {
          kind: 'route-table',
          allowed: false,
          by: route,
          rule: ROUTE_BLACKHOLE,
          packet,
        });
        return end('blackhole');
      }
      return {
        to: 'interface-in',
        networkInterface: appliance,
        packet,
        crossesBorder: appliance.subnet.id !== subnet.id,
      };
    }
    case 'vpc-peering-connection': {
      const pcx = network.vpcPeeringConnections.get(target.id);
      const decision = pcx
        ? laws.crossPeering(pcx, vpc, packet)
        : { allowed: false as const, rule: PCX_NOT_ACTIVE };
      note(walk, target.id, {
        kind: 'vpc-peering-connection',
        allowed: decision.allowed,
        rule: decision.rule,
        packet,
      });
      if (!decision.allowed) return end('gateway-refused');
      return decision.far ? { to: 'vpc', vpc: decision.far, packet, from: undefined } : end('exited');
    }
    case 'egress-only-internet-gateway':
    case 'transit-gateway':
    case 'vpn-gateway':
    case 'vpc-endpoint':
    case 'not-modelled':
      return end('exited');
    default:
      return assertNever(target);
  }
}

/** The local route delivers to whoever owns the address, wherever in the VPC that is. */
export function enterVpc(walk: Walk, { vpc, packet, from }: InVpc): Motion | Ending {
  const owner = walk.network.privateAddresses.get(vpc.id)?.get(packet.destination);
  if (!owner) {
    note(walk, vpc.id, { kind: 'vpc', allowed: false, rule: ADDRESS_NOT_OWNED, packet });
    return end('not-owned');
  }
  return { to: 'interface-in', networkInterface: owner, packet, crossesBorder: owner.subnet.id !== from?.id };
}
