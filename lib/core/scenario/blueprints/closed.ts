/** A closed VPC: no way to the internet at all, and endpoints for the services it needs. */
import type { Blueprint } from '../blueprint';
import { Draft, OWNER_ID } from '../draft/draft';
import { addFlowLog } from '../draft/flow-log';
import { aclEntry, addNetworkAcl, associateNetworkAcl, EPHEMERAL } from '../draft/network-acl';
import { addRouteTable } from '../draft/route-table';
import { addSecurityGroup, permission, tcpFrom } from '../draft/security-group';
import { addServer } from '../draft/server';
import { addSubnet, addVpc } from '../draft/vpc';
import {
  addGatewayEndpoint,
  addInterfaceEndpoint,
  addServiceList,
  endpointPolicy,
} from '../draft/vpc-endpoint';
import {
  hostNumbers,
  listening,
  regularly,
  serviceNames,
  tcp,
  twoZones,
  VPC_NAMES,
  vpcBlocks,
} from './palette';

/** RFC 5737, TEST-NET-1, in the place of the ranges that AWS publishes for S3. */
const S3 = '192.0.2.0/25';

export const closed: Blueprint = {
  id: 'closed',
  says: 'a closed VPC with endpoints',
  draw(random, startsAt) {
    const draft = new Draft(random);
    const numbers = random.fork('numbers');
    const names = random.fork('names');
    const [host, service] = [hostNumbers(numbers), serviceNames(names)];
    const vpc = addVpc(draft, names.pick(VPC_NAMES), vpcBlocks(numbers)());
    const list = addServiceList(draft, 's3', [S3]);
    const tableId = addRouteTable(draft, vpc, 'app');
    const endpointTable = addRouteTable(draft, vpc, 'endpoints');
    const role = `arn:aws:iam::${OWNER_ID}:role/${names.pick(['app', 'worker', 'service'])}`;
    const store = `arn:aws:s3:::${vpc.name}-${names.pick(['reports', 'uploads', 'archive'])}`;
    addGatewayEndpoint(draft, vpc, 's3', list, [tableId], endpointPolicy([role], [store, `${store}/*`]));
    const acl = addNetworkAcl(draft, vpc, 'app', [
      aclEntry(100, false, vpc.cidr, [8443, 8443]),
      aclEntry(110, false, vpc.cidr, EPHEMERAL),
      aclEntry(120, false, S3, EPHEMERAL),
      aclEntry(100, true, vpc.cidr, [443, 443]),
      aclEntry(110, true, vpc.cidr, [8443, 8443]),
      aclEntry(120, true, vpc.cidr, EPHEMERAL),
      aclEntry(130, true, S3, [443, 443]),
    ]);
    const endpointGroup = addSecurityGroup(draft, vpc, 'endpoints', [tcpFrom(443, vpc.cidr)]);
    const group = addSecurityGroup(
      draft,
      vpc,
      'app',
      [tcpFrom(8443, vpc.cidr)],
      [
        permission('tcp', 443, list),
        permission('tcp', 443, endpointGroup),
        permission('tcp', 8443, vpc.cidr),
      ],
    );
    const endpointSubnets = twoZones((zone, i) =>
      addSubnet(draft, vpc, { name: `endpoints-${zone}`, third: 21 + i, zone, tableId: endpointTable }),
    );
    const places = endpointSubnets.map((subnet) => [subnet, host()] as const);
    const { interfaces } = addInterfaceEndpoint(draft, places, 'sqs', [endpointGroup]);
    const servers = twoZones((zone, i) => {
      const subnet = addSubnet(draft, vpc, { name: `app-${zone}`, third: 11 + i, zone, tableId });
      associateNetworkAcl(draft, acl, [subnet.id]);
      return addServer(draft, subnet, { name: service(), groupIds: [group], host: host() });
    });
    addFlowLog(draft, vpc, startsAt, numbers);
    const [first, second] = servers;
    const bucket = `192.0.2.${numbers.integer(10, 120)}`;
    const call = { Action: 's3:GetObject', Resource: `${store}/today.csv`, Principal: role };
    const storage = servers.map((server) => ({ ...tcp(server.name, 443, 's3', bucket), call }));
    const queues = servers.map((server, i) =>
      tcp(server.name, 443, 'sqs', interfaces[i]?.PrivateIpAddress ?? ''),
    );
    const own = tcp(first.name, 8443, second.name, second.address);
    return {
      blueprint: 'closed',
      startsAt,
      world: {
        Snapshot: draft.snapshot(),
        Seed: numbers.hex(8),
        Hosts: servers.map((server) => listening(server, 8443)),
      },
      intents: [...storage, ...queues, own],
      forbidden: [
        tcp(first.name, 443, 'the internet', '203.0.113.80'),
        tcp(first.name, 22, second.name, second.address),
      ],
      background: [...storage.slice(1), ...queues.slice(1), own].flatMap((intent) =>
        regularly(numbers, startsAt, intent, [30, 90]),
      ),
    };
  },
};
