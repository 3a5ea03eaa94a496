/** A small account that saves on NAT gateways: one instance translates for the private subnets. */
import type { Blueprint } from '../blueprint';
import { Draft } from '../draft/draft';
import { addFlowLog } from '../draft/flow-log';
import { addInternetGateway } from '../draft/gateway';
import { ANYWHERE } from '../draft/network-acl';
import { addRoute, addRouteTable } from '../draft/route-table';
import { addSecurityGroup, permission, tcpFrom } from '../draft/security-group';
import { addServer } from '../draft/server';
import { addSubnet, addVpc } from '../draft/vpc';
import {
  hostNumbers,
  listening,
  outsideHost,
  ownPublicAddresses,
  regularly,
  serviceNames,
  tcp,
  twoZones,
  VPC_NAMES,
  vpcBlocks,
} from './palette';

export const natInstance: Blueprint = {
  id: 'nat-instance',
  says: 'private instances behind a NAT instance',
  draw(random, startsAt) {
    const draft = new Draft(random);
    const numbers = random.fork('numbers');
    const names = random.fork('names');
    const [host, elastic, service] = [hostNumbers(numbers), ownPublicAddresses(numbers), serviceNames(names)];
    const mirror = outsideHost(numbers, 'package-mirror');
    const vpc = addVpc(draft, names.pick(VPC_NAMES), vpcBlocks(numbers)());
    const publicTable = addRouteTable(draft, vpc, 'public');
    const privateTable = addRouteTable(draft, vpc, 'private');
    addRoute(draft, publicTable, ANYWHERE, { GatewayId: addInternetGateway(draft, vpc) });
    const edge = addSubnet(draft, vpc, { name: 'edge-a', third: 1, zone: 'a', tableId: publicTable });
    const natGroup = addSecurityGroup(draft, vpc, 'nat', [permission('-1', undefined, vpc.cidr)]);
    const nat = addServer(draft, edge, {
      name: 'nat',
      groupIds: [natGroup],
      host: host(),
      publicAddress: { address: elastic(), elastic: true },
      forwards: true,
    });
    addRoute(draft, privateTable, ANYWHERE, { NetworkInterfaceId: nat.interfaceId });
    const group = addSecurityGroup(draft, vpc, 'app', [tcpFrom(8443, vpc.cidr)]);
    const servers = twoZones((zone, i) => {
      const subnet = addSubnet(draft, vpc, {
        name: `app-${zone}`,
        third: 11 + i,
        zone,
        tableId: privateTable,
      });
      return addServer(draft, subnet, { name: service(), groupIds: [group], host: host() });
    });
    addFlowLog(draft, vpc, startsAt, numbers);
    const [first, second] = servers;
    const updates = servers.map((server) => tcp(server.name, 443, 'package-mirror', mirror.address));
    const calls = [
      tcp(first.name, 8443, second.name, second.address),
      tcp(second.name, 8443, first.name, first.address),
    ];
    const own = tcp('nat', 443, 'package-mirror', mirror.address);
    return {
      blueprint: 'nat-instance',
      startsAt,
      world: {
        Snapshot: draft.snapshot(),
        Seed: numbers.hex(8),
        Hosts: [
          { ...listening(nat), Forwarding: 'masquerade' },
          ...servers.map((server) => listening(server, 8443)),
          mirror.host,
        ],
      },
      intents: [...updates, ...calls, own],
      forbidden: [tcp(first.name, 22, second.name, second.address)],
      background: [...updates.slice(1), ...calls, own].flatMap((intent) =>
        regularly(numbers, startsAt, intent, [40, 110]),
      ),
    };
  },
};
