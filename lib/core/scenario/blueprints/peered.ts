/** Two VPCs joined by peering: desktops or tools in one of them, a service in the other. */
import type { Blueprint } from '../blueprint';
import { Draft } from '../draft/draft';
import { addFlowLog } from '../draft/flow-log';
import { addPeering } from '../draft/gateway';
import { aclEntry, addNetworkAcl, associateNetworkAcl, EPHEMERAL } from '../draft/network-acl';
import { addRoute, addRouteTable } from '../draft/route-table';
import { addSecurityGroup, tcpFrom } from '../draft/security-group';
import { addServer } from '../draft/server';
import { addSubnet, addVpc } from '../draft/vpc';
import {
  batchName,
  hostNumbers,
  listening,
  regularly,
  serviceNames,
  tcp,
  twoZones,
  VPC_NAMES,
  vpcBlocks,
} from './palette';

const CLIENT_VPCS = ['tooling', 'desktops', 'operations', 'workspace', 'support'];

export const peered: Blueprint = {
  id: 'peered',
  says: 'two peered VPCs',
  draw(random, startsAt) {
    const draft = new Draft(random);
    const numbers = random.fork('numbers');
    const names = random.fork('names');
    const [host, block, service] = [hostNumbers(numbers), vpcBlocks(numbers), serviceNames(names)];
    const vpc = addVpc(draft, names.pick(VPC_NAMES), block());
    const clients = addVpc(draft, names.pick(CLIENT_VPCS), block());
    const peering = { VpcPeeringConnectionId: addPeering(draft, clients, vpc) };
    const appTable = addRouteTable(draft, vpc, 'app');
    const deskTable = addRouteTable(draft, clients, 'desks');
    addRoute(draft, appTable, clients.cidr, peering);
    addRoute(draft, deskTable, vpc.cidr, peering);
    const acl = addNetworkAcl(draft, vpc, 'app', [
      aclEntry(100, false, clients.cidr, [22, 22]),
      aclEntry(110, false, clients.cidr, [8443, 8443]),
      aclEntry(120, false, vpc.cidr, [8443, 8443]),
      aclEntry(130, false, vpc.cidr, EPHEMERAL),
      aclEntry(100, true, clients.cidr, EPHEMERAL),
      aclEntry(110, true, vpc.cidr, [8443, 8443]),
      aclEntry(120, true, vpc.cidr, EPHEMERAL),
    ]);
    const deskGroup = addSecurityGroup(draft, clients, 'desktops', []);
    const group = addSecurityGroup(draft, vpc, 'app', [
      tcpFrom(22, clients.cidr),
      tcpFrom(8443, deskGroup),
      tcpFrom(8443, vpc.cidr),
    ]);
    const desks = twoZones((zone, i) => {
      const subnet = addSubnet(draft, clients, {
        name: `desk-${zone}`,
        third: 8 + i,
        zone,
        tableId: deskTable,
      });
      return addServer(draft, subnet, { name: `desktop-${zone}`, groupIds: [deskGroup], host: host() });
    });
    const servers = twoZones((zone, i) => {
      const subnet = addSubnet(draft, vpc, { name: `app-${zone}`, third: 11 + i, zone, tableId: appTable });
      associateNetworkAcl(draft, acl, [subnet.id]);
      const name = i === 0 ? batchName(names) : service();
      return addServer(draft, subnet, { name, groupIds: [group], host: host() });
    });
    for (const one of [vpc, clients]) addFlowLog(draft, one, startsAt, numbers);
    const [first, second] = servers;
    const logins = desks.flatMap((desk) => servers.map((to) => tcp(desk.name, 22, to.name, to.address)));
    const calls = [
      tcp(desks[0].name, 8443, second.name, second.address),
      tcp(first.name, 8443, second.name, second.address),
    ];
    return {
      blueprint: 'peered',
      startsAt,
      world: {
        Snapshot: draft.snapshot(),
        Seed: numbers.hex(8),
        Hosts: [
          ...servers.map((server) => listening(server, 22, 8443)),
          ...desks.map((desk) => listening(desk)),
        ],
      },
      intents: [...logins, ...calls],
      forbidden: [tcp(first.name, 22, desks[0].name, desks[0].address)],
      background: calls.flatMap((intent) => regularly(numbers, startsAt, intent, [25, 80])),
    };
  },
};
