/** Faults of network ACLs: the request is stopped at a subnet's border, or the answer is. */
import { formatCidr } from '../../net/cidr';
import { aclEntry, type EntryRow } from '../draft/network-acl';
import { NETWORK_LOGS, TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { Fault } from '../fault';
import { ends, met } from '../intent-path';
import { lookalikesOf } from '../lookalike';
import { atLists } from './at-lists';

const TASKS = [VPC_FAULTS, NETWORK_LOGS, TROUBLESHOOTING];

const without = (egress: boolean) => (entries: readonly EntryRow[], deciding: number) =>
  entries.filter(({ Egress, RuleNumber }) => Egress !== egress || RuleNumber !== deciding);

/** F039 */
export const naclInMissing: Fault = {
  id: 'nacl-in-missing',
  layer: 'network-acl',
  symptom: 'timeout',
  tasks: TASKS,
  says: "No entry of the server's network ACL lets the request into the subnet.",
  sites: (path) => atLists(path, { leg: 'forward', direction: 'ingress' }, without(false)),
};

/** F040 */
export const naclOutReply: Fault = {
  id: 'nacl-out-reply',
  layer: 'network-acl',
  symptom: 'timeout',
  tasks: TASKS,
  says: "No entry of the server's network ACL lets the answer out: ephemeral ports are missing.",
  sites: (path) =>
    atLists(path, { leg: 'return', direction: 'egress' }, (entries, deciding, random) => {
      const servicePort = { From: path.intent.port, To: path.intent.port };
      const forgotten = random.chance();
      return entries.flatMap((entry) => {
        if (!entry.Egress || entry.RuleNumber !== deciding) return [entry];
        return forgotten ? [] : [{ ...entry, PortRange: servicePort }];
      });
    }),
};

/** F041 */
export const naclInReply: Fault = {
  id: 'nacl-in-reply',
  layer: 'network-acl',
  symptom: 'timeout',
  tasks: TASKS,
  says: "The client's network ACL does not let the answer into the client's subnet.",
  sites: (path) => atLists(path, { leg: 'return', direction: 'ingress' }, without(false)),
};

/** F042 */
export const naclOutRequest: Fault = {
  id: 'nacl-out-request',
  layer: 'network-acl',
  symptom: 'timeout',
  tasks: TASKS,
  says: "The client's network ACL does not let the request out of the client's subnet.",
  sites: (path) =>
    met(path, 'forward', 'vpc-endpoint').length > 0
      ? []
      : atLists(path, { leg: 'forward', direction: 'egress' }, without(true)),
};

/** F043 */
export const naclOrder: Fault = {
  id: 'nacl-order',
  layer: 'network-acl',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'An entry allows the request, and one with a lower number denies it first.',
  sites: (path) =>
    atLists(path, { leg: 'forward', direction: 'ingress' }, (entries, deciding, random) => {
      const allow = entries.find(({ Egress, RuleNumber }) => !Egress && RuleNumber === deciding);
      const block = allow?.CidrBlock ?? allow?.Ipv6CidrBlock;
      const taken = new Set(entries.filter(({ Egress }) => !Egress).map(({ RuleNumber }) => RuleNumber));
      const free = Array.from({ length: 40 }, (_, i) => deciding - 1 - i).filter(
        // The repair stands in front of the denial: request and answer need a number each.
        (number) => number > 2 && !taken.has(number),
      );
      if (block === undefined || free.length === 0) return undefined;
      const { port } = path.intent;
      const ports = [port, random.pick([port, port + 1])] as const;
      return [...entries, aclEntry(random.pick(free), false, widened(block), ports, 'deny')];
    }),
};

/** The /16 around a block: what somebody denies who means to keep a whole network out. */
function widened(block: string): string {
  const [first, second] = block.split('.');
  return block.includes(':') || Number(block.split('/')[1]) < 16 ? block : `${first}.${second}.0.0/16`;
}

/** F045 */
export const naclCidrNotCovered: Fault = {
  id: 'nacl-cidr-not-covered',
  layer: 'network-acl',
  symptom: 'timeout',
  tasks: TASKS,
  says: "The network ACL lists the subnets of the tier, and the client's came later.",
  sites(path) {
    const { client } = ends(path);
    const [own] = client?.subnet.cidrs ?? [];
    if (!client || !own || path.intent.to.includes(':')) return [];
    const listed = [...path.world.network.subnets.values()]
      .filter(({ id, vpc }) => vpc.id === client.subnet.vpc.id && id !== client.subnet.id)
      .flatMap(({ cidrs: [block] }) => (block ? [formatCidr(block)] : []));
    const blocks = listed.length > 0 ? listed : lookalikesOf(formatCidr(own)).slice(0, 2);
    return atLists(path, { leg: 'forward', direction: 'ingress' }, (entries, deciding) =>
      entries.flatMap((entry) =>
        !entry.Egress && entry.RuleNumber === deciding
          ? blocks.map((CidrBlock, i) => ({ ...entry, RuleNumber: deciding + i, CidrBlock }))
          : [entry],
      ),
    );
  },
};

/** F047 */
export const naclPrefixList: Fault = {
  id: 'nacl-prefix-list',
  layer: 'network-acl',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The network ACL thinks of the VPC alone, and stops the public ranges behind a gateway endpoint.',
  sites: (path) =>
    met(path, 'forward', 'vpc-endpoint').length > 0
      ? atLists(path, { leg: 'forward', direction: 'egress' }, without(true))
      : [],
};

export const NETWORK_ACL_FAULTS: readonly Fault[] = [
  naclInMissing,
  naclOutReply,
  naclInReply,
  naclOutRequest,
  naclOrder,
  naclCidrNotCovered,
  naclPrefixList,
];
