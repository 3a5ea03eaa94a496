/** What the guides say AWS refuses to make: calls, and the code by which they fail. What a call may not do, a document may still say. */
import { expect } from 'vitest';
import { type Call, done, refusal, transitRoutesOf } from '../../support/calls';
import { egressOnly, natGateway, peering } from '../../support/network/gateways';
import { worldOf } from '../../support/network/part';
import { vpnGateway } from '../../support/network/premises';
import { tgw } from '../../support/network/transit-gateway';
import { vpc } from '../../support/network/vpc';
import { type Case, proves } from './case';
import type { RowId } from './rows';

const { Snapshot } = worldOf(
  vpc('a', '10.1.0.0/16', {
    subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24', ta: '10.1.8.0/28', pub: '10.1.9.0/24' },
    servers: { web: '10.1.1.10', fw: '10.1.2.10 198.51.100.8 no-check' },
    routes: { app: [], pub: ['0.0.0.0/0 igw-a'], edge: [] },
    igw: true,
  }),
  vpc('b', '10.1.128.0/17', { subnets: { far: '10.1.129.0/24' } }),
  vpc('c', '10.3.0.0/16', { subnets: {} }),
  peering('a', 'c'),
  natGateway('x', 'a', 'pub', '10.1.9.5 198.51.100.9'),
  egressOnly('a'),
  vpnGateway('a'),
  tgw('1', { attachments: { a: 'ta 10.1.8.5' }, routes: [] }),
);

const refused = (row: RowId, name: string, action: Call, code: string): Case =>
  proves(row, name, () => {
    expect(refusal(Snapshot, action)).toBe(code);
  });

const APP = { RouteTableId: 'rtb-app' };
const VALUE = 'InvalidParameterValue';

export const CASES: readonly Case[] = [
  ...['169.254.168.0/22', '169.254.169.0/24'].map((DestinationCidrBlock) =>
    refused(
      'route.reserved',
      `a route to ${DestinationCidrBlock} is refused`,
      { Action: 'CreateRoute', ...APP, DestinationCidrBlock, GatewayId: 'igw-a' },
      VALUE,
    ),
  ),
  refused(
    'route.reserved',
    'so is one to fd00:ec2::/40',
    { Action: 'CreateRoute', ...APP, DestinationIpv6CidrBlock: 'fd00:ec2::/40', GatewayId: 'igw-a' },
    VALUE,
  ),
  refused(
    'route.explicit-or-main',
    'the main table cannot be deleted',
    { Action: 'DeleteRouteTable', RouteTableId: 'rtb-a' },
    'DependencyViolation',
  ),
  refused(
    'route.explicit-or-main',
    'nor steer what enters by a gateway',
    { Action: 'AssociateRouteTable', RouteTableId: 'rtb-a', GatewayId: 'igw-a' },
    VALUE,
  ),
  refused(
    'route.explicit-or-main',
    'a subnet follows one table',
    { Action: 'AssociateRouteTable', RouteTableId: 'rtb-pub', SubnetId: 'subnet-app' },
    'Resource.AlreadyAssociated',
  ),
  refused(
    'route.more-specific-than-local',
    'half a subnet is no destination for it',
    { Action: 'CreateRoute', ...APP, DestinationCidrBlock: '10.1.2.0/25', NetworkInterfaceId: 'eni-fw' },
    VALUE,
  ),
  refused(
    'route.more-specific-than-local',
    'a transit gateway no target',
    { Action: 'CreateRoute', ...APP, DestinationCidrBlock: '10.1.2.0/24', TransitGatewayId: 'tgw-1' },
    VALUE,
  ),
  refused(
    'route.edge-table',
    'it leads to nothing outside the VPC',
    { Action: 'AssociateRouteTable', RouteTableId: 'rtb-pub', GatewayId: 'igw-a' },
    VALUE,
  ),
  proves('peering.basics', 'between VPCs whose blocks overlap it fails', () => {
    const made = done(Snapshot, {
      Action: 'CreateVpcPeeringConnection',
      VpcId: 'vpc-a',
      PeerVpcId: 'vpc-b',
    });
    expect(made.VpcPeeringConnections?.at(-1)?.Status?.Code).toBe('failed');
  }),
  refused(
    'peering.basics',
    'two VPCs have one connection',
    { Action: 'CreateVpcPeeringConnection', VpcId: 'vpc-a', PeerVpcId: 'vpc-c' },
    'VpcPeeringConnectionAlreadyExists',
  ),
  refused(
    'tgw.overlap',
    'a VPC is attached once',
    {
      Action: 'CreateTransitGatewayVpcAttachment',
      TransitGatewayId: 'tgw-1',
      VpcId: 'vpc-a',
      SubnetIds: ['subnet-ta'],
    },
    'DuplicateTransitGatewayAttachment',
  ),
  proves('tgw.overlap', 'of two VPCs with one block the table keeps the first', () => {
    const table = { TransitGatewayRouteTableId: 'tgw-rtb-1' };
    const made = done(
      Snapshot,
      { Action: 'CreateVpc', CidrBlock: '10.1.0.0/16', As: 'twin' },
      { Action: 'CreateSubnet', VpcId: { Ref: 'twin' }, CidrBlock: '10.1.8.0/28', As: 'door' },
      {
        Action: 'CreateTransitGatewayVpcAttachment',
        TransitGatewayId: 'tgw-1',
        VpcId: { Ref: 'twin' },
        SubnetIds: [{ Ref: 'door' }],
        As: 'second',
      },
      {
        Action: 'EnableTransitGatewayRouteTablePropagation',
        ...table,
        TransitGatewayAttachmentId: 'tgw-attach-a',
      },
      {
        Action: 'EnableTransitGatewayRouteTablePropagation',
        ...table,
        TransitGatewayAttachmentId: { Ref: 'second' },
      },
    );
    expect(transitRoutesOf(made, 'tgw-rtb-1')).toEqual(['10.1.0.0/16 tgw-attach-a propagated active']);
  }),
  refused(
    'address.secondary-block',
    'it may not overlap',
    { Action: 'AssociateVpcCidrBlock', VpcId: 'vpc-a', CidrBlock: '10.1.128.0/20' },
    'InvalidVpc.Range',
  ),
  refused(
    'address.secondary-block',
    'nor mix private ranges',
    { Action: 'AssociateVpcCidrBlock', VpcId: 'vpc-a', CidrBlock: '192.168.0.0/16' },
    'InvalidVpc.Range',
  ),
  refused(
    'address.reserved',
    'a VPC larger than /16',
    { Action: 'CreateVpc', CidrBlock: '10.0.0.0/15' },
    'InvalidVpc.Range',
  ),
  refused(
    'address.reserved',
    'a subnet smaller than /28',
    { Action: 'CreateSubnet', VpcId: 'vpc-a', CidrBlock: '10.1.20.0/29' },
    'InvalidSubnet.Range',
  ),
  refused(
    'address.reserved',
    'an address that AWS keeps',
    { Action: 'CreateNetworkInterface', SubnetId: 'subnet-app', PrivateIpAddress: '10.1.1.3' },
    VALUE,
  ),
];
