/** The pages of what filters: security groups, network ACLs, prefix lists, Block Public Access. */
import { networkAclTable, securityGroupTable } from '../../configuration-table';
import { described, details, type Page, page } from './page';

export const securityGroupPage = page({
  rows: 'SecurityGroups',
  id: ({ GroupId }) => GroupId,
  name: ({ GroupName }) => GroupName,
  tables: ({ GroupId }, { network }) => {
    const group = network.securityGroups.get(GroupId);
    return group ? (['ingress', 'egress'] as const).map((way) => securityGroupTable(group, way, '')) : [];
  },
  printed: (row, { snapshot }) => [
    described(`describe-security-groups --group-ids ${row.GroupId}`, 'SecurityGroups', [row]),
    ...(snapshot.SecurityGroupRules
      ? [
          described(
            `describe-security-group-rules --filters Name=group-id,Values=${row.GroupId}`,
            'SecurityGroupRules',
            snapshot.SecurityGroupRules.filter(({ GroupId }) => GroupId === row.GroupId),
          ),
        ]
      : []),
  ],
});

export const networkAclPage = page({
  rows: 'NetworkAcls',
  id: ({ NetworkAclId }) => NetworkAclId,
  tables: ({ NetworkAclId, Associations = [] }, { network }) => {
    const acl = network.networkAcls.get(NetworkAclId);
    if (!acl) return [];
    return [
      ...(['ingress', 'egress'] as const).map((way) => networkAclTable(acl, way, '')),
      {
        title: 'subnet associations',
        columns: ['subnet', 'name'],
        rows: Associations.map(({ SubnetId }) => [SubnetId, network.subnets.get(SubnetId)?.name ?? '']),
      },
    ];
  },
  printed: (row) => [
    described(`describe-network-acls --network-acl-ids ${row.NetworkAclId}`, 'NetworkAcls', [row]),
  ],
});

/** AWS's own. */
export const prefixListPage = page({
  rows: 'PrefixLists',
  id: ({ PrefixListId }) => PrefixListId,
  name: ({ PrefixListName }) => PrefixListName,
  tables: ({ Cidrs = [] }) => [{ title: 'entries', columns: ['block'], rows: Cidrs.map((block) => [block]) }],
  printed: (row) => [
    described(`describe-prefix-lists --prefix-list-ids ${row.PrefixListId}`, 'PrefixLists', [row]),
  ],
});

/** A customer's own. */
export const managedPrefixListPage = page({
  rows: 'ManagedPrefixLists',
  id: ({ PrefixListId }) => PrefixListId,
  name: ({ PrefixListName }) => PrefixListName,
  tables: ({ Entries = [] }) => [
    {
      title: 'entries',
      columns: ['block', 'description'],
      rows: Entries.map(({ Cidr, Description = '' }) => [Cidr, Description]),
    },
  ],
  printed: ({ PrefixListId, Entries = [] }) => [
    described(
      `get-managed-prefix-list-entries --prefix-list-id ${PrefixListId}`,
      'Entries',
      Entries.map(({ Cidr, Description }) => ({ Cidr, ...(Description !== undefined && { Description }) })),
    ),
  ],
});

/** Every account has it, in each Region; a Snapshot names it only where somebody has turned it on. */
export const BLOCK_PUBLIC_ACCESS = 'region';

export const blockPublicAccessPage = {
  rows: undefined,
  list: () => [{ id: BLOCK_PUBLIC_ACCESS, name: 'VPC Block Public Access' }],
  open: ({ snapshot }, id) => {
    if (id !== BLOCK_PUBLIC_ACCESS) return undefined;
    const [options] = snapshot.VpcBlockPublicAccessOptions ?? [];
    const mode = options?.InternetGatewayBlockMode ?? 'off';
    const exclusions = snapshot.VpcBlockPublicAccessExclusions ?? [];
    return {
      tables: [
        details('VPC Block Public Access', { 'internet gateway block mode': mode }),
        {
          title: 'exclusions',
          columns: ['exclusion', 'resource', 'mode'],
          rows: exclusions.map(({ ExclusionId, ResourceArn, InternetGatewayExclusionMode }) =>
            [ExclusionId, ResourceArn, InternetGatewayExclusionMode].map((value) => String(value ?? '')),
          ),
        },
      ],
      printed: [
        {
          command: 'aws ec2 describe-vpc-block-public-access-options',
          output: { VpcBlockPublicAccessOptions: { ...options, InternetGatewayBlockMode: mode } },
        },
        described(
          'describe-vpc-block-public-access-exclusions',
          'VpcBlockPublicAccessExclusions',
          exclusions,
        ),
      ],
    };
  },
} satisfies Page;
