/** Calls about the rules of security groups. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html */
import type { IpPermissionRow } from '../schema/security-group';
import type { Snapshot } from '../schema/snapshot';
import { readBlock } from './block';
import { find, missing } from './find';
import {
  type ApiError,
  type Call,
  type Handlers,
  type IdParameter,
  type Outcome,
  type Resolved,
  refuse,
} from './outcome';
import { replaceRow, rowsOf, withRows } from './rows';

/** A type and not an interface: with its references resolved it is a row. */
export type IpPermissionParameter = {
  readonly IpProtocol: string;
  readonly FromPort?: number | undefined;
  readonly ToPort?: number | undefined;
  readonly IpRanges?: readonly { readonly CidrIp: string }[] | undefined;
  readonly Ipv6Ranges?: readonly { readonly CidrIpv6: string }[] | undefined;
  readonly UserIdGroupPairs?: readonly { readonly GroupId: IdParameter }[] | undefined;
  readonly PrefixListIds?: readonly { readonly PrefixListId: IdParameter }[] | undefined;
};

interface RulesCall extends Call {
  readonly GroupId: IdParameter;
  readonly IpPermissions: readonly IpPermissionParameter[];
}

export type SecurityGroupRuleAction =
  | (RulesCall & { readonly Action: 'AuthorizeSecurityGroupIngress' })
  | (RulesCall & { readonly Action: 'AuthorizeSecurityGroupEgress' })
  | (RulesCall & { readonly Action: 'RevokeSecurityGroupIngress' })
  | (RulesCall & { readonly Action: 'RevokeSecurityGroupEgress' });

export const securityGroupRuleActions: Handlers<SecurityGroupRuleAction> = {
  AuthorizeSecurityGroupIngress: (snapshot, action) => authorize(snapshot, action, 'IpPermissions'),
  AuthorizeSecurityGroupEgress: (snapshot, action) => authorize(snapshot, action, 'IpPermissionsEgress'),
  RevokeSecurityGroupIngress: (snapshot, action) => revoke(snapshot, action, 'IpPermissions'),
  RevokeSecurityGroupEgress: (snapshot, action) => revoke(snapshot, action, 'IpPermissionsEgress'),
};

type Side = 'IpPermissions' | 'IpPermissionsEgress';

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
  const group = find(snapshot, 'SecurityGroups', GroupId);
  if (!group) return missing('SecurityGroups', GroupId);
  const asked = single(IpPermissions);
  if ('error' in asked) return asked;
  if (asked.rules.length === 0)
    return refuse('MissingParameter', 'Either ipPermissions or securityGroupRuleIds should be provided.');
  const unknown = asked.rules
    .flatMap((rule) => rule.UserIdGroupPairs ?? [])
    // A peer's group may belong to an account that the document does not show.
    .find(
      ({ GroupId: id, UserId = snapshot.OwnerId }) =>
        UserId === snapshot.OwnerId && !find(snapshot, 'SecurityGroups', id),
    );
  if (unknown) return missing('SecurityGroups', unknown.GroupId);
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
