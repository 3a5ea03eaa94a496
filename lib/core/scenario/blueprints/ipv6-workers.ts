/** Workers that fetch what they need by IPv6: an egress-only gateway is the VPC's only way out, and no way in. */
import type { Blueprint } from '../blueprint';
import { Draft } from '../draft/draft';
import { addFlowLog } from '../draft/flow-log';
import { addEgressOnlyGateway } from '../draft/gateway';
import { addRoute, addRouteTable } from '../draft/route-table';
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

const EVERYBODY = '::/0';

export const ipv6Workers: Blueprint = {
  id: 'ipv6-workers',
  says: 'workers behind an egress-only internet gateway',
  draw(random, startsAt) {
    const draft = new Draft(random);
    const numbers = random.fork('numbers');
    const names = random.fork('names');
    const [host, service] = [hostNumbers(numbers), serviceNames(names)];
    const ipv6 = `2001:db8:${numbers.integer(0x100, 0xffff).toString(16)}:${numbers.integer(1, 0xfe).toString(16)}00::/56`;
    const vpc = addVpc(draft, names.pick(VPC_NAMES), vpcBlocks(numbers)(), ipv6);
    const tableId = addRouteTable(draft, vpc, 'workers');
    addRoute(draft, tableId, EVERYBODY, { EgressOnlyInternetGatewayId: addEgressOnlyGateway(draft, vpc) });
    // Nobody gets in, so nobody thought twice about the agents' port.
    const group = addSecurityGroup(draft, vpc, 'workers', [
      tcpFrom(8443, vpc.cidr),
      tcpFrom(9100, EVERYBODY),
    ]);
    const workers = twoZones((zone, i) => {
      const subnet = addSubnet(draft, vpc, { name: `work-${zone}`, third: 11 + i, zone, tableId });
      return addServer(draft, subnet, { name: service(), groupIds: [group], host: host() });
    });
    addFlowLog(draft, vpc, startsAt, numbers);
    const [first, second] = workers;
    const mirror = { Name: 'package-mirror-v6', IpAddress: '2001:db8:cafe::80' };
    const prober = { Name: 'prober-v6', IpAddress: '2001:db8:beef::7' };
    const updates = workers.map((worker) => tcp(worker.name, 443, mirror.Name, mirror.IpAddress));
    const calls = [
      tcp(first.name, 8443, second.name, second.address),
      tcp(second.name, 8443, first.name, first.address),
    ];
    return {
      blueprint: 'ipv6-workers',
      startsAt,
      world: {
        Snapshot: draft.snapshot(),
        Seed: numbers.hex(8),
        Hosts: [...workers.map((worker) => listening(worker, 8443, 9100)), mirror, prober],
      },
      intents: [...updates, ...calls],
      forbidden: workers.map((worker) => tcp(prober.Name, 9100, worker.name, worker.ipv6 ?? '')),
      background: [...updates.slice(1), ...calls].flatMap((intent) =>
        regularly(numbers, startsAt, intent, [40, 110]),
      ),
    };
  },
};
