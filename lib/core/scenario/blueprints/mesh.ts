/** Three VPCs, each peered with both others, each with a NAT gateway of its own: peering hands nothing on. */
import type { Blueprint } from '../blueprint';
import { Draft } from '../draft/draft';
import { addFlowLog } from '../draft/flow-log';
import { addInternetGateway, addNatGateway, addPeering } from '../draft/gateway';
import { ANYWHERE } from '../draft/network-acl';
import { addRoute, addRouteTable } from '../draft/route-table';
import { addSecurityGroup, tcpFrom } from '../draft/security-group';
import { addServer } from '../draft/server';
import { addSubnet, addVpc, type DraftVpc } from '../draft/vpc';
import {
  hostNumbers,
  listening,
  outsideHost,
  ownPublicAddresses,
  regularly,
  serviceNames,
  tcp,
  VPC_NAMES,
  vpcBlocks,
} from './palette';

export const mesh: Blueprint = {
  id: 'mesh',
  says: 'three VPCs, each peered with both others',
  draw(random, startsAt) {
    const draft = new Draft(random);
    const numbers = random.fork('numbers');
    const names = random.fork('names');
    const [host, block, elastic] = [hostNumbers(numbers), vpcBlocks(numbers), ownPublicAddresses(numbers)];
    const service = serviceNames(names);
    const mirror = outsideHost(numbers, 'package-mirror');
    const members = names
      .shuffle(VPC_NAMES)
      .slice(0, 3)
      .map((name) => {
        const vpc = addVpc(draft, name, block());
        const edgeTable = addRouteTable(draft, vpc, 'edge');
        const tableId = addRouteTable(draft, vpc, 'app');
        addRoute(draft, edgeTable, ANYWHERE, { GatewayId: addInternetGateway(draft, vpc) });
        const edge = addSubnet(draft, vpc, { name: 'edge-a', third: 1, zone: 'a', tableId: edgeTable });
        addRoute(draft, tableId, ANYWHERE, { NatGatewayId: addNatGateway(draft, edge, host(), elastic()) });
        const group = addSecurityGroup(draft, vpc, 'app', [tcpFrom(8443, '10.0.0.0/8')]);
        const subnet = addSubnet(draft, vpc, { name: 'app-a', third: 11, zone: 'a', tableId });
        const server = addServer(draft, subnet, { name: service(), groupIds: [group], host: host() });
        addFlowLog(draft, vpc, startsAt, numbers);
        return { vpc, tableId, server };
      });
    const pairs = members.flatMap((one, i) => members.slice(i + 1).map((other) => [one, other] as const));
    for (const [one, other] of pairs) {
      const peering = { VpcPeeringConnectionId: addPeering(draft, one.vpc, other.vpc) };
      addRoute(draft, one.tableId, other.vpc.cidr, peering);
      addRoute(draft, other.tableId, one.vpc.cidr, peering);
    }
    const calls = pairs.flatMap(([{ server: one }, { server: other }]) => [
      tcp(one.name, 8443, other.name, other.address),
      tcp(other.name, 8443, one.name, one.address),
    ]);
    const updates = members.map(({ server }) => tcp(server.name, 443, 'package-mirror', mirror.address));
    return {
      blueprint: 'mesh',
      startsAt,
      world: {
        Snapshot: draft.snapshot(),
        Seed: numbers.hex(8),
        Hosts: [...members.map(({ server }) => listening(server, 8443)), mirror.host],
      },
      intents: [...calls, ...updates],
      forbidden: pairs.slice(0, 1).map(([one, other]) => forbiddenLogin(one, other)),
      background: [...calls.slice(1, 4), ...updates.slice(1)].flatMap((intent) =>
        regularly(numbers, startsAt, intent, [40, 110]),
      ),
    };
  },
};

interface Member {
  readonly vpc: DraftVpc;
  readonly server: Parameters<typeof listening>[0];
}

function forbiddenLogin({ server: from }: Member, { server: to }: Member) {
  return tcp(from.name, 22, to.name, to.address);
}
