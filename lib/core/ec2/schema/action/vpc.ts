/** Calls about VPCs and subnets. */
import * as z from 'zod';
import { call, idParameter, text } from './call';

const ipv6 = {
  AmazonProvidedIpv6CidrBlock: z.boolean().optional(),
  Ipv6CidrBlock: text.optional(),
  Ipv6Pool: text.optional(),
};

export const vpcCalls = [
  call('CreateVpc', {
    CidrBlock: text,
    InstanceTenancy: z.enum(['default', 'dedicated']).optional(),
    ...ipv6,
  }),
  call('DeleteVpc', { VpcId: idParameter }),
  call('AssociateVpcCidrBlock', { VpcId: idParameter, CidrBlock: text.optional(), ...ipv6 }),
  call('DisassociateVpcCidrBlock', { AssociationId: idParameter }),
  call('CreateSubnet', {
    VpcId: idParameter,
    CidrBlock: text,
    Ipv6CidrBlock: text.optional(),
    AvailabilityZone: text.optional(),
    AvailabilityZoneId: text.optional(),
  }),
  call('DeleteSubnet', { SubnetId: idParameter }),
  call('AssociateSubnetCidrBlock', { SubnetId: idParameter, Ipv6CidrBlock: text }),
  call('DisassociateSubnetCidrBlock', { AssociationId: idParameter }),
] as const;
