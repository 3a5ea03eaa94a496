/** Three tiers in two zones: web servers on the internet, an application behind them, a database behind that. */
import type { Blueprint } from '../blueprint';
import { Draft } from '../draft/draft';
import { addFlowLog } from '../draft/flow-log';
import { addInternetGateway, addNatGateway } from '../draft/gateway';
import { ANYWHERE, aclEntry, addNetworkAcl, associateNetworkAcl, EPHEMERAL } from '../draft/network-acl';
import { addRoute, addRouteTable } from '../draft/route-table';
import { addSecurityGroup, tcpFrom } from '../draft/security-group';
import { addServer } from '../draft/server';
import { addSubnet, addVpc } from '../draft/vpc';
import {
  hostNumbers,
  listening,
  outsideHost,
  ownPublicAddresses,
  regularly,
  tcp,
  twoZones,
  VPC_NAMES,
  vpcBlocks,
} from './palette';

const DATABASE = 5432;

export const threeTier: Blueprint = {
  id: 'three-tier',
  says: 'three tiers',
  draw(random, startsAt) {
    const draft = new Draft(random);
    const numbers = random.fork('numbers');
    const [host, elastic] = [hostNumbers(numbers), ownPublicAddresses(numbers)];
    const reader = outsideHost(numbers, 'reader');
    const mirror = outsideHost(numbers, 'package-mirror');
    const vpc = addVpc(draft, random.fork('names').pick(VPC_NAMES), vpcBlocks(numbers)());
    const webTable = addRouteTable(draft, vpc, 'web');
    const appTable = addRouteTable(draft, vpc, 'app');
    const dataTable = addRouteTable(draft, vpc, 'data');
    addRoute(draft, webTable, ANYWHERE, { GatewayId: addInternetGateway(draft, vpc) });
    const webGroup = addSecurityGroup(draft, vpc, 'web', [tcpFrom(443, ANYWHERE)]);
    const appGroup = addSecurityGroup(draft, vpc, 'app', [tcpFrom(8080, webGroup)]);
    const dataGroup = addSecurityGroup(draft, vpc, 'database', [tcpFrom(DATABASE, appGroup)], []);
    // Databases are asked from the application's subnets, and answer there.
    const dataAcl = addNetworkAcl(draft, vpc, 'data', [
      aclEntry(100, false, vpc.cidr, [DATABASE, DATABASE]),
      aclEntry(900, false, ANYWHERE, [22, 22], 'deny'),
      aclEntry(100, true, vpc.cidr, EPHEMERAL),
    ]);
    const web = twoZones((zone, i) => {
      const subnet = addSubnet(draft, vpc, { name: `web-${zone}`, third: 1 + i, zone, tableId: webTable });
      if (i === 0)
        addRoute(draft, appTable, ANYWHERE, {
          NatGatewayId: addNatGateway(draft, subnet, host(), elastic()),
        });
      const publicAddress = { address: elastic(), elastic: true };
      return addServer(draft, subnet, {
        name: `web-${zone}`,
        groupIds: [webGroup],
        host: host(),
        publicAddress,
      });
    });
    const app = twoZones((zone, i) => {
      const subnet = addSubnet(draft, vpc, { name: `app-${zone}`, third: 11 + i, zone, tableId: appTable });
      return addServer(draft, subnet, { name: `app-${zone}`, groupIds: [appGroup], host: host() });
    });
    const data = twoZones((zone, i) => {
      const subnet = addSubnet(draft, vpc, { name: `data-${zone}`, third: 21 + i, zone, tableId: dataTable });
      associateNetworkAcl(draft, dataAcl, [subnet.id]);
      return addServer(draft, subnet, { name: `db-${zone}`, groupIds: [dataGroup], host: host() });
    });
    addFlowLog(draft, vpc, startsAt, numbers);
    const site = web.map((server) => tcp('reader', 443, server.name, server.publicAddress ?? ''));
    const calls = web.flatMap((server) => app.map((to) => tcp(server.name, 8080, to.name, to.address)));
    const queries = app.flatMap((server) =>
      data.map((to) => tcp(server.name, DATABASE, to.name, to.address)),
    );
    const updates = app.map((server) => tcp(server.name, 443, 'package-mirror', mirror.address));
    return {
      blueprint: 'three-tier',
      startsAt,
      world: {
        Snapshot: draft.snapshot(),
        Seed: numbers.hex(8),
        Hosts: [
          ...web.map((server) => listening(server, 443)),
          ...app.map((server) => listening(server, 8080)),
          ...data.map((server) => listening(server, DATABASE)),
          reader.host,
          mirror.host,
        ],
      },
      intents: [...site, ...calls, ...queries, ...updates],
      forbidden: [tcp(web[0].name, DATABASE, data[0].name, data[0].address)],
      background: [...site, ...calls.slice(1, 3), ...queries.slice(1, 3)].flatMap((intent) =>
        regularly(numbers, startsAt, intent, [30, 90]),
      ),
    };
  },
};
