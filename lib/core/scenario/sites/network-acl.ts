/** Faults of network ACLs: the request is stopped at a subnet's border, or the answer is. */
import { formatAddress } from '../../net/address';
import type { Packet } from '../../net/packet';
import { evaluateNetworkAcl } from '../../rules/network-acl';
import type { Change, World } from '../../simulate/world';
import { parseNetworkAcl } from '../../vpc/network-acl';
import { Report } from '../../vpc/report';
import type { Row } from '../draft/draft';
import { aclEntry, type EntryRow } from '../draft/network-acl';
import { edit } from '../edit';
import { type IntentPath, type Leg, met } from '../intent-path';
import { type Random, randomFrom } from '../random';
import { admitInAcl, seenBy } from './repair';
import type { PathFault, Site } from './site';

interface Border {
  readonly leg: Leg;
  readonly direction: 'ingress' | 'egress';
}

type AclRow = Row<'NetworkAcls'>;
type Break = (
  entries: readonly EntryRow[],
  deciding: number,
  random: Random,
) => readonly EntryRow[] | undefined;

/** One site for each list on the path, on one leg and in one direction, in which the packet then finds no way any more. */
function atLists(path: IntentPath, { leg, direction }: Border, broken: Break): readonly Site[] {
  return met(path, leg, 'network-acl')
    .filter(({ step }) => step.direction === direction && step.by.ruleNumber < 32767)
    .flatMap(({ component: aclId, step }): readonly Site[] => {
      const acl = path.design.world.Snapshot.NetworkAcls?.find((row) => row.NetworkAclId === aclId);
      // A list that lets everything pass is AWS's own: somebody who breaks it writes another one.
      if (!acl || acl.IsDefault) return [];
      const edited = (random: Random): AclRow | undefined => {
        const Entries = broken(acl.Entries ?? [], step.by.ruleNumber, random);
        return Entries && { ...acl, Entries: [...Entries] };
      };
      const tried = edited(randomFrom(aclId));
      if (!tried || lets(tried, direction, step.packet)) return [];
      return [
        {
          at: aclId,
          inject: (random) =>
            edit(path.design.world, 'NetworkAcls', (row) => (row === acl ? (edited(random) ?? row) : row)),
          repair: (world) => admitBothWays(path, world, aclId),
        },
      ];
    });
}

/** Another entry of the list may let the packet pass as well. */
function lets(acl: AclRow, direction: 'ingress' | 'egress', packet: Packet): boolean {
  return evaluateNetworkAcl(parseNetworkAcl(acl, 0, new Report()), direction, packet).allowed;
}

/** Exactly the intent, wherever this list meets it: request and answer. */
export function admitBothWays(path: IntentPath, world: World, aclId: string): readonly Change[] {
  const wanted = (['forward', 'return'] as const).flatMap((leg) =>
    met(path, leg, 'network-acl')
      .filter(({ component }) => component === aclId)
      .map(({ step }) => {
        const peer = step.direction === 'ingress' ? step.packet.source : step.packet.destination;
        return { leg, egress: step.direction === 'egress', seen: seenBy(path, formatAddress(peer)) };
      }),
  );
  return admitInAcl(world, aclId, wanted);
}

const without = (egress: boolean) => (entries: readonly EntryRow[], deciding: number) =>
  entries.filter(({ Egress, RuleNumber }) => Egress !== egress || RuleNumber !== deciding);

/** F039: no entry lets the request in. */
export const naclInMissing: PathFault = {
  id: 'nacl-in-missing',
  layer: 'network-acl',
  sites: (path) => atLists(path, { leg: 'forward', direction: 'ingress' }, without(false)),
};

/** F040: no entry lets the answer out. */
export const naclOutReply: PathFault = {
  id: 'nacl-out-reply',
  layer: 'network-acl',
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

/** F041: the client's subnet does not let the answer in. */
export const naclInReply: PathFault = {
  id: 'nacl-in-reply',
  layer: 'network-acl',
  sites: (path) => atLists(path, { leg: 'return', direction: 'ingress' }, without(false)),
};

/** F042: the client's subnet does not let the request out. */
export const naclOutRequest: PathFault = {
  id: 'nacl-out-request',
  layer: 'network-acl',
  sites: (path) => atLists(path, { leg: 'forward', direction: 'egress' }, without(true)),
};

/** F043: an entry allows the request, and a lower-numbered one denies it first. */
export const naclOrder: PathFault = {
  id: 'nacl-order',
  layer: 'network-acl',
  sites: (path) =>
    atLists(path, { leg: 'forward', direction: 'ingress' }, (entries, deciding, random) => {
      const allow = entries.find(({ Egress, RuleNumber }) => !Egress && RuleNumber === deciding);
      const block = allow?.CidrBlock ?? allow?.Ipv6CidrBlock;
      const taken = new Set(entries.filter(({ Egress }) => !Egress).map(({ RuleNumber }) => RuleNumber));
      const free = Array.from({ length: deciding - 1 }, (_, i) => i + 1).filter(
        // The repair stands in front of the denial: request and answer need a number each.
        (number) => number > 2 && !taken.has(number),
      );
      if (block === undefined || free.length === 0) return undefined;
      const { port } = path.intent;
      return [...entries, aclEntry(random.pick(free), false, block, [port, port], 'deny')];
    }),
};

/** F044: a new list of one's own, which denies everything until somebody writes the first entry. */
export const naclCustomDenyAll: PathFault = {
  id: 'nacl-custom-deny-all',
  layer: 'network-acl',
  sites: (path) =>
    atLists(path, { leg: 'forward', direction: 'ingress' }, (entries) =>
      entries.filter(({ RuleNumber }) => RuleNumber >= 32767),
    ),
};

/** F045: the list names the ranges that were there when it was written, and the client's came later. */
export const naclCidrNotCovered: PathFault = {
  id: 'nacl-cidr-not-covered',
  layer: 'network-acl',
  sites: (path) =>
    atLists(path, { leg: 'forward', direction: 'ingress' }, (entries, deciding) =>
      entries.map((entry) =>
        !entry.Egress && entry.RuleNumber === deciding ? { ...entry, CidrBlock: '10.250.0.0/20' } : entry,
      ),
    ),
};

/** F047: public ranges of a service are missing from a list that thinks of the VPC alone. */
export const naclPrefixList: PathFault = {
  id: 'nacl-prefix-list',
  layer: 'network-acl',
  sites(path) {
    const byEndpoint = met(path, 'forward', 'vpc-endpoint').length > 0;
    return byEndpoint ? atLists(path, { leg: 'forward', direction: 'egress' }, without(true)) : [];
  },
};

export const NETWORK_ACL_FAULTS: readonly PathFault[] = [
  naclInMissing,
  naclOutReply,
  naclInReply,
  naclOutRequest,
  naclOrder,
  naclCustomDenyAll,
  naclCidrNotCovered,
  naclPrefixList,
];
