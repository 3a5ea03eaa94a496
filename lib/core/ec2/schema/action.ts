/** Actions from files: a World's Timeline carries them. */
import * as z from 'zod';
import type { Action } from '../actions/action';
import { ipPermissionSchema } from './security-group';

const idParameter = z.union([z.string(), z.strictObject({ Ref: z.string() })]);
const text = z.string();
const ports = z.strictObject({ From: z.number().int(), To: z.number().int() });
const icmp = z.strictObject({ Type: z.number().int(), Code: z.number().int() });

const call = <const N extends string, S extends z.ZodRawShape>(name: N, shape: S) =>
  z.strictObject({ Service: z.literal('ec2'), Action: z.literal(name), As: text.optional(), ...shape });

const routeKey = {
  RouteTableId: idParameter,
  DestinationCidrBlock: text.optional(),
  DestinationIpv6CidrBlock: text.optional(),
};
const routeTarget = {
  GatewayId: idParameter.optional(),
  NatGatewayId: idParameter.optional(),
  NetworkInterfaceId: idParameter.optional(),
  VpcPeeringConnectionId: idParameter.optional(),
};
/** Callers may write a block with host bits, which the API clears; only `describe-*` prints canonical ones. */
const permission = ipPermissionSchema.extend({
  IpRanges: z.array(z.looseObject({ CidrIp: text })).optional(),
  Ipv6Ranges: z.array(z.looseObject({ CidrIpv6: text })).optional(),
});
const rules = { GroupId: idParameter, IpPermissions: z.array(permission) };
const entryKey = { NetworkAclId: idParameter, RuleNumber: z.number().int(), Egress: z.boolean() };
const entry = {
  ...entryKey,
  Protocol: text,
  RuleAction: z.enum(['allow', 'deny']),
  CidrBlock: text.optional(),
  Ipv6CidrBlock: text.optional(),
  PortRange: ports.optional(),
  IcmpTypeCode: icmp.optional(),
};
const attachment = { InternetGatewayId: idParameter, VpcId: idParameter };
const connection = { VpcPeeringConnectionId: idParameter };

export const actionSchema = z.discriminatedUnion('Action', [
  call('CreateRoute', { ...routeKey, ...routeTarget }),
  call('ReplaceRoute', { ...routeKey, ...routeTarget }),
  call('DeleteRoute', routeKey),
  call('CreateRouteTable', { VpcId: idParameter }),
  call('DeleteRouteTable', { RouteTableId: idParameter }),
  call('AssociateRouteTable', { RouteTableId: idParameter, SubnetId: idParameter }),
  call('DisassociateRouteTable', { AssociationId: idParameter }),
  call('ReplaceRouteTableAssociation', { AssociationId: idParameter, RouteTableId: idParameter }),
  call('CreateSecurityGroup', { GroupName: text, Description: text, VpcId: idParameter }),
  call('DeleteSecurityGroup', { GroupId: idParameter }),
  call('AuthorizeSecurityGroupIngress', rules),
  call('AuthorizeSecurityGroupEgress', rules),
  call('RevokeSecurityGroupIngress', rules),
  call('RevokeSecurityGroupEgress', rules),
  call('ModifyNetworkInterfaceAttribute', {
    NetworkInterfaceId: idParameter,
    Groups: z.array(text).optional(),
    SourceDestCheck: z.strictObject({ Value: z.boolean() }).optional(),
  }),
  call('CreateNetworkAcl', { VpcId: idParameter }),
  call('DeleteNetworkAcl', { NetworkAclId: idParameter }),
  call('CreateNetworkAclEntry', entry),
  call('ReplaceNetworkAclEntry', entry),
  call('DeleteNetworkAclEntry', entryKey),
  call('ReplaceNetworkAclAssociation', { AssociationId: idParameter, NetworkAclId: idParameter }),
  call('AllocateAddress', { Domain: z.literal('vpc').optional(), Address: text.optional() }),
  call('ReleaseAddress', { AllocationId: idParameter }),
  call('AssociateAddress', {
    AllocationId: idParameter,
    InstanceId: idParameter.optional(),
    NetworkInterfaceId: idParameter.optional(),
    PrivateIpAddress: text.optional(),
    AllowReassociation: z.boolean().optional(),
  }),
  call('DisassociateAddress', { AssociationId: idParameter }),
  call('CreateInternetGateway', {}),
  call('DeleteInternetGateway', { InternetGatewayId: idParameter }),
  call('AttachInternetGateway', attachment),
  call('DetachInternetGateway', attachment),
  call('CreateVpcPeeringConnection', { VpcId: idParameter, PeerVpcId: idParameter }),
  call('AcceptVpcPeeringConnection', connection),
  call('RejectVpcPeeringConnection', connection),
  call('DeleteVpcPeeringConnection', connection),
]) satisfies z.ZodType<Action>;
