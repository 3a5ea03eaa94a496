/** Calls about security groups. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html */
import type { IpPermissionRow, SecurityGroupRow } from '../schema/security-group';
import type { VpcRow } from '../schema/vpc';
import { find, missing } from './find';
import { blocksOf } from './local-route';
import { type Call, type Handlers, type IdParameter, refuse } from './outcome';
import { addRow, removeRow, removeRows, rowsOf } from './rows';

export type SecurityGroupAction =
  | (Call & {
      readonly Action: 'CreateSecurityGroup';
      readonly GroupName: string;
      readonly Description: string;
      readonly VpcId: IdParameter;
    })
  | (Call & { readonly Action: 'DeleteSecurityGroup'; readonly GroupId: IdParameter });

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
    const group = find(snapshot, 'SecurityGroups', GroupId);
    if (!group) return missing('SecurityGroups', GroupId);
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
};

/** What a new group lets out: everything of either family that its VPC has. */
export function everywhere(vpc: VpcRow): readonly IpPermissionRow[] {
  const ipv4: IpPermissionRow = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
  const ipv6: IpPermissionRow = { IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }] };
  return blocksOf(vpc).some((block) => block.includes(':')) ? [ipv4, ipv6] : [ipv4];
}
