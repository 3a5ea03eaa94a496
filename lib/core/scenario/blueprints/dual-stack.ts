/** Both families: a public web server reached over IPv4 and IPv6, private workers that only start IPv6 connections. */
import type { Blueprint } from '../blueprint';
import { Draft } from '../draft/draft';
import { addFlowLog } from '../draft/flow-log';
import { addEgressOnlyGateway, addInternetGateway } from '../draft/gateway';
import { ANYWHERE } from '../draft/network-acl';
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
  serviceNames,
  tcp,
  twoZones,
  VPC_NAMES,
  vpcBlocks,
} from './palette';

const EVERY_IPV6 = '::/0';

export const dualStack: Blueprint = {
  id: 'dual-stack',
  says: 'IPv4 and IPv6 side by side',
  draw(random, startsAt) {
    const draft = new Draft(random);
    const numbers = random.fork('numbers');
    const names = random.fork('names');
    const [host, service] = [hostNumbers(numbers), serviceNames(names)];
    // RFC 3849 keeps 2001:db8::/32 for examples; EC2 gives a VPC a /56.
    const ipv6 = `2001:db8:${numbers.integer(0x100, 0xffff).toString(16)}:${numbers.integer(1, 0xfe).toString(16)}00::/56`;
    const vpc = addVpc(draft, names.pick(VPC_NAMES), vpcBlocks(numbers)(), ipv6);
    const publicTable = addRouteTable(draft, vpc, 'public');
    const privateTable = addRouteTable(draft, vpc, 'private');
    const gateway = { GatewayId: addInternetGateway(draft, vpc) };
    addRoute(draft, publicTable, ANYWHERE, gateway);
    addRoute(draft, publicTable, EVERY_IPV6, gateway);
    addRoute(draft, privateTable, EVERY_IPV6, {
      EgressOnlyInternetGatewayId: addEgressOnlyGateway(draft, vpc),
    });
    const webGroup = addSecurityGroup(draft, vpc, 'web', [tcpFrom(443, ANYWHERE), tcpFrom(443, EVERY_IPV6)]);
    const group = addSecurityGroup(draft, vpc, 'workers', [tcpFrom(8443, webGroup)]);
    const elastic = ownPublicAddresses(numbers);
    const web = twoZones((zone, i) => {
      const subnet = addSubnet(draft, vpc, { name: `web-${zone}`, third: 1 + i, zone, tableId: publicTable });
      const publicAddress = { address: elastic(), elastic: true };
      return addServer(draft, subnet, {
        name: `web-${zone}`,
        groupIds: [webGroup],
        host: host(),
        publicAddress,
      });
    });
    const workers = twoZones((zone, i) => {
      const subnet = addSubnet(draft, vpc, {
        name: `work-${zone}`,
        third: 11 + i,
        zone,
        tableId: privateTable,
      });
      return addServer(draft, subnet, { name: service(), groupIds: [group], host: host() });
    });
    addFlowLog(draft, vpc, startsAt, numbers);
    const reader = outsideHost(numbers, 'reader');
    const reader6 = { Name: 'reader-v6', IpAddress: '2001:db8:beef::7' };
    const mirror6 = { Name: 'package-mirror-v6', IpAddress: '2001:db8:cafe::80' };
    const site = web.flatMap((server) => [
      tcp('reader', 443, server.name, server.publicAddress ?? ''),
      tcp('reader-v6', 443, server.name, server.ipv6 ?? ''),
    ]);
    const updates = workers.map((worker) => tcp(worker.name, 443, 'package-mirror-v6', mirror6.IpAddress));
    const calls = web.map((server, i) =>
      tcp(server.name, 8443, workers[i === 0 ? 0 : 1].name, workers[i === 0 ? 0 : 1].address),
    );
    return {
      blueprint: 'dual-stack',
      startsAt,
      world: {
        Snapshot: draft.snapshot(),
        Seed: numbers.hex(8),
        Hosts: [
          ...web.map((server) => listening(server, 443)),
          ...workers.map((worker) => listening(worker, 8443)),
          reader.host,
          reader6,
          mirror6,
        ],
      },
      intents: [...site.map(unique), ...updates, ...calls],
      forbidden: [tcp('reader-v6', 8443, workers[0].name, workers[0].ipv6 ?? '')],
      background: [...site.slice(1), ...calls].flatMap((intent) =>
        regularly(numbers, startsAt, intent, [30, 90]),
      ),
    };
  },
};

/** The same reader by both families is two intents. */
function unique(intent: ReturnType<typeof tcp>): ReturnType<typeof tcp> {
  return intent.to.includes(':') ? { ...intent, id: `${intent.id}-v6` } : intent;
}
