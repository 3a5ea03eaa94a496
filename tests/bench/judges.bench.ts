/** Rates of the judges and of whole cases, beside plain loops over a general address library, in one run. */
import ipaddr from 'ipaddr.js';
import { formatAddress } from '@/lib/core/net/address';
import { formatCidr, parseCidr } from '@/lib/core/net/cidr';
import { ask } from '@/lib/core/quiz/kinds/which-layer';
import { layerVerdict } from '@/lib/core/quiz/verdict/which-layer';
import { evaluateNetworkAcl } from '@/lib/core/rules/network-acl';
import { evaluateRouteTable } from '@/lib/core/rules/route-table';
import { generate } from '@/lib/core/scenario/generate';
import type { RouteTable } from '@/lib/core/vpc/route-table';
import { acl } from '../support/filter';
import { layerView } from '../support/layer-view';
import { tcp } from '../support/packet';

const rows = Array.from({ length: 20 }, (_, i) => `${(i + 1) * 10} allow tcp 10.${i}.0.0/16 ${1000 + i}`);
const list = acl({ ingress: rows });
const packets = Array.from({ length: 64 }, (_, i) =>
  tcp(`10.${i % 24}.3.4:50000 > 10.0.0.4:${1000 + (i % 22)}`),
);
const naiveRows = list.ingress.map((entry) => ({
  ...entry,
  block: ipaddr.parseCIDR(formatCidr(entry.cidr)),
}));
const sources = packets.map(({ source }) => ipaddr.parse(formatAddress(source)));

const table: RouteTable = {
  id: 'rtb-1',
  vpcId: 'vpc-1',
  main: true,
  gatewayIds: [],
  routes: Array.from({ length: 50 }, (_, i) => ({
    destination: parseCidr(`10.${i}.0.0/16`) ?? { base: 0 as never, length: 0 },
    target: { kind: 'local' as const },
    state: 'active' as const,
    origin: 'CreateRoute' as const,
  })),
};
const blocks = table.routes.map(
  ({ destination }) => ipaddr.parseCIDR(formatCidr(destination)) as [ipaddr.IPv4, number],
);

const naiveAcl = (): void => {
  for (const [i, packet] of packets.entries()) {
    const source = sources[i];
    naiveRows.find(
      ({ block, protocol, ports }) =>
        (protocol === 'all' || protocol === packet.protocol) &&
        source?.kind() === block[0].kind() &&
        source.match(block as [ipaddr.IPv4, number]) &&
        (ports === 'all' || (ports.from <= packet.destinationPort && packet.destinationPort <= ports.to)),
    );
  }
};

const naiveRoutes = (): void => {
  for (const source of sources) {
    blocks.filter((block) => (source as ipaddr.IPv4).match(block)).sort((a, b) => b[1] - a[1]);
  }
};

const question = ask(generate('bench'));
let seed = 0;

/** Group -> contender -> what is measured; the first contender is the one that the others are compared with. */
export const groups: Readonly<Record<string, Readonly<Record<string, () => void>>>> = {
  'network ACL, 20 rules, 64 packets': {
    'plain loop over ipaddr.js': naiveAcl,
    ours: () => {
      for (const packet of packets) evaluateNetworkAcl(list, 'ingress', packet);
    },
  },
  'longest prefix, 50 routes, 64 packets': {
    'plain loop over ipaddr.js': naiveRoutes,
    ours: () => {
      for (const { source } of packets) evaluateRouteTable(table, source);
    },
  },
  'a case': {
    'generated, proven and shown': () => {
      layerView(ask(generate(`bench-${seed++}`)));
    },
    'graded by replay': () => {
      layerVerdict(question, 'upstream');
    },
  },
};
