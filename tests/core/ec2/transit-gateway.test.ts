/** Transit gateways: what comes with them, who routes and who is known, and what is left when somebody goes. */
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { vpcRow } from '@/lib/core/scenario/blueprints/rows';
import {
  ATTACH_1,
  ATTACH_2,
  ATTACH_PEER,
  type Call,
  done,
  everything,
  made,
  OFFICE,
  plain,
  refusal,
  TABLE,
  TABLE_2,
  TGW,
  transitRoutesOf,
} from '../../support/calls';

const tableOf = (snapshot: Snapshot, id: string) =>
  snapshot.TransitGatewayRouteTables?.find((row) => row.TransitGatewayRouteTableId === id);
const attachmentOf = (snapshot: Snapshot, id: string) =>
  snapshot.TransitGatewayAttachments?.find((row) => row.TransitGatewayAttachmentId === id);
const transitInterfaces = (snapshot: Snapshot) =>
  (snapshot.NetworkInterfaces ?? []).filter(({ InterfaceType }) => InterfaceType === 'transit_gateway');

describe('a transit gateway', () => {
  it('comes with one table for both defaults, or without', () => {
    const both = done(plain(), { Action: 'CreateTransitGateway' });
    expect(both.TransitGateways?.[0]?.Options).toMatchObject({
      AssociationDefaultRouteTableId: TABLE,
      PropagationDefaultRouteTableId: TABLE,
      SecurityGroupReferencingSupport: 'disable',
    });
    expect(both.TransitGatewayRouteTables).toMatchObject([
      { DefaultAssociationRouteTable: true, DefaultPropagationRouteTable: true },
    ]);
    const none = done(plain(), {
      Action: 'CreateTransitGateway',
      Options: { DefaultRouteTableAssociation: 'disable', DefaultRouteTablePropagation: 'disable' },
    });
    expect(none.TransitGatewayRouteTables).toBeUndefined();
  });

  it('changes its default tables, which say so themselves', () => {
    const changed = done(everything(), {
      Action: 'ModifyTransitGateway',
      TransitGatewayId: TGW,
      Options: { AssociationDefaultRouteTableId: TABLE_2, DefaultRouteTablePropagation: 'disable' },
    });
    expect(tableOf(changed, TABLE)).toMatchObject({
      DefaultAssociationRouteTable: false,
      DefaultPropagationRouteTable: false,
    });
    expect(tableOf(changed, TABLE_2)).toMatchObject({ DefaultAssociationRouteTable: true });
  });

  it('goes when nothing is attached, and its tables with it', () => {
    const created = done(plain(), { Action: 'CreateTransitGateway' });
    const gone = done(created, { Action: 'DeleteTransitGateway', TransitGatewayId: TGW });
    expect([gone.TransitGateways, gone.TransitGatewayRouteTables]).toEqual([[], []]);
  });
});

describe('an attached VPC', () => {
  it('is associated with and propagates to the default tables', () => {
    expect(attachmentOf(everything(), ATTACH_1)).toMatchObject({
      ResourceType: 'vpc',
      ResourceId: 'vpc-1',
      State: 'available',
      Association: { TransitGatewayRouteTableId: TABLE, State: 'associated' },
    });
    expect(tableOf(everything(), TABLE)?.Associations?.map((row) => row.ResourceId)).toEqual([
      'vpc-1',
      'vpc-2',
    ]);
    expect(transitRoutesOf(everything(), TABLE)).toEqual([
      `10.0.0.0/16 ${ATTACH_1} propagated active`,
      `10.1.0.0/16 ${ATTACH_2} propagated active`,
    ]);
  });

  it('has an interface of the gateway in every subnet of the attachment', () => {
    expect(transitInterfaces(everything())).toMatchObject(
      ['subnet-c', 'subnet-s', 'subnet-2'].map((SubnetId) => ({
        SubnetId,
        RequesterManaged: true,
        SourceDestCheck: false,
        Groups: [],
      })),
    );
    expect(transitInterfaces(everything())[0]?.Description).toBe(
      `Network Interface for Transit Gateway Attachment ${ATTACH_1}`,
    );
  });

  it('changes subnets, and with them the interfaces', () => {
    const fewer = done(everything(), {
      Action: 'ModifyTransitGatewayVpcAttachment',
      TransitGatewayAttachmentId: ATTACH_1,
      RemoveSubnetIds: ['subnet-s'],
      Options: { ApplianceModeSupport: 'enable' },
    });
    expect(fewer.TransitGatewayVpcAttachments?.[0]).toMatchObject({
      SubnetIds: ['subnet-c'],
      Options: { ApplianceModeSupport: 'enable', DnsSupport: 'enable' },
    });
    expect(transitInterfaces(fewer).map(({ SubnetId }) => SubnetId)).toEqual(['subnet-c', 'subnet-2']);
    const more = done(fewer, {
      Action: 'ModifyTransitGatewayVpcAttachment',
      TransitGatewayAttachmentId: ATTACH_1,
      AddSubnetIds: ['subnet-s'],
    });
    expect(transitInterfaces(more)).toHaveLength(3);
  });

  it('leaves the table, and static routes to it become blackholes', () => {
    const gone = done(
      everything(),
      {
        Action: 'CreateTransitGatewayRoute',
        TransitGatewayRouteTableId: TABLE,
        DestinationCidrBlock: '0.0.0.0/0',
        TransitGatewayAttachmentId: ATTACH_1,
      },
      { Action: 'DeleteTransitGatewayVpcAttachment', TransitGatewayAttachmentId: ATTACH_1 },
    );
    expect(transitRoutesOf(gone, TABLE)).toEqual([
      '0.0.0.0/0 - static blackhole',
      `10.1.0.0/16 ${ATTACH_2} propagated active`,
    ]);
    expect(tableOf(gone, TABLE)?.Associations).toHaveLength(1);
    expect(transitInterfaces(gone)).toHaveLength(1);
  });

  it('is undone by its opposite', () => {
    const attach: Call = {
      Action: 'CreateTransitGatewayVpcAttachment',
      TransitGatewayId: TGW,
      VpcId: 'vpc-2',
      SubnetIds: ['subnet-2'],
    };
    const without = done(everything(), {
      Action: 'DeleteTransitGatewayVpcAttachment',
      TransitGatewayAttachmentId: ATTACH_2,
    });
    const id = made('tgw-attach', 2);
    expect(
      done(without, attach, { Action: 'DeleteTransitGatewayVpcAttachment', TransitGatewayAttachmentId: id }),
    ).toEqual(without);
  });

  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachment.html
  it('whose blocks overlap with those of an earlier one is not known to the table', () => {
    const { Vpcs = [], Subnets = [], ...rest } = everything();
    const third = {
      ...(Subnets[0] as NonNullable<typeof Subnets>[number]),
      SubnetId: 'subnet-3',
      VpcId: 'vpc-4',
    };
    const overlapping: Snapshot = {
      ...rest,
      Vpcs: [...Vpcs, vpcRow('vpc-4', 'four', '10.0.0.0/16')],
      Subnets: [...Subnets, third],
    };
    const attached = done(overlapping, {
      Action: 'CreateTransitGatewayVpcAttachment',
      TransitGatewayId: TGW,
      VpcId: 'vpc-4',
      SubnetIds: ['subnet-3'],
    });
    expect(transitRoutesOf(attached, TABLE)).toEqual(transitRoutesOf(everything(), TABLE));
    expect(
      transitRoutesOf(
        done(attached, { Action: 'DeleteTransitGatewayVpcAttachment', TransitGatewayAttachmentId: ATTACH_1 }),
        TABLE,
      ),
    ).toContain(`10.0.0.0/16 ${made('tgw-attach', 4)} propagated active`);
  });
});

describe('a transit gateway route table', () => {
  const both = { TransitGatewayRouteTableId: TABLE_2, TransitGatewayAttachmentId: ATTACH_1 };

  it('judges an attachment after another one has let it go', () => {
    const moved = done(
      everything(),
      { Action: 'DisassociateTransitGatewayRouteTable', ...both, TransitGatewayRouteTableId: TABLE },
      { Action: 'AssociateTransitGatewayRouteTable', ...both },
    );
    expect(attachmentOf(moved, ATTACH_1)?.Association?.TransitGatewayRouteTableId).toBe(TABLE_2);
    expect(tableOf(moved, TABLE)?.Associations).toHaveLength(1);
    expect(
      refusal(moved, { Action: 'DeleteTransitGatewayRouteTable', TransitGatewayRouteTableId: TABLE_2 }),
    ).toBe('IncorrectState');
  });

  it('knows who propagates, and forgets who stops', () => {
    const known = done(everything(), { Action: 'EnableTransitGatewayRouteTablePropagation', ...both });
    expect(transitRoutesOf(known, TABLE_2)).toEqual([`10.0.0.0/16 ${ATTACH_1} propagated active`]);
    expect(done(known, { Action: 'DisableTransitGatewayRouteTablePropagation', ...both })).toEqual(
      everything(),
    );
  });

  it('keeps a static route beside a propagated one for the same block', () => {
    const block = { TransitGatewayRouteTableId: TABLE, DestinationCidrBlock: '10.1.0.0/16' };
    const dropped = done(everything(), { Action: 'CreateTransitGatewayRoute', ...block, Blackhole: true });
    expect(transitRoutesOf(dropped, TABLE)).toEqual([
      '10.1.0.0/16 - static blackhole',
      `10.0.0.0/16 ${ATTACH_1} propagated active`,
      `10.1.0.0/16 ${ATTACH_2} propagated active`,
    ]);
    const pointed = done(dropped, {
      Action: 'ReplaceTransitGatewayRoute',
      ...block,
      TransitGatewayAttachmentId: ATTACH_1,
    });
    expect(transitRoutesOf(pointed, TABLE)[0]).toBe(`10.1.0.0/16 ${ATTACH_1} static active`);
    expect(done(pointed, { Action: 'DeleteTransitGatewayRoute', ...block })).toEqual(everything());
  });

  // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-prefix-lists.html
  it('refers to a prefix list, which then cannot be deleted', () => {
    const key = { TransitGatewayRouteTableId: TABLE_2, PrefixListId: OFFICE };
    const created = done(everything(), {
      Action: 'CreateTransitGatewayPrefixListReference',
      ...key,
      TransitGatewayAttachmentId: ATTACH_2,
    });
    expect(transitRoutesOf(created, TABLE_2)).toEqual([`${OFFICE} ${ATTACH_2} static active`]);
    expect(refusal(created, { Action: 'DeleteManagedPrefixList', PrefixListId: OFFICE })).toBe(
      'DependencyViolation',
    );
    const dropped = done(created, {
      Action: 'ModifyTransitGatewayPrefixListReference',
      ...key,
      Blackhole: true,
    });
    expect(transitRoutesOf(dropped, TABLE_2)).toEqual([`${OFFICE} - static blackhole`]);
    expect(done(dropped, { Action: 'DeleteTransitGatewayPrefixListReference', ...key })).toEqual(
      everything(),
    );
  });

  it('prefers a VPC to a VPN that brings the same block, and shares among equals', () => {
    const vpn = (cgw: string): readonly Call[] => [
      { Action: 'CreateCustomerGateway', Type: 'ipsec.1', IpAddress: cgw, As: 'far' },
      {
        Action: 'CreateVpnConnection',
        Type: 'ipsec.1',
        CustomerGatewayId: { Ref: 'far' },
        TransitGatewayId: TGW,
        Options: { StaticRoutesOnly: true },
      },
    ];
    const joined = done(everything(), ...vpn('203.0.113.31'), ...vpn('203.0.113.32'));
    const withRoutes: Snapshot = {
      ...joined,
      VpnConnections: joined.VpnConnections?.map((row) =>
        row.TransitGatewayId === undefined
          ? row
          : {
              ...row,
              Routes: ['10.1.0.0/16', '192.168.0.0/16'].map((DestinationCidrBlock) => ({
                DestinationCidrBlock,
              })),
            },
      ),
    };
    const settled = done(withRoutes, { Action: 'EnableTransitGatewayRouteTablePropagation', ...both });
    const [first, second] = [made('tgw-attach', 4), made('tgw-attach', 5)];
    expect(transitRoutesOf(settled, TABLE)).toEqual([
      `10.0.0.0/16 ${ATTACH_1} propagated active`,
      `10.1.0.0/16 ${ATTACH_2} propagated active`,
      `192.168.0.0/16 ${first}+${second} propagated active`,
    ]);
  });
});

describe('a peering attachment', () => {
  it('waits, is accepted and associated, and takes static routes only', () => {
    expect(attachmentOf(everything(), ATTACH_PEER)).toMatchObject({
      ResourceType: 'peering',
      ResourceId: 'tgw-far',
      State: 'pendingAcceptance',
    });
    const id = { TransitGatewayAttachmentId: ATTACH_PEER };
    const accepted = done(everything(), { Action: 'AcceptTransitGatewayPeeringAttachment', ...id });
    expect(accepted.TransitGatewayPeeringAttachments?.[0]?.State).toBe('available');
    expect(attachmentOf(accepted, ATTACH_PEER)?.Association?.TransitGatewayRouteTableId).toBe(TABLE);
    expect(tableOf(accepted, TABLE)?.Propagations).toHaveLength(2);
    const table = { TransitGatewayRouteTableId: TABLE_2 };
    expect(refusal(accepted, { Action: 'EnableTransitGatewayRouteTablePropagation', ...table, ...id })).toBe(
      'UnsupportedOperation',
    );
    expect(
      transitRoutesOf(
        done(accepted, {
          Action: 'CreateTransitGatewayRoute',
          ...table,
          ...id,
          DestinationCidrBlock: '172.31.0.0/16',
        }),
        TABLE_2,
      ),
    ).toEqual([`172.31.0.0/16 ${ATTACH_PEER} static active`]);
    expect(refusal(accepted, { Action: 'RejectTransitGatewayPeeringAttachment', ...id })).toBe(
      'IncorrectState',
    );
    const gone = done(accepted, { Action: 'DeleteTransitGatewayPeeringAttachment', ...id });
    expect(attachmentOf(gone, ATTACH_PEER)).toBeUndefined();
    expect(tableOf(gone, TABLE)?.Associations).toHaveLength(2);
  });

  it('stands once at each of two gateways that the document shows', () => {
    const two = done(
      everything(),
      { Action: 'CreateTransitGateway', As: 'other' },
      {
        Action: 'CreateTransitGatewayPeeringAttachment',
        TransitGatewayId: TGW,
        PeerTransitGatewayId: { Ref: 'other' },
        PeerAccountId: '111122223333',
        PeerRegion: 'eu-central-1',
        As: 'peering',
      },
      {
        Action: 'AcceptTransitGatewayPeeringAttachment',
        TransitGatewayAttachmentId: { Ref: 'peering' },
      },
    );
    const rows = two.TransitGatewayAttachments?.filter(
      (row) => row.TransitGatewayAttachmentId === made('tgw-attach', 4),
    );
    expect(rows).toMatchObject([
      { TransitGatewayId: TGW, ResourceId: made('tgw', 2) },
      { TransitGatewayId: made('tgw', 2), ResourceId: TGW },
    ]);
  });
});
