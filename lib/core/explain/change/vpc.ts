/** Sentences for calls about VPCs and subnets. */
import type { SubnetAction } from '../../ec2/actions/subnet';
import type { VpcAction } from '../../ec2/actions/vpc';
import type { VpcCidrBlockAction } from '../../ec2/actions/vpc-cidr-block';
import { code, type Prose, prose } from '../prose';
import { id, parts, type Sentences } from './words';

export const vpcSentences: Sentences<VpcAction | VpcCidrBlockAction | SubnetAction> = {
  CreateVpc: (action) => prose`Make a VPC with ${parts(prose`${code(action.CidrBlock)}`, ipv6(action))}`,
  DeleteVpc: ({ VpcId }) => prose`Delete ${id(VpcId)}`,
  AssociateVpcCidrBlock: (action) =>
    prose`Give ${id(action.VpcId)} ${
      ipv6(action) ?? prose`the further block ${code(action.CidrBlock ?? '')}`
    }`,
  DisassociateVpcCidrBlock: ({ AssociationId }) =>
    prose`Take the block of association ${id(AssociationId)} from its VPC`,
  CreateSubnet: ({ VpcId, CidrBlock, Ipv6CidrBlock, AvailabilityZone, AvailabilityZoneId }) =>
    prose`Make a subnet with ${parts(
      prose`${code(CidrBlock)}`,
      Ipv6CidrBlock === undefined ? undefined : prose`${code(Ipv6CidrBlock)}`,
    )} in ${id(VpcId)}${zone(AvailabilityZone ?? AvailabilityZoneId)}`,
  DeleteSubnet: ({ SubnetId }) => prose`Delete ${id(SubnetId)}`,
  AssociateSubnetCidrBlock: ({ SubnetId, Ipv6CidrBlock }) =>
    prose`Give ${id(SubnetId)} the IPv6 block ${code(Ipv6CidrBlock)}`,
  DisassociateSubnetCidrBlock: ({ AssociationId }) =>
    prose`Take the IPv6 block of association ${id(AssociationId)} from its subnet`,
};

function ipv6(
  action: Extract<VpcAction, { readonly CidrBlock: string }> | VpcCidrBlockAction,
): Prose | undefined {
  if (action.Action === 'DisassociateVpcCidrBlock') return undefined;
  if (action.AmazonProvidedIpv6CidrBlock) return prose`an IPv6 block of Amazon’s`;
  return action.Ipv6CidrBlock === undefined ? undefined : prose`the IPv6 block ${code(action.Ipv6CidrBlock)}`;
}

function zone(name: string | undefined): Prose {
  return name === undefined ? [] : prose`, in zone ${code(name)}`;
}
