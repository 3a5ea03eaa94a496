/** Calls about VPCs, and what AWS makes along with one. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html */
import type { NetworkAclEntryRow } from '../schema/network-acl';
import type { RouteTableRow } from '../schema/route-table';
import type { SecurityGroupRow } from '../schema/security-group';
import type { Snapshot } from '../schema/snapshot';
import type { VpcRow } from '../schema/vpc';
import { readVpcBlock } from './block';
import { find, missing } from './find';
import { type Ipv6Request, readIpv6Request } from './ipv6-block';
import { blocksOf, localRoute } from './local-route';
import { type Call, type Handlers, type IdParameter, type IdSource, refuse } from './outcome';
import { addRow, removeRows, rowsOf } from './rows';
import { everywhere } from './security-group';
import { settled } from './settle';

export type VpcAction =
  | (Call &
      Ipv6Request & {
        readonly Action: 'CreateVpc';
        readonly CidrBlock: string;
        readonly InstanceTenancy?: 'default' | 'dedicated' | undefined;
      })
  | (Call & { readonly Action: 'DeleteVpc'; readonly VpcId: IdParameter });

export const vpcActions: Handlers<VpcAction> = {
  CreateVpc(snapshot, action, ids) {
    const block = readVpcBlock(action.CidrBlock);
    if ('error' in block) return block;
    const ipv6 = readIpv6Request(snapshot, action);
    if ('error' in ipv6) return ipv6;
    const VpcId = ids('vpc');
    const row: VpcRow = {
      VpcId,
      CidrBlock: block.text,
      CidrBlockAssociationSet: [
        {
          AssociationId: ids('vpc-cidr-assoc'),
          CidrBlock: block.text,
          CidrBlockState: { State: 'associated' },
        },
      ],
      ...(ipv6.block !== undefined && {
        Ipv6CidrBlockAssociationSet: [
          {
            AssociationId: ids('vpc-cidr-assoc'),
            Ipv6CidrBlock: ipv6.block,
            Ipv6CidrBlockState: { State: 'associated' },
          },
        ],
      }),
      State: 'available',
      OwnerId: snapshot.OwnerId ?? '',
      IsDefault: false,
      InstanceTenancy: action.InstanceTenancy ?? 'default',
    };
    const withTable = addRow(addRow(snapshot, 'Vpcs', row), 'RouteTables', mainTable(row, ids));
    const withAcl = addRow(withTable, 'NetworkAcls', {
      NetworkAclId: ids('acl'),
      VpcId,
      IsDefault: true,
      Entries: openEntries(row),
      Associations: [],
    });
    return { snapshot: addRow(withAcl, 'SecurityGroups', defaultGroup(row, ids)), id: VpcId };
  },
  DeleteVpc(snapshot, { VpcId }) {
    if (!find(snapshot, 'Vpcs', VpcId)) return missing('Vpcs', VpcId);
    if (hasDependents(snapshot, VpcId))
      return refuse('DependencyViolation', `The vpc '${VpcId}' has dependencies and cannot be deleted.`);
    const here = (row: { readonly VpcId: string }): boolean => row.VpcId === VpcId;
    const groups = new Set(
      rowsOf(snapshot, 'SecurityGroups')
        .filter(here)
        .map(({ GroupId }) => GroupId),
    );
    const withoutVpc = removeRows(removeRows(snapshot, 'Vpcs', here), 'RouteTables', here);
    const withoutFilters = removeRows(
      removeRows(removeRows(withoutVpc, 'NetworkAcls', here), 'SecurityGroups', here),
      'SecurityGroupRules',
      ({ GroupId }) => groups.has(GroupId),
    );
    // Rows of NAT gateways that are gone stay for a while, but not longer than their VPC.
    return { snapshot: settled(snapshot, removeRows(withoutFilters, 'NatGateways', here)) };
  },
};

function mainTable(vpc: VpcRow, ids: IdSource): RouteTableRow {
  const RouteTableId = ids('rtb');
  return {
    RouteTableId,
    VpcId: vpc.VpcId,
    Routes: blocksOf(vpc).map(localRoute),
    Associations: [
      {
        RouteTableAssociationId: ids('rtbassoc'),
        RouteTableId,
        Main: true,
        AssociationState: { State: 'associated' },
      },
    ],
    PropagatingVgws: [],
  };
}

/** The default list lets everything pass, of either family that the VPC has. */
function openEntries(vpc: VpcRow): readonly NetworkAclEntryRow[] {
  const hasIpv6 = blocksOf(vpc).some((block) => block.includes(':'));
  return [false, true].flatMap((egress) => [
    ...familyEntries(egress, 'IPv4'),
    ...(hasIpv6 ? familyEntries(egress, 'IPv6') : []),
  ]);
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html: rules 100 and 101, closed by the `*` ones. */
export function familyEntries(Egress: boolean, family: 'IPv4' | 'IPv6'): readonly NetworkAclEntryRow[] {
  const everything = family === 'IPv4' ? { CidrBlock: '0.0.0.0/0' } : { Ipv6CidrBlock: '::/0' };
  const [number, star] = family === 'IPv4' ? [100, 32767] : [101, 32768];
  const rest = { Egress, Protocol: '-1', ...everything };
  return [
    { RuleNumber: number, RuleAction: 'allow', ...rest },
    { RuleNumber: star, RuleAction: 'deny', ...rest },
  ];
}

/** Lets its own members in, and everything out. */
function defaultGroup(vpc: VpcRow, ids: IdSource): SecurityGroupRow {
  const GroupId = ids('sg');
  return {
    GroupId,
    GroupName: 'default',
    Description: 'default VPC security group',
    VpcId: vpc.VpcId,
    IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId }] }],
    IpPermissionsEgress: everywhere(vpc),
  };
}

/** Everything but what came with the VPC: its main route table, default network ACL and default security group. */
function hasDependents(snapshot: Snapshot, vpcId: string): boolean {
  const here = ({ VpcId }: { readonly VpcId: string }): boolean => VpcId === vpcId;
  const attached = (row: {
    readonly Attachments?: readonly { readonly VpcId: string }[] | undefined;
  }): boolean => row.Attachments?.some(here) ?? false;
  return (
    rowsOf(snapshot, 'Subnets').some(here) ||
    rowsOf(snapshot, 'InternetGateways').some(attached) ||
    rowsOf(snapshot, 'EgressOnlyInternetGateways').some(attached) ||
    rowsOf(snapshot, 'VpnGateways').some(({ VpcAttachments }) => VpcAttachments?.some(here)) ||
    rowsOf(snapshot, 'NatGateways').some(
      (row) => here(row) && !['deleted', 'failed'].includes(row.State ?? 'available'),
    ) ||
    rowsOf(snapshot, 'VpcEndpoints').some(here) ||
    rowsOf(snapshot, 'TransitGatewayVpcAttachments').some(here) ||
    rowsOf(snapshot, 'RouteTables').some((row) => here(row) && !row.Associations?.some(({ Main }) => Main)) ||
    rowsOf(snapshot, 'NetworkAcls').some((row) => here(row) && !row.IsDefault) ||
    rowsOf(snapshot, 'SecurityGroups').some((row) => here(row) && row.GroupName !== 'default') ||
    rowsOf(snapshot, 'VpcPeeringConnections').some(
      ({ RequesterVpcInfo, AccepterVpcInfo, Status }) =>
        (here(RequesterVpcInfo) || here(AccepterVpcInfo)) &&
        ['active', 'pending-acceptance', 'provisioning'].includes(Status?.Code ?? 'active'),
    )
  );
}
