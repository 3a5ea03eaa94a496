/** Calls about security groups. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html */
import type { IpPermissionRow, SecurityGroupRow } from '../schema/security-group';
import type { Snapshot } from '../schema/snapshot';
import type { VpcRow } from '../schema/vpc';
import { readBlock } from './block';
import { find, missing, missingGroup } from './find';
import { blocksOf } from './local-route';
import {
  type ApiError,
  type Call,
  type Handlers,
  type IdParameter,
  type Outcome,
  type Resolved,
  refuse,
} from './outcome';
import { addRow, removeRow, removeRows, replaceRow, rowsOf, withRows } from './rows';

interface RulesCall extends Call {
  readonly GroupId: IdParameter;
  readonly IpPermissions: readonly IpPermissionRow[];
}

export type SecurityGroupAction =
  | (Call & {
      readonly Action: 'CreateSecurityGroup';
      readonly GroupName: string;
      readonly Description: string;
      readonly VpcId: IdParameter;
    })
  | (Call & { readonly Action: 'DeleteSecurityGroup'; readonly GroupId: IdParameter })
  | (RulesCall & { readonly Action: 'AuthorizeSecurityGroupIngress' })
  | (RulesCall & { readonly Action: 'AuthorizeSecurityGroupEgress' })
  | (RulesCall & { readonly Action: 'RevokeSecurityGroupIngress' })
  | (RulesCall & { readonly Action: 'RevokeSecurityGroupEgress' });

export const securityGroupActions: Handlers<SecurityGroupAction> = {
  CreateSecurityGroup(snapshot, { GroupName, Description, VpcId }, ids) {
    const vpc = find(snapshot, 'Vpcs', VpcId);
    if (!vpc) return missing('Vpcs', VpcId);
    if (GroupName === 'default')
      return refuse('InvalidGroup.Reserved', `The security group '${GroupName}' is reserved`);
    if (
      rowsOf(snapshot, 'SecurityGroups').some((row) => row.VpcId === VpcId && row.GroupName === GroupName)
    ) {
      return refuse(
        'InvalidGroup.Duplicate',
        `The security group '${GroupName}' already exists for VPC '${VpcId}'`,
      );
    }
    const id = ids('sg');
    const row: SecurityGroupRow = {
      GroupId: id,
      GroupName,
      Description,
      VpcId,
      IpPermissions: [],
      IpPermissionsEgress: everywhere(vpc),
    };
    return { snapshot: addRow(snapshot, 'SecurityGroups', row), id };
  },
  DeleteSecurityGroup(snapshot, { GroupId }) {
    const group = findGroup(snapshot, GroupId);
    if (!group) return missingGroup(GroupId);
    if (group.GroupName === 'default')
      return refuse(
        'CannotDelete',
        `the specified group: "${GroupId}" name: "default" cannot be deleted by a user`,
      );
    const inUse = rowsOf(snapshot, 'NetworkInterfaces').some((row) =>
      row.Groups?.some((own) => own.GroupId === GroupId),
    );
    const referenced = rowsOf(snapshot, 'SecurityGroups').some(
      (row) =>
        row.GroupId !== GroupId &&
        [...(row.IpPermissions ?? []), ...(row.IpPermissionsEgress ?? [])].some((permission) =>
          permission.UserIdGroupPairs?.some((pair) => pair.GroupId === GroupId),
        ),
    );
    if (inUse || referenced)
      return refuse('DependencyViolation', `resource ${GroupId} has a dependent object`);
    const gone = removeRow(snapshot, 'SecurityGroups', group);
    return { snapshot: removeRows(gone, 'SecurityGroupRules', (rule) => rule.GroupId === GroupId) };
  },
  AuthorizeSecurityGroupIngress: (snapshot, action) => authorize(snapshot, action, 'IpPermissions'),
  AuthorizeSecurityGroupEgress: (snapshot, action) => authorize(snapshot, action, 'IpPermissionsEgress'),
  RevokeSecurityGroupIngress: (snapshot, action) => revoke(snapshot, action, 'IpPermissions'),
  RevokeSecurityGroupEgress: (snapshot, action) => revoke(snapshot, action, 'IpPermissionsEgress'),
};

type Side = 'IpPermissions' | 'IpPermissionsEgress';

function findGroup(snapshot: Snapshot, id: string): SecurityGroupRow | undefined {
  return rowsOf(snapshot, 'SecurityGroups').find(({ GroupId }) => GroupId === id);
}

/** What a new group lets out: everything of either family that its VPC has. */
export function everywhere(vpc: VpcRow): readonly IpPermissionRow[] {
  const ipv4: IpPermissionRow = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
  const ipv6: IpPermissionRow = { IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }] };
  return blocksOf(vpc).some((block) => block.includes(':')) ? [ipv4, ipv6] : [ipv4];
}

function authorize(snapshot: Snapshot, action: Resolved<RulesCall>, side: Side): Outcome {
  return onRules(snapshot, action, side, (own, asked) => {
    const known = new Set(own.map(key));
    const double = asked.find((rule) => known.has(key(rule)));
    if (double)
      return {
        error: {
          Code: 'InvalidPermission.Duplicate',
          Message: `the specified rule "${describe(double)}" already exists`,
        },
      };
    return [...own, ...asked];
  });
}

function revoke(snapshot: Snapshot, action: Resolved<RulesCall>, side: Side): Outcome {
  return onRules(snapshot, action, side, (own, asked) => {
    const gone = new Set(asked.map(key));
    const known = new Set(own.map(key));
    if (asked.some((rule) => !known.has(key(rule)))) {
      return {
        error: {
          Code: 'InvalidPermission.NotFound',
          Message: 'The specified rule does not exist in this security group.',
        },
      };
    }
    return own.filter((rule) => !gone.has(key(rule)));
  });
}

type Change = (
  own: readonly IpPermissionRow[],
  asked: readonly IpPermissionRow[],
) => readonly IpPermissionRow[] | { readonly error: ApiError };

function onRules(
  snapshot: Snapshot,
  { GroupId, IpPermissions }: Resolved<RulesCall>,
  side: Side,
  change: Change,
): Outcome {
  const group = findGroup(snapshot, GroupId);
  if (!group) return missingGroup(GroupId);
  const asked = single(IpPermissions);
  if ('error' in asked) return asked;
  if (asked.rules.length === 0)
    return refuse('MissingParameter', 'Either ipPermissions or securityGroupRuleIds should be provided.');
  const unknown = asked.rules
    .flatMap((rule) => rule.UserIdGroupPairs ?? [])
    .find(({ GroupId: id }) => !findGroup(snapshot, id));
  if (unknown) return missingGroup(unknown.GroupId);
  const unknownList = asked.rules
    .flatMap((rule) => rule.PrefixListIds ?? [])
    .find(
      ({ PrefixListId: id }) =>
        !find(snapshot, 'ManagedPrefixLists', id) && !find(snapshot, 'PrefixLists', id),
    );
  if (unknownList) return missing('ManagedPrefixLists', unknownList.PrefixListId);
  const own = single(group[side] ?? []);
  if ('error' in own) return own;
  const rules = change(own.rules, asked.rules);
  if ('error' in rules) return rules;
  const changed = replaceRow(snapshot, 'SecurityGroups', group, { ...group, [side]: rules });
  // The list of single rules would now say something else: it is dropped for this group, and the group's own list stands.
  const others = rowsOf(changed, 'SecurityGroupRules').filter((row) => row.GroupId !== GroupId);
  return {
    snapshot: snapshot.SecurityGroupRules ? withRows(changed, 'SecurityGroupRules', others) : changed,
  };
}

/** One peer per permission, blocks in canonical form: what "the same rule" means to EC2. */
function single(
  permissions: readonly IpPermissionRow[],
): { readonly rules: readonly IpPermissionRow[] } | { readonly error: ApiError } {
  const rules: IpPermissionRow[] = [];
  for (const {
    IpRanges = [],
    Ipv6Ranges = [],
    UserIdGroupPairs = [],
    PrefixListIds = [],
    ...filter
  } of permissions) {
    const { FromPort, ToPort } = filter;
    if (
      FromPort !== undefined &&
      ToPort !== undefined &&
      ['tcp', 'udp', '6', '17'].includes(filter.IpProtocol) &&
      FromPort > ToPort
    ) {
      return {
        error: {
          Code: 'InvalidParameterValue',
          Message: `Invalid value for portRange: ${FromPort} to ${ToPort}`,
        },
      };
    }
    for (const { CidrIp } of IpRanges) {
      const parsed = readBlock(CidrIp, 'cidrIp');
      if ('error' in parsed) return parsed;
      rules.push({ ...filter, IpRanges: [{ CidrIp: parsed.text }] });
    }
    for (const { CidrIpv6 } of Ipv6Ranges) {
      const parsed = readBlock(CidrIpv6, 'cidrIpv6');
      if ('error' in parsed) return parsed;
      rules.push({ ...filter, Ipv6Ranges: [{ CidrIpv6: parsed.text }] });
    }
    for (const pair of UserIdGroupPairs) rules.push({ ...filter, UserIdGroupPairs: [pair] });
    for (const list of PrefixListIds) rules.push({ ...filter, PrefixListIds: [list] });
  }
  return { rules };
}

function key(rule: IpPermissionRow): string {
  return [rule.IpProtocol, rule.FromPort ?? '', rule.ToPort ?? '', peerOf(rule)].join(' ');
}

function peerOf({ IpRanges, Ipv6Ranges, UserIdGroupPairs, PrefixListIds }: IpPermissionRow): string {
  return (
    IpRanges?.[0]?.CidrIp ??
    Ipv6Ranges?.[0]?.CidrIpv6 ??
    UserIdGroupPairs?.[0]?.GroupId ??
    PrefixListIds?.[0]?.PrefixListId ??
    ''
  );
}

function describe(rule: IpPermissionRow): string {
  return `peer: ${peerOf(rule)}, ${rule.IpProtocol}, from port: ${rule.FromPort ?? 'all'}, to port: ${rule.ToPort ?? 'all'}, ALLOW`;
}
