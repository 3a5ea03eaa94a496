/** Places in network ACLs: the lists that an intent's packets meet, and what lets them pass both ways. */
import { formatAddress } from '../../net/address';
import type { Packet } from '../../net/packet';
import { evaluateNetworkAcl } from '../../rules/network-acl';
import type { Change, World } from '../../simulate/world';
import { parseNetworkAcl } from '../../vpc/network-acl';
import { Report } from '../../vpc/report';
import type { Row } from '../draft/draft';
import type { EntryRow } from '../draft/network-acl';
import { edit } from '../edit';
import type { Site } from '../fault';
import { type IntentPath, type Leg, met } from '../intent-path';
import { type Random, randomFrom } from '../random';
import { admitInAcl, seenBy } from './repair';

export interface Border {
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
export function atLists(path: IntentPath, { leg, direction }: Border, broken: Break): readonly Site[] {
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
