/** Network ACLs once more, naively: in order of number, the first entry that fits decides. */
import type { NetworkAclEntryRow, NetworkAclRow } from '@/lib/core/ec2/schema/network-acl';
import { holds } from './block';
import { fitsIcmp, fitsPorts, fitsProtocol, type NaivePacket } from './packet';

/** `undefined`: the `*` entry, whether the document prints it or not. */
export function naiveNetworkAcl(
  { Entries = [] }: NetworkAclRow,
  egress: boolean,
  packet: NaivePacket,
): NetworkAclEntryRow | undefined {
  const farEnd = egress ? packet.destination : packet.source;
  const inOrder = Entries.filter((row) => row.Egress === egress && row.RuleNumber < 32767).sort(
    (a, b) => a.RuleNumber - b.RuleNumber,
  );
  for (const row of inOrder) {
    const { Protocol, PortRange, IcmpTypeCode } = row;
    if (!fitsProtocol(Protocol, packet)) continue;
    if (!fitsPorts(Protocol, PortRange?.From, PortRange?.To, packet)) continue;
    if (!fitsIcmp(Protocol, IcmpTypeCode?.Type, IcmpTypeCode?.Code, packet)) continue;
    if (holds(row.CidrBlock ?? row.Ipv6CidrBlock ?? '', farEnd)) return row;
  }
  return undefined;
}
