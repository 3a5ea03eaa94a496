/** Two VPCs of different Regions joined by peering: what names a security group in one of them means nothing in the other. */
import type { Blueprint } from '../blueprint';
import { Draft } from '../draft/draft';
import { addFlowLog } from '../draft/flow-log';
import { addPeering } from '../draft/gateway';
import { addRoute, addRouteTable } from '../draft/route-table';
import { addSecurityGroup, tcpFrom } from '../draft/security-group';
import { addServer } from '../draft/server';
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

export const twoRegions: Blueprint = {
  id: 'two-regions',
  says: 'two VPCs of different Regions, peered',
  draw(random, startsAt) {
    const draft = new Draft(random);
    const numbers = random.fork('numbers');
    const names = random.fork('names');
    const [host, block, service] = [hostNumbers(numbers), vpcBlocks(numbers), serviceNames(names)];
    const name = names.pick(VPC_NAMES);
    const home = addVpc(draft, name, block());
    const away = addVpc(
      draft,
      `${name}-replica`,
      block(),
      undefined,
      names.pick(['eu-west-1', 'eu-north-1']),
    );
    const peering = { VpcPeeringConnectionId: addPeering(draft, home, away) };
    const [homeTable, awayTable] = [addRouteTable(draft, home, 'app'), addRouteTable(draft, away, 'app')];
    addRoute(draft, homeTable, away.cidr, peering);
    addRoute(draft, awayTable, home.cidr, peering);
    const homeGroup = addSecurityGroup(draft, home, 'app', [
      tcpFrom(8443, away.cidr),
      tcpFrom(8443, home.cidr),
    ]);
    const awayGroup = addSecurityGroup(draft, away, 'app', [tcpFrom(8443, home.cidr)]);
    const servers = twoZones((zone, i) => {
      const tableId = homeTable;
      const subnet = addSubnet(draft, home, { name: `app-${zone}`, third: 11 + i, zone, tableId });
      return addServer(draft, subnet, { name: service(), groupIds: [homeGroup], host: host() });
    });
    const replicas = twoZones((zone, i) => {
      const tableId = awayTable;
      const subnet = addSubnet(draft, away, { name: `app-${zone}`, third: 11 + i, zone, tableId });
      return addServer(draft, subnet, { name: service(), groupIds: [awayGroup], host: host() });
    });
    for (const vpc of [home, away]) addFlowLog(draft, vpc, startsAt, numbers);
    const out = servers.flatMap((from) => replicas.map((to) => tcp(from.name, 8443, to.name, to.address)));
    const back = replicas.map((from) => tcp(from.name, 8443, servers[0].name, servers[0].address));
    return {
      blueprint: 'two-regions',
      startsAt,
      world: {
        Snapshot: draft.snapshot(),
        Seed: numbers.hex(8),
        Hosts: [...servers, ...replicas].map((server) => listening(server, 8443)),
      },
      intents: [...out, ...back],
      forbidden: [tcp(servers[0].name, 22, replicas[0].name, replicas[0].address)],
      background: [...out.slice(1), ...back].flatMap((intent) =>
        regularly(numbers, startsAt, intent, [40, 110]),
      ),
    };
  },
};
