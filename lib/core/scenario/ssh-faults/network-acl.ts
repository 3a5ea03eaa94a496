/** Faults of network ACLs: the request is stopped at the subnet's border, or the answer is. */

import type { World } from '../../simulate/world';
import { admitInNetworkAcl } from '../admit';
import { type AclEntryRow, aclEntry } from '../blueprints/filter-rows';
import { drawSshPorts } from '../blueprints/target-rules';
import type { Design } from '../design';
import { edit } from '../edit';
import type { Fault } from '../ssh-fault';

/** F039: no entry lets the request in. */
export const naclInMissing: Fault = {
  id: 'nacl-in-missing',
  layer: 'network-acl',
  applies: () => true,
  inject: (design) =>
    editEntries(design, (entries) => entries.filter((entry) => !servesIntent(design, entry, false))),
  repair: (world, { parts }) => admitInNetworkAcl(world, parts),
};

/** F043: an entry allows the request, and a lower-numbered one denies it first. */
export const naclOrder: Fault = {
  id: 'nacl-order',
  layer: 'network-acl',
  applies: () => true,
  inject(design, random) {
    const { clientRange, intentEntries } = design.parts;
    return editEntries(design, (entries) => {
      const taken = new Set(entries.filter(({ Egress }) => !Egress).map(({ RuleNumber }) => RuleNumber));
      const before = Array.from({ length: 40 }, (_, i) => intentEntries.inbound - 1 - i);
      const number = random.pick(before.filter((one) => one > 0 && !taken.has(one)));
      return [...entries, aclEntry(number, false, widened(clientRange), drawSshPorts(random), 'deny')];
    });
  },
  repair: (world, { parts }) => admitInNetworkAcl(world, parts),
};

/** F040: the request comes in, and no entry lets the answer out: ephemeral ports are forgotten, or point elsewhere. */
export const naclOutReply: Fault = {
  id: 'nacl-out-reply',
  layer: 'network-acl',
  applies: () => true,
  inject(design, random) {
    const onlyService = random.chance();
    return editEntries(design, (entries) =>
      entries.flatMap((entry) => {
        if (!servesIntent(design, entry, true)) return [entry];
        return onlyService ? [{ ...entry, PortRange: { From: 22, To: 22 } }] : [];
      }),
    );
  },
  repair: (world, { parts }) => admitInNetworkAcl(world, parts),
};

function servesIntent({ parts }: Design, { RuleNumber, Egress }: AclEntryRow, egress: boolean): boolean {
  const { inbound, outbound } = parts.intentEntries;
  return Egress === egress && RuleNumber === (egress ? outbound : inbound);
}

function editEntries(
  { world, parts }: Design,
  change: (entries: readonly AclEntryRow[]) => readonly AclEntryRow[],
): World {
  return edit(world, 'NetworkAcls', (acl) =>
    acl.NetworkAclId === parts.targetNetworkAclId ? { ...acl, Entries: [...change(acl.Entries ?? [])] } : acl,
  );
}

/** The /16 around a block: what somebody denies who means to keep a whole network out. */
function widened(cidr: string): string {
  const [first, second] = cidr.split('.');
  return `${first}.${second}.0.0/16`;
}
