/** VPC endpoints: the routes and interfaces that come and go with them. */
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import {
  type Call,
  done,
  everything,
  made,
  plain,
  refusal,
  routesOf,
  S3,
  S3_LIST,
  VPCE_GWLB,
  VPCE_S3,
  VPCE_SSM,
} from '../../support/calls';

const endpointOf = (snapshot: Snapshot, id: string) =>
  snapshot.VpcEndpoints?.find(({ VpcEndpointId }) => VpcEndpointId === id);
const endpointInterfaces = (snapshot: Snapshot, id: string) =>
  (snapshot.NetworkInterfaces ?? []).filter(
    ({ Description }) => Description === `VPC Endpoint Interface ${id}`,
  );

describe('a gateway endpoint', () => {
  it('routes the service’s prefix list in every table it is given', () => {
    expect(routesOf(everything(), 'rtb-s')).toContain(`${S3_LIST} ${VPCE_S3} active`);
    const moved = done(everything(), {
      Action: 'ModifyVpcEndpoint',
      VpcEndpointId: VPCE_S3,
      AddRouteTableIds: ['rtb-c'],
      RemoveRouteTableIds: ['rtb-s'],
    });
    expect(endpointOf(moved, VPCE_S3)?.RouteTableIds).toEqual(['rtb-c']);
    expect(routesOf(moved, 'rtb-c')).toContain(`${S3_LIST} ${VPCE_S3} active`);
    expect(routesOf(moved, 'rtb-s')).toEqual(routesOf(plain(), 'rtb-s'));
  });

  it('brings the prefix list along, with the blocks that AWS publishes for the service', () => {
    const IpRanges = [
      { ip_prefix: '52.219.0.0/20', service: 'S3', region: 'eu-central-1' },
      { ip_prefix: '3.5.0.0/19', service: 'S3', region: 'us-east-1' },
      { ip_prefix: '52.119.0.0/21', service: 'DYNAMODB', region: 'eu-central-1' },
    ];
    const create: Call = {
      Action: 'CreateVpcEndpoint',
      VpcId: 'vpc-1',
      ServiceName: S3,
      RouteTableIds: ['rtb-s'],
    };
    const after = done({ ...plain(), IpRanges }, create);
    expect(after.PrefixLists).toEqual([
      { PrefixListId: made('pl'), PrefixListName: S3, Cidrs: ['52.219.0.0/20'] },
    ]);
    const PrefixLists = [{ PrefixListId: 'pl-6ea54007', PrefixListName: S3, Cidrs: ['52.219.0.0/20'] }];
    expect(routesOf(done({ ...plain(), PrefixLists }, create), 'rtb-s')).toContain(
      `pl-6ea54007 ${made('vpce')} active`,
    );
  });

  it('changes and resets its policy', () => {
    const id = { VpcEndpointId: VPCE_S3 };
    const text = '{"Statement":[]}';
    const strict = done(everything(), { Action: 'ModifyVpcEndpoint', ...id, PolicyDocument: text });
    expect(endpointOf(strict, VPCE_S3)?.PolicyDocument).toBe(text);
    expect(done(strict, { Action: 'ModifyVpcEndpoint', ...id, ResetPolicy: true })).toEqual(everything());
  });

  it('takes its routes along', () => {
    const gone = done(everything(), { Action: 'DeleteVpcEndpoints', VpcEndpointIds: [VPCE_S3] });
    expect(routesOf(gone, 'rtb-s')).toEqual(routesOf(plain(), 'rtb-s'));
  });

  it('forgets a table that is deleted', () => {
    const gone = done(
      everything(),
      { Action: 'DisassociateRouteTable', AssociationId: 'rtbassoc-s' },
      { Action: 'DeleteRouteTable', RouteTableId: 'rtb-s' },
    );
    expect(endpointOf(gone, VPCE_S3)?.RouteTableIds).toEqual([]);
  });
});

describe('an interface endpoint', () => {
  it('has an interface in each subnet, in the VPC’s default group unless others are named', () => {
    const [eni] = endpointInterfaces(everything(), VPCE_SSM);
    expect(eni).toMatchObject({
      InterfaceType: 'vpc_endpoint',
      SubnetId: 'subnet-s',
      RequesterManaged: true,
      Groups: [{ GroupId: 'sg-default' }],
    });
    expect(endpointOf(everything(), VPCE_SSM)).toMatchObject({
      NetworkInterfaceIds: [eni?.NetworkInterfaceId],
      PrivateDnsEnabled: true,
      Groups: [{ GroupId: 'sg-default', GroupName: 'default' }],
    });
  });

  it('changes subnets and groups, of all its interfaces at once', () => {
    const id = { VpcEndpointId: VPCE_SSM };
    const more = done(everything(), {
      Action: 'ModifyVpcEndpoint',
      ...id,
      AddSubnetIds: ['subnet-c'],
      AddSecurityGroupIds: ['sg-s'],
      RemoveSecurityGroupIds: ['sg-default'],
      PrivateDnsEnabled: false,
    });
    const rows = endpointInterfaces(more, VPCE_SSM);
    expect(rows.map(({ SubnetId }) => SubnetId)).toEqual(['subnet-s', 'subnet-c']);
    expect(rows.map(({ Groups }) => Groups?.map(({ GroupId }) => GroupId))).toEqual([['sg-s'], ['sg-s']]);
    expect(endpointOf(more, VPCE_SSM)).toMatchObject({
      SubnetIds: ['subnet-s', 'subnet-c'],
      PrivateDnsEnabled: false,
    });
    const fewer = done(more, { Action: 'ModifyVpcEndpoint', ...id, RemoveSubnetIds: ['subnet-s'] });
    expect(endpointInterfaces(fewer, VPCE_SSM).map(({ SubnetId }) => SubnetId)).toEqual(['subnet-c']);
  });

  it('takes its interfaces along', () => {
    const gone = done(everything(), { Action: 'DeleteVpcEndpoints', VpcEndpointIds: [VPCE_SSM] });
    expect(endpointInterfaces(gone, VPCE_SSM)).toEqual([]);
  });
});

describe('a Gateway Load Balancer endpoint', () => {
  it('is a route target with an interface and without groups', () => {
    expect(endpointInterfaces(everything(), VPCE_GWLB)).toMatchObject([
      { InterfaceType: 'gateway_load_balancer_endpoint', SubnetId: 'subnet-c', Groups: [] },
    ]);
  });

  it('stays while a route leads to it', () => {
    const route = { RouteTableId: 'rtb-c', DestinationCidrBlock: '192.0.2.0/24' };
    const remove: Call = { Action: 'DeleteVpcEndpoints', VpcEndpointIds: [VPCE_GWLB] };
    const used = done(everything(), { Action: 'CreateRoute', ...route, VpcEndpointId: VPCE_GWLB });
    expect(refusal(used, remove)).toBe('InvalidParameter');
    expect(endpointOf(done(used, { Action: 'DeleteRoute', ...route }, remove), VPCE_GWLB)).toBeUndefined();
  });
});
