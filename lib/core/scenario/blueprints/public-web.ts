/** A public web tier: two zones, instances with public addresses, an administrator in the office. */
import type { Blueprint } from '../blueprint';
import { Draft } from '../draft/draft';
import { addFlowLog } from '../draft/flow-log';
import { addInternetGateway } from '../draft/gateway';
import { ANYWHERE, aclEntry, addNetworkAcl, associateNetworkAcl, EPHEMERAL } from '../draft/network-acl';
import { addRoute, addRouteTable } from '../draft/route-table';
import { addSecurityGroup, admit, tcpFrom } from '../draft/security-group';
import { addServer } from '../draft/server';
import { addSubnet, addVpc } from '../draft/vpc';
import {
  drawOffice,
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

export const publicWeb: Blueprint = {
  id: 'public-web',
  says: 'a public web tier',
  draw(random, startsAt) {
    const draft = new Draft(random);
    const numbers = random.fork('numbers');
    const [host, elastic] = [hostNumbers(numbers), ownPublicAddresses(numbers)];
    const office = drawOffice(numbers);
    const reader = outsideHost(numbers, 'reader');
    const vpc = addVpc(draft, random.fork('names').pick(VPC_NAMES), vpcBlocks(numbers)());
    const hostile = { Name: 'scraper', IpAddress: `203.0.113.${numbers.integer(100, 126)}` };
    // With an Elastic IP address or without: a gateway can only be detached where there is none.
    const keepsAddress = numbers.chance();
    const tableId = addRouteTable(draft, vpc, 'public');
    addRoute(draft, tableId, ANYWHERE, { GatewayId: addInternetGateway(draft, vpc) });
    const acl = addNetworkAcl(draft, vpc, 'web', [
      aclEntry(90, false, `${hostile.IpAddress}/32`, [1, 65535], 'deny'),
      aclEntry(100, false, ANYWHERE, [443, 443]),
      aclEntry(110, false, office.range, [22, 22]),
      aclEntry(120, false, vpc.cidr, [8080, 8080]),
      aclEntry(130, false, ANYWHERE, EPHEMERAL),
      aclEntry(100, true, ANYWHERE, EPHEMERAL),
      aclEntry(110, true, ANYWHERE, [443, 443]),
    ]);
    const group = addSecurityGroup(draft, vpc, 'web', [tcpFrom(443, ANYWHERE), tcpFrom(22, office.range)]);
    admit(draft, group, tcpFrom(8080, group));
    const servers = twoZones((zone, i) => {
      const subnet = addSubnet(draft, vpc, {
        name: `web-${zone}`,
        third: 1 + i,
        zone,
        tableId,
        autoPublicIp: true,
      });
      associateNetworkAcl(draft, acl, [subnet.id]);
      const publicAddress = { address: elastic(), elastic: i === 0 && keepsAddress };
      return addServer(draft, subnet, {
        name: `web-${zone}`,
        groupIds: [group],
        host: host(),
        publicAddress,
      });
    });
    addFlowLog(draft, vpc, startsAt, numbers);
    const [first, second] = servers;
    const site = servers.map((server) => tcp('reader', 443, server.name, server.publicAddress ?? ''));
    const sync = tcp(second.name, 8080, first.name, first.address);
    return {
      blueprint: 'public-web',
      startsAt,
      world: {
        Snapshot: draft.snapshot(),
        Seed: numbers.hex(8),
        Hosts: [
          ...servers.map((server) => listening(server, 443, 22, 8080)),
          office.host,
          reader.host,
          hostile,
        ],
      },
      intents: [...site, tcp('office', 22, first.name, first.publicAddress ?? ''), sync],
      forbidden: [
        tcp('reader', 22, first.name, first.publicAddress ?? ''),
        tcp('scraper', 443, first.name, first.publicAddress ?? ''),
      ],
      background: [
        ...site.flatMap((intent) => regularly(numbers, startsAt, intent, [20, 60])),
        ...regularly(numbers, startsAt, sync, [40, 90]),
      ],
    };
  },
};
