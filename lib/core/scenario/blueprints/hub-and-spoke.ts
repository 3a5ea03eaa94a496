/** Spokes on a transit gateway: they reach each other and, through the hub's NAT gateway, the internet. */
import type { Blueprint } from '../blueprint';
import { Draft } from '../draft/draft';
import { addFlowLog } from '../draft/flow-log';
import { addInternetGateway, addNatGateway } from '../draft/gateway';
import { ANYWHERE } from '../draft/network-acl';
import { addRoute, addRouteTable } from '../draft/route-table';
import { addSecurityGroup, admit, tcpFrom } from '../draft/security-group';
import { addServer } from '../draft/server';
import { addTransitGateway, addTransitGatewayRouteTable, attachVpc } from '../draft/transit-gateway';
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

/** All of the company's VPCs: what the hub sends back to the transit gateway. */
const COMPANY = '10.0.0.0/8';

export const hubAndSpoke: Blueprint = {
  id: 'hub-and-spoke',
  says: 'spokes on a transit gateway with central egress',
  draw(random, startsAt) {
    const draft = new Draft(random);
    const numbers = random.fork('numbers');
    const names = random.fork('names');
    const [host, block, service] = [hostNumbers(numbers), vpcBlocks(numbers), serviceNames(names)];
    const mirror = outsideHost(numbers, 'package-mirror');
    const [firstName = 'shop', secondName = 'media'] = names.shuffle(VPC_NAMES);
    const transit = addTransitGateway(draft, 'hub');
    const hub = addVpc(draft, 'egress', block());
    const edgeTable = addRouteTable(draft, hub, 'edge');
    const hubTable = addRouteTable(draft, hub, 'attachment');
    addRoute(draft, edgeTable, ANYWHERE, { GatewayId: addInternetGateway(draft, hub) });
    addRoute(draft, edgeTable, COMPANY, { TransitGatewayId: transit });
    const edge = addSubnet(draft, hub, { name: 'edge-a', third: 1, zone: 'a', tableId: edgeTable });
    const nat = addNatGateway(draft, edge, host(), ownPublicAddresses(numbers)());
    addRoute(draft, hubTable, ANYWHERE, { NatGatewayId: nat });
    const hubSubnets = twoZones((zone, i) =>
      addSubnet(draft, hub, { name: `attachment-${zone}`, third: 101 + i, zone, tableId: hubTable }),
    );
    const hubAttachment = {
      vpc: hub,
      id: attachVpc(
        draft,
        transit,
        hub,
        hubSubnets.map((subnet) => [subnet, host()] as const),
      ),
    };
    const spokes = [firstName, secondName].map((name) => {
      const vpc = addVpc(draft, name, block());
      const tableId = addRouteTable(draft, vpc, 'app');
      const attachmentTable = addRouteTable(draft, vpc, 'attachment');
      addRoute(draft, tableId, ANYWHERE, { TransitGatewayId: transit });
      const group = addSecurityGroup(draft, vpc, 'app', [tcpFrom(8443, COMPANY)]);
      const servers = twoZones((zone, i) => {
        const subnet = addSubnet(draft, vpc, { name: `app-${zone}`, third: 11 + i, zone, tableId });
        return addServer(draft, subnet, { name: service(), groupIds: [group], host: host() });
      });
      const attached = twoZones((zone, i) =>
        addSubnet(draft, vpc, { name: `attachment-${zone}`, third: 101 + i, zone, tableId: attachmentTable }),
      );
      const id = attachVpc(
        draft,
        transit,
        vpc,
        attached.map((subnet) => [subnet, host()] as const),
      );
      addFlowLog(draft, vpc, startsAt, numbers);
      return { vpc, id, servers, group };
    });
    addFlowLog(draft, hub, startsAt, numbers);
    const [one, other] = spokes;
    if (one && other) {
      admit(draft, one.group, tcpFrom(9443, other.group));
      admit(draft, other.group, tcpFrom(9443, one.group));
    }
    addTransitGatewayRouteTable(draft, transit, {
      name: 'spokes',
      associated: spokes,
      propagated: spokes,
      staticRoutes: [[ANYWHERE, hubAttachment]],
    });
    addTransitGatewayRouteTable(draft, transit, {
      name: 'egress',
      associated: [hubAttachment],
      propagated: spokes,
    });
    const [near = [], far = []] = spokes.map(({ servers }) => servers);
    const across = near.flatMap((from) => far.map((to) => tcp(from.name, 8443, to.name, to.address)));
    const replicas = near
      .slice(0, 1)
      .map((from) => far.slice(0, 1).map((to) => tcp(from.name, 9443, to.name, to.address)));
    const updates = [...near, ...far].map((server) =>
      tcp(server.name, 443, 'package-mirror', mirror.address),
    );
    const back = far
      .slice(0, 1)
      .flatMap((from) => near.slice(1).map((to) => tcp(from.name, 8443, to.name, to.address)));
    return {
      blueprint: 'hub-and-spoke',
      startsAt,
      world: {
        Snapshot: draft.snapshot(),
        Seed: numbers.hex(8),
        Hosts: [
          ...near.map((server) => listening(server, 8443, 9443)),
          ...far.map((server) => listening(server, 8443, 9443)),
          mirror.host,
        ],
      },
      intents: [...across, ...updates, ...back, ...replicas.flat()],
      forbidden: near
        .slice(0, 1)
        .flatMap((from) => far.slice(0, 1).map((to) => tcp(from.name, 22, to.name, to.address))),
      background: [...across.slice(1), ...back].flatMap((intent) =>
        regularly(numbers, startsAt, intent, [30, 90]),
      ),
    };
  },
};
