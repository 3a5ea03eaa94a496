/** Network ACLs as `describe-network-acls` prints them, each list closed by `*`. */
import { type Draft, nameTag, OWNER_ID, type Row } from './draft';

export type EntryRow = NonNullable<Row<'NetworkAcls'>['Entries']>[number];
export type Ports = readonly [from: number, to: number];

/** Any client's own ports, as AWS advises. https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html */
export const EPHEMERAL: Ports = [1024, 65535];
export const ANYWHERE = '0.0.0.0/0';

/** For TCP. */
export function aclEntry(
  RuleNumber: number,
  Egress: boolean,
  cidr: string,
  ports: Ports,
  RuleAction: 'allow' | 'deny' = 'allow',
): EntryRow {
  const block = cidr.includes(':') ? { Ipv6CidrBlock: cidr } : { CidrBlock: cidr };
  return {
    RuleNumber,
    Egress,
    ...block,
    Protocol: '6',
    PortRange: { From: ports[0], To: ports[1] },
    RuleAction,
  };
}

export const allowAll = (Egress: boolean): EntryRow => ({
  RuleNumber: 100,
  Egress,
  CidrBlock: ANYWHERE,
  Protocol: '-1',
  RuleAction: 'allow',
});

export const allowAllIpv6 = (Egress: boolean): EntryRow => ({
  RuleNumber: 101,
  Egress,
  Ipv6CidrBlock: '::/0',
  Protocol: '-1',
  RuleAction: 'allow',
});

/** Associated with no subnet yet: subnets follow the default list until `associateNetworkAcl`. */
export function addNetworkAcl(
  draft: Draft,
  { id: VpcId, ipv6 }: { readonly id: string; readonly ipv6: string | undefined },
  name: string,
  entries: readonly EntryRow[],
  isDefault = false,
): string {
  const id = draft.id('acl');
  const star = (Egress: boolean): readonly EntryRow[] => [
    { RuleNumber: 32767, Egress, CidrBlock: ANYWHERE, Protocol: '-1', RuleAction: 'deny' },
    ...(ipv6
      ? [{ RuleNumber: 32768, Egress, Ipv6CidrBlock: '::/0', Protocol: '-1', RuleAction: 'deny' } as const]
      : []),
  ];
  draft.add('NetworkAcls', {
    NetworkAclId: id,
    VpcId,
    OwnerId: OWNER_ID,
    IsDefault: isDefault,
    Entries: [...entries, ...star(false), ...star(true)],
    Associations: [],
    Tags: nameTag(name),
  });
  return id;
}

export function associateNetworkAcl(draft: Draft, aclId: string, subnetIds: readonly string[]): void {
  const acl = draft.rows('NetworkAcls').find(({ NetworkAclId }) => NetworkAclId === aclId);
  if (!acl) return;
  const more = subnetIds.map((SubnetId) => ({
    NetworkAclAssociationId: draft.id('aclassoc'),
    NetworkAclId: aclId,
    SubnetId,
  }));
  draft.replace('NetworkAcls', acl, { ...acl, Associations: [...(acl.Associations ?? []), ...more] });
}
