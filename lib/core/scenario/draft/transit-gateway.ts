/** A transit gateway: attachments with an interface per zone, and tables whose effective routes are written out. */
import { type Draft, nameTag, OWNER_ID, type Row } from './draft';
import { addInterface, hostAddress } from './server';
import type { DraftSubnet, DraftVpc } from './vpc';

export function addTransitGateway(draft: Draft, name: string): string {
  const id = draft.id('tgw');
  draft.add('TransitGateways', {
    TransitGatewayId: id,
    OwnerId: OWNER_ID,
    State: 'available',
    Options: {
      AmazonSideAsn: 64512,
      DefaultRouteTableAssociation: 'disable',
      DefaultRouteTablePropagation: 'disable',
      SecurityGroupReferencingSupport: 'enable',
    },
    Tags: nameTag(name),
  });
  return id;
}

/** `subnets`: one of each zone, with the host number of the gateway's interface there. */
export function attachVpc(
  draft: Draft,
  transitGatewayId: string,
  vpc: DraftVpc,
  subnets: readonly (readonly [DraftSubnet, host: number])[],
  ApplianceModeSupport: 'enable' | 'disable' = 'disable',
): string {
  const id = draft.id('tgw-attach');
  const common = { TransitGatewayAttachmentId: id, TransitGatewayId: transitGatewayId, State: 'available' };
  draft.add('TransitGatewayAttachments', {
    ...common,
    ResourceType: 'vpc',
    ResourceId: vpc.id,
    ResourceOwnerId: OWNER_ID,
    Tags: nameTag(vpc.name),
  });
  draft.add('TransitGatewayVpcAttachments', {
    ...common,
    VpcId: vpc.id,
    SubnetIds: subnets.map(([subnet]) => subnet.id),
    Options: {
      DnsSupport: 'enable',
      Ipv6Support: 'disable',
      ApplianceModeSupport,
      SecurityGroupReferencingSupport: 'enable',
    },
    Tags: nameTag(vpc.name),
  });
  for (const [subnet, host] of subnets) {
    addInterface(draft, subnet, {
      description: `Network Interface for Transit Gateway Attachment ${id}`,
      address: hostAddress(subnet.cidr, host),
      groupIds: [],
      type: 'transit_gateway',
    });
  }
  return id;
}

interface Attached {
  readonly id: string;
  readonly vpc: DraftVpc;
}

interface TableOptions {
  readonly name: string;
  readonly associated: readonly Attached[];
  /** Whose blocks appear in the table by themselves. */
  readonly propagated: readonly Attached[];
  readonly staticRoutes?: readonly (readonly [cidr: string, to: Attached])[];
}

export function addTransitGatewayRouteTable(
  draft: Draft,
  transitGatewayId: string,
  { name, associated, propagated, staticRoutes = [] }: TableOptions,
): string {
  const id = draft.id('tgw-rtb');
  const attached = ({ id: TransitGatewayAttachmentId, vpc }: Attached) => ({
    TransitGatewayAttachmentId,
    ResourceId: vpc.id,
    ResourceType: 'vpc',
  });
  const route = (cidr: string, to: Attached, Type: 'static' | 'propagated') =>
    ({
      DestinationCidrBlock: cidr,
      TransitGatewayAttachments: [attached(to)],
      Type,
      State: 'active',
    }) satisfies NonNullable<Row<'TransitGatewayRouteTables'>['Routes']>[number];
  draft.add('TransitGatewayRouteTables', {
    TransitGatewayRouteTableId: id,
    TransitGatewayId: transitGatewayId,
    State: 'available',
    DefaultAssociationRouteTable: false,
    DefaultPropagationRouteTable: false,
    Associations: associated.map((one) => ({ ...attached(one), State: 'associated' })),
    Propagations: propagated.map((one) => ({ ...attached(one), State: 'enabled' })),
    Routes: [
      ...propagated.map((one) => route(one.vpc.cidr, one, 'propagated')),
      ...staticRoutes.map(([cidr, to]) => route(cidr, to, 'static')),
    ],
    Tags: nameTag(name),
  });
  return id;
}
