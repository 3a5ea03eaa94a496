/** A bastion: the only way in for administrators, to instances that nobody else may reach by SSH. */
import type { Blueprint } from '../blueprint';
import { Draft } from '../draft/draft';
import { addFlowLog } from '../draft/flow-log';
import { addInternetGateway } from '../draft/gateway';
import { ANYWHERE, aclEntry, addNetworkAcl, associateNetworkAcl, EPHEMERAL } from '../draft/network-acl';
import { addRoute, addRouteTable } from '../draft/route-table';
import { addSecurityGroup, tcpFrom } from '../draft/security-group';
import { addSecondInterface, addServer } from '../draft/server';
import { addSubnet, addVpc } from '../draft/vpc';
import {
  batchName,
  drawOffice,
  hostNumbers,
  listening,
  ownPublicAddresses,
  regularly,
  serviceNames,
  tcp,
  twoZones,
  VPC_NAMES,
  vpcBlocks,
} from './palette';

export const bastion: Blueprint = {
  id: 'bastion',
  says: 'a bastion before private instances',
  draw(random, startsAt) {
    const draft = new Draft(random);
    const numbers = random.fork('numbers');
    const [host, elastic] = [hostNumbers(numbers), ownPublicAddresses(numbers)];
    const names = random.fork('names');
    const service = serviceNames(names);
    const office = drawOffice(numbers);
    const vpc = addVpc(draft, names.pick(VPC_NAMES), vpcBlocks(numbers)());
    const publicTable = addRouteTable(draft, vpc, 'public');
    const privateTable = addRouteTable(draft, vpc, 'private');
    addRoute(draft, publicTable, ANYWHERE, { GatewayId: addInternetGateway(draft, vpc) });
    const edge = addSubnet(draft, vpc, { name: 'edge-a', third: 1, zone: 'a', tableId: publicTable });
    const edgeAcl = addNetworkAcl(draft, vpc, 'edge', [
      aclEntry(100, false, office.range, [22, 22]),
      aclEntry(110, false, vpc.cidr, EPHEMERAL),
      aclEntry(100, true, office.range, EPHEMERAL),
      aclEntry(110, true, vpc.cidr, [22, 22]),
    ]);
    const privateAcl = addNetworkAcl(draft, vpc, 'private', [
      aclEntry(100, false, edge.cidr, [22, 22]),
      aclEntry(110, false, vpc.cidr, [8443, 8443]),
      aclEntry(120, false, vpc.cidr, EPHEMERAL),
      aclEntry(100, true, vpc.cidr, EPHEMERAL),
      aclEntry(110, true, vpc.cidr, [8443, 8443]),
    ]);
    associateNetworkAcl(draft, edgeAcl, [edge.id]);
    const gateGroup = addSecurityGroup(draft, vpc, 'bastion', [tcpFrom(22, office.range)]);
    const group = addSecurityGroup(draft, vpc, 'private', [tcpFrom(22, gateGroup), tcpFrom(8443, vpc.cidr)]);
    const gate = addServer(draft, edge, {
      name: 'bastion',
      groupIds: [gateGroup],
      host: host(),
      publicAddress: { address: elastic(), elastic: true },
    });
    const servers = twoZones((zone, i) => {
      const subnet = addSubnet(draft, vpc, {
        name: `app-${zone}`,
        third: 11 + i,
        zone,
        tableId: privateTable,
      });
      associateNetworkAcl(draft, privateAcl, [subnet.id]);
      const name = i === 0 ? batchName(names) : service();
      return addServer(draft, subnet, { name, groupIds: [group], host: host() });
    });
    addFlowLog(draft, vpc, startsAt, numbers);
    const [first, second] = servers;
    // Administrators come by an interface of its own, as somebody once wanted it.
    const management = addSubnet(draft, vpc, {
      name: 'manage-a',
      third: 31,
      zone: 'a',
      tableId: privateTable,
    });
    associateNetworkAcl(draft, privateAcl, [management.id]);
    const managed = addSecondInterface(draft, management, first, host(), [group]);
    const calls = [
      tcp(first.name, 8443, second.name, second.address),
      tcp(second.name, 8443, first.name, first.address),
    ];
    const administration = [
      tcp('office', 22, 'bastion', gate.publicAddress ?? ''),
      ...servers.map((server) => tcp('bastion', 22, server.name, server.address)),
      { ...tcp('bastion', 22, first.name, managed.address), id: `bastion-${first.name}-22-managed` },
    ];
    return {
      blueprint: 'bastion',
      startsAt,
      world: {
        Snapshot: draft.snapshot(),
        Seed: numbers.hex(8),
        Hosts: [
          listening(gate, 22),
          {
            ...listening(first, 22, 8443),
            NetworkInterfaceIds: [first.interfaceId, managed.interfaceId],
          },
          listening(second, 22, 8443),
          office.host,
        ],
      },
      intents: [...administration, ...calls],
      forbidden: [
        tcp(first.name, 22, second.name, second.address),
        tcp('office', 22, first.name, first.address),
      ],
      background: calls.flatMap((intent) => regularly(numbers, startsAt, intent, [30, 90])),
    };
  },
};
