/** An appliance in the way: the gateway's own route table leads what comes in through it, and answers go back the same way. */
import type { Blueprint } from '../blueprint';
import { Draft } from '../draft/draft';
import { addFlowLog } from '../draft/flow-log';
import { addInternetGateway } from '../draft/gateway';
import { ANYWHERE } from '../draft/network-acl';
import { addRoute, addRouteTable, associateWithGateway } from '../draft/route-table';
import { addSecurityGroup, permission, tcpFrom } from '../draft/security-group';
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

export const inspection: Blueprint = {
  id: 'inspection',
  says: 'a web tier behind an inspection appliance',
  draw(random, startsAt) {
    const draft = new Draft(random);
    const numbers = random.fork('numbers');
    const [host, elastic] = [hostNumbers(numbers), ownPublicAddresses(numbers)];
    const office = drawOffice(numbers);
    const reader = outsideHost(numbers, 'reader');
    const vpc = addVpc(draft, random.fork('names').pick(VPC_NAMES), vpcBlocks(numbers)());
    const gateway = addInternetGateway(draft, vpc);
    const applianceTable = addRouteTable(draft, vpc, 'appliance');
    const webTable = addRouteTable(draft, vpc, 'web');
    const edgeTable = addRouteTable(draft, vpc, 'edge');
    addRoute(draft, applianceTable, ANYWHERE, { GatewayId: gateway });
    const applianceGroup = addSecurityGroup(draft, vpc, 'appliance', [permission('-1', undefined, ANYWHERE)]);
    const webGroup = addSecurityGroup(draft, vpc, 'web', [
      tcpFrom(443, ANYWHERE),
      tcpFrom(22, office.range),
      tcpFrom(8080, vpc.cidr),
    ]);
    const appliance = addServer(
      draft,
      addSubnet(draft, vpc, { name: 'appliance-a', third: 1, zone: 'a', tableId: applianceTable }),
      {
        name: 'inspector',
        groupIds: [applianceGroup],
        host: host(),
        publicAddress: { address: elastic(), elastic: true },
        forwards: true,
      },
    );
    const through = { NetworkInterfaceId: appliance.interfaceId };
    addRoute(draft, webTable, ANYWHERE, through);
    const web = twoZones((zone, i) => {
      const subnet = addSubnet(draft, vpc, { name: `web-${zone}`, third: 11 + i, zone, tableId: webTable });
      addRoute(draft, edgeTable, subnet.cidr, through);
      const publicAddress = { address: elastic(), elastic: true };
      return addServer(draft, subnet, {
        name: `web-${zone}`,
        groupIds: [webGroup],
        host: host(),
        publicAddress,
      });
    });
    associateWithGateway(draft, edgeTable, gateway);
    addFlowLog(draft, vpc, startsAt, numbers);
    const site = web.map((server) => tcp('reader', 443, server.name, server.publicAddress ?? ''));
    const sync = tcp(web[1].name, 8080, web[0].name, web[0].address);
    return {
      blueprint: 'inspection',
      startsAt,
      world: {
        Snapshot: draft.snapshot(),
        Seed: numbers.hex(8),
        Hosts: [
          { ...listening(appliance), Forwarding: 'route' },
          ...web.map((server) => listening(server, 443, 22, 8080)),
          reader.host,
          office.host,
        ],
      },
      intents: [...site, tcp('office', 22, web[0].name, web[0].publicAddress ?? ''), sync],
      forbidden: [tcp('reader', 22, web[0].name, web[0].publicAddress ?? '')],
      background: [...site.slice(1), sync].flatMap((intent) =>
        regularly(numbers, startsAt, intent, [30, 90]),
      ),
    };
  },
};
