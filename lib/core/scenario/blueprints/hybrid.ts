/** A VPC joined to a company's own data centre by VPN: each side has what the other needs. */
import type { Blueprint } from '../blueprint';
import { Draft } from '../draft/draft';
import { addFlowLog } from '../draft/flow-log';
import { addVpn } from '../draft/gateway';
import { aclEntry, addNetworkAcl, associateNetworkAcl, EPHEMERAL } from '../draft/network-acl';
import { addRouteTable, propagate } from '../draft/route-table';
import { addSecurityGroup, tcpFrom } from '../draft/security-group';
import { addServer } from '../draft/server';
import { addSubnet, addVpc } from '../draft/vpc';
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

export const hybrid: Blueprint = {
  id: 'hybrid',
  says: 'a VPC and a data centre joined by VPN',
  draw(random, startsAt) {
    const draft = new Draft(random);
    const numbers = random.fork('numbers');
    const names = random.fork('names');
    const [host, service] = [hostNumbers(numbers), serviceNames(names)];
    const vpc = addVpc(draft, names.pick(VPC_NAMES), vpcBlocks(numbers)());
    const company = numbers.pick(['192.168', `10.${numbers.integer(150, 250)}`]);
    const everything = `${company}.0.0/16`;
    const [offices, machines] = [numbers.integer(10, 60), numbers.integer(70, 120)].map(
      (third) => `${company}.${third}.0/24`,
    ) as [string, string];
    const premises = names.pick(['data-centre', 'head-office', 'plant']);
    const vpn = addVpn(draft, vpc, premises, [offices, machines], `203.0.113.${numbers.integer(20, 200)}`);
    const tableId = addRouteTable(draft, vpc, 'app');
    propagate(draft, tableId, vpn.vpnGatewayId, [offices, machines]);
    const acl = addNetworkAcl(draft, vpc, 'app', [
      aclEntry(100, false, everything, [8443, 8443]),
      aclEntry(110, false, offices, [22, 22]),
      aclEntry(120, false, vpc.cidr, [8443, 8443]),
      aclEntry(130, false, everything, EPHEMERAL),
      aclEntry(140, false, vpc.cidr, EPHEMERAL),
      aclEntry(100, true, everything, EPHEMERAL),
      aclEntry(110, true, machines, [1521, 1521]),
      aclEntry(120, true, vpc.cidr, [8443, 8443]),
      aclEntry(130, true, vpc.cidr, EPHEMERAL),
    ]);
    const group = addSecurityGroup(draft, vpc, 'app', [
      tcpFrom(8443, everything),
      tcpFrom(8443, vpc.cidr),
      tcpFrom(22, offices),
    ]);
    const servers = twoZones((zone, i) => {
      const subnet = addSubnet(draft, vpc, { name: `app-${zone}`, third: 11 + i, zone, tableId });
      associateNetworkAcl(draft, acl, [subnet.id]);
      return addServer(draft, subnet, { name: service(), groupIds: [group], host: host() });
    });
    addFlowLog(draft, vpc, startsAt, numbers);
    const inside = (block: string): string => block.replace(/0\/24$/, String(numbers.integer(10, 200)));
    const [desk, erp] = [inside(offices), inside(machines)];
    const onPremises = (Name: string, IpAddress: string, ports: readonly number[]) => ({
      Name,
      IpAddress,
      Behind: premises,
      Listeners: ports.map((Port) => ({ Protocol: 'tcp', Port })),
    });
    const [first, second] = servers;
    const calls = servers.map((server) => tcp('desk', 8443, server.name, server.address));
    const queries = servers.map((server) => tcp(server.name, 1521, 'erp', erp));
    const own = tcp(first.name, 8443, second.name, second.address);
    return {
      blueprint: 'hybrid',
      startsAt,
      world: {
        Snapshot: draft.snapshot(),
        Seed: numbers.hex(8),
        Premises: [vpn.premises],
        Hosts: [
          ...servers.map((server) => listening(server, 22, 8443)),
          onPremises('desk', desk, []),
          onPremises('erp', erp, [1521]),
        ],
      },
      intents: [...calls, ...queries, tcp('desk', 22, first.name, first.address), own],
      forbidden: [tcp('erp', 22, first.name, first.address)],
      background: [...calls.slice(1), ...queries.slice(1), own].flatMap((intent) =>
        regularly(numbers, startsAt, intent, [30, 90]),
      ),
    };
  },
};
