/** What the network ACLs on a way let pass between two subnets, where it is the same for all of their addresses. */
import { type Cidr, containsCidr, overlaps } from '../../net/cidr';
import type { Packet } from '../../net/packet';
import { evaluateEntries } from '../../rules/network-acl';
import { likenessOf, SubjectSet } from '../../rules/subject';
import type { NetworkAclEntry } from '../../vpc/network-acl';
import type { NetworkAclStation } from './way';

/** `packet`: any one from block `from` to block `to`. */
export function openSubjects(
  stations: readonly NetworkAclStation[],
  from: Cidr,
  to: Cidr,
  packet: Packet,
): SubjectSet | undefined {
  const meant: NetworkAclEntry[] = [];
  for (const { networkAcl, direction } of stations) {
    const farEnds = direction === 'ingress' ? from : to;
    for (const entry of networkAcl[direction]) {
      if (containsCidr(entry.cidr, farEnds)) meant.push(entry);
      else if (overlaps(entry.cidr, farEnds)) return undefined;
    }
  }
  return new SubjectSet(meant, (subject) => {
    const like = { ...packet, ...likenessOf(subject) };
    return stations.every(({ entries, direction }) => evaluateEntries(entries, direction, like).allowed);
  });
}
