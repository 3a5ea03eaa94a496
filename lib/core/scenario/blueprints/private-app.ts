/** A private application: no public addresses, and a NAT gateway in each zone for what it fetches itself. */
import type { Blueprint } from '../blueprint';
import { Draft } from '../draft/draft';
import { addFlowLog } from '../draft/flow-log';
import { addInternetGateway, addNatGateway } from '../draft/gateway';
import { ANYWHERE, aclEntry, addNetworkAcl, associateNetworkAcl, EPHEMERAL } from '../draft/network-acl';
import { addRoute, addRouteTable } from '../draft/route-table';
import { addSecurityGroup, tcpFrom } from '../draft/security-group';
import { addFunction, addServer, type DraftServer } from '../draft/server';
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

export const privateApp: Blueprint = {
  id: 'private-app',
  says: 'a private application behind NAT gateways',
  draw(random, startsAt) {
    const draft = new Draft(random);
    const numbers = random.fork('numbers');
    const [host, elastic] = [hostNumbers(numbers), ownPublicAddresses(numbers)];
    const name = serviceNames(random.fork('services'));
    const mirror = outsideHost(numbers, 'package-mirror');
    const vpc = addVpc(draft, random.fork('names').pick(VPC_NAMES), vpcBlocks(numbers)());
    const publicTable = addRouteTable(draft, vpc, 'public');
    addRoute(draft, publicTable, ANYWHERE, { GatewayId: addInternetGateway(draft, vpc) });
    const acl = addNetworkAcl(draft, vpc, 'app', [
      aclEntry(100, false, vpc.cidr, [8443, 8443]),
      aclEntry(200, false, ANYWHERE, EPHEMERAL),
      aclEntry(100, true, vpc.cidr, EPHEMERAL),
      aclEntry(110, true, vpc.cidr, [8443, 8443]),
      aclEntry(200, true, ANYWHERE, [443, 443]),
    ]);
    const group = addSecurityGroup(draft, vpc, 'app', [tcpFrom(8443, vpc.cidr)]);
    const gateways: string[] = [];
    const [inA, inB] = twoZones((zone, i): readonly [DraftServer, DraftServer] => {
      const edge = addSubnet(draft, vpc, { name: `edge-${zone}`, third: 1 + i, zone, tableId: publicTable });
      const tableId = addRouteTable(draft, vpc, `app-${zone}`);
      const NatGatewayId = addNatGateway(draft, edge, host(), elastic());
      gateways.push(NatGatewayId);
      addRoute(draft, tableId, ANYWHERE, { NatGatewayId });
      const subnet = addSubnet(draft, vpc, { name: `app-${zone}`, third: 11 + i, zone, tableId });
      associateNetworkAcl(draft, acl, [subnet.id]);
      const server = () => addServer(draft, subnet, { name: name(), groupIds: [group], host: host() });
      return [server(), server()];
    });
    const functionTable = addRouteTable(draft, vpc, 'functions');
    addRoute(draft, functionTable, ANYWHERE, { NatGatewayId: gateways[0] ?? '' });
    const functionGroup = addSecurityGroup(draft, vpc, 'functions', []);
    const functions = addSubnet(draft, vpc, {
      name: 'functions-a',
      third: 31,
      zone: 'a',
      tableId: functionTable,
    });
    const worker = addFunction(draft, functions, 'thumbnails', host(), [functionGroup]);
    addFlowLog(draft, vpc, startsAt, numbers);
    const servers = [...inA, ...inB];
    const updates = servers.map((server) => tcp(server.name, 443, 'package-mirror', mirror.address));
    const call = (from: DraftServer, to: DraftServer) => tcp(from.name, 8443, to.name, to.address);
    const calls = [
      call(inA[0], inB[0]),
      call(inB[0], inA[1]),
      call(inB[1], inA[0]),
      call(inA[0], inA[1]),
      tcp('thumbnails', 443, 'package-mirror', mirror.address),
    ];
    const metadata = tcp(inA[0].name, 80, 'metadata', '169.254.169.254');
    return {
      blueprint: 'private-app',
      startsAt,
      world: {
        Snapshot: draft.snapshot(),
        Seed: numbers.hex(8),
        Hosts: [
          ...servers.map((server) => listening(server, 8443)),
          { Name: 'thumbnails', NetworkInterfaceIds: [worker], Listeners: [] },
          mirror.host,
        ],
      },
      intents: [...updates, ...calls, metadata],
      forbidden: [tcp(inA[0].name, 22, inB[0].name, inB[0].address)],
      background: [
        ...calls.flatMap((intent) => regularly(numbers, startsAt, intent, [25, 80])),
        ...updates.slice(1).flatMap((intent) => regularly(numbers, startsAt, intent, [150, 300])),
      ],
    };
  },
};
