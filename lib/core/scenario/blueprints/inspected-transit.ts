/** Spokes whose traffic for each other passes firewalls in a VPC of its own: each zone has one, and a flow must meet the same one twice. */
import type { Blueprint } from '../blueprint';
import { Draft } from '../draft/draft';
import { addFlowLog } from '../draft/flow-log';
import { ANYWHERE } from '../draft/network-acl';
import { addRoute, addRouteTable } from '../draft/route-table';
import { addSecurityGroup, permission, tcpFrom } from '../draft/security-group';
import { addServer } from '../draft/server';
import { addTransitGateway, addTransitGatewayRouteTable, attachVpc } from '../draft/transit-gateway';
import { addSubnet, addVpc } from '../draft/vpc';
import {
  hostNumbers,
  listening,
  regularly,
  serviceNames,
  tcp,
  twoZones,
  VPC_NAMES,
  vpcBlocks,
} from './palette';

const COMPANY = '10.0.0.0/8';

export const inspectedTransit: Blueprint = {
  id: 'inspected-transit',
  says: 'spokes on a transit gateway with an inspection VPC between them',
  draw(random, startsAt) {
    const draft = new Draft(random);
    const numbers = random.fork('numbers');
    const names = random.fork('names');
    const [host, block, service] = [hostNumbers(numbers), vpcBlocks(numbers), serviceNames(names)];
    const transit = addTransitGateway(draft, 'company');
    const middle = addVpc(draft, 'inspection', block());
    const backTable = addRouteTable(draft, middle, 'firewalls');
    addRoute(draft, backTable, COMPANY, { TransitGatewayId: transit });
    const open = addSecurityGroup(draft, middle, 'firewalls', [permission('-1', undefined, ANYWHERE)]);
    const firewalls = twoZones((zone, i) => {
      const subnet = addSubnet(draft, middle, {
        name: `firewall-${zone}`,
        third: 1 + i,
        zone,
        tableId: backTable,
      });
      return addServer(draft, subnet, {
        name: `firewall-${zone}`,
        groupIds: [open],
        host: host(),
        forwards: true,
      });
    });
    const entrances = twoZones((zone, i) => {
      const tableId = addRouteTable(draft, middle, `attachment-${zone}`);
      addRoute(draft, tableId, ANYWHERE, { NetworkInterfaceId: firewalls[i].interfaceId });
      return addSubnet(draft, middle, { name: `attachment-${zone}`, third: 101 + i, zone, tableId });
    });
    const inspection = {
      vpc: middle,
      id: attachVpc(
        draft,
        transit,
        middle,
        entrances.map((subnet) => [subnet, host()] as const),
        'enable',
      ),
    };
    const spokes = names
      .shuffle(VPC_NAMES)
      .slice(0, 2)
      .map((name) => {
        const vpc = addVpc(draft, name, block());
        const tableId = addRouteTable(draft, vpc, 'app');
        addRoute(draft, tableId, COMPANY, { TransitGatewayId: transit });
        const group = addSecurityGroup(draft, vpc, 'app', [tcpFrom(8443, COMPANY)]);
        const servers = twoZones((zone, i) => {
          const subnet = addSubnet(draft, vpc, { name: `app-${zone}`, third: 11 + i, zone, tableId });
          return addServer(draft, subnet, { name: service(), groupIds: [group], host: host() });
        });
        const attached = twoZones((zone, i) =>
          addSubnet(draft, vpc, { name: `attachment-${zone}`, third: 101 + i, zone }),
        );
        const id = attachVpc(
          draft,
          transit,
          vpc,
          attached.map((subnet) => [subnet, host()] as const),
        );
        addFlowLog(draft, vpc, startsAt, numbers);
        return { vpc, id, servers };
      });
    addFlowLog(draft, middle, startsAt, numbers);
    addTransitGatewayRouteTable(draft, transit, {
      name: 'spokes',
      associated: spokes,
      propagated: [],
      staticRoutes: [[ANYWHERE, inspection]],
    });
    addTransitGatewayRouteTable(draft, transit, {
      name: 'inspection',
      associated: [inspection],
      propagated: spokes,
    });
    const [near = [], far = []] = spokes.map(({ servers }) => servers);
    const calls = near.flatMap((from) => far.map((to) => tcp(from.name, 8443, to.name, to.address)));
    const back = far.flatMap((from) => near.map((to) => tcp(from.name, 8443, to.name, to.address)));
    return {
      blueprint: 'inspected-transit',
      startsAt,
      world: {
        Snapshot: draft.snapshot(),
        Seed: numbers.hex(8),
        Hosts: [
          ...firewalls.map((firewall) => ({
            ...listening(firewall),
            Forwarding: 'route' as const,
            // Any rule at all makes it stateful.
            Firewall: [{ Direction: 'in' as const, Protocol: 'tcp', Port: 23, Do: 'drop' as const }],
          })),
          ...[...near, ...far].map((server) => listening(server, 8443)),
        ],
      },
      intents: [...calls, ...back],
      forbidden: near
        .slice(0, 1)
        .flatMap((from) => far.slice(0, 1).map((to) => tcp(from.name, 22, to.name, to.address))),
      background: [...calls.slice(1), ...back.slice(1)].flatMap((intent) =>
        regularly(numbers, startsAt, intent, [40, 110]),
      ),
    };
  },
};
