/** Calls that attach VPCs to transit gateways. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachment.html */
import type { Snapshot } from '../schema/snapshot';
import type { TransitGatewayVpcAttachmentRow } from '../schema/transit-gateway';
import type { SubnetRow } from '../schema/vpc';
import { find, missing } from './find';
import {
  type Call,
  type Handlers,
  type IdParameter,
  type IdSource,
  type Outcome,
  type Refusal,
  refuse,
} from './outcome';
import { addRow, removeRow, replaceRow, rowsOf } from './rows';
import { addServiceInterface, removeInterfaces } from './service-interface';
import { settled } from './settle';
import { addAttachment, joinDefaultTables, removeAttachment } from './transit-gateway-attachment';
import { readZoneSubnets } from './zone-subnets';

type OnOff = 'enable' | 'disable';

interface OptionsParameter {
  readonly DnsSupport?: OnOff | undefined;
  readonly SecurityGroupReferencingSupport?: OnOff | undefined;
  readonly Ipv6Support?: OnOff | undefined;
  readonly ApplianceModeSupport?: OnOff | undefined;
}

export type TransitGatewayVpcAttachmentAction =
  | (Call & {
      readonly Action: 'CreateTransitGatewayVpcAttachment';
      readonly TransitGatewayId: IdParameter;
      readonly VpcId: IdParameter;
      readonly SubnetIds: readonly IdParameter[];
      readonly Options?: OptionsParameter | undefined;
    })
  | (Call & {
      readonly Action: 'ModifyTransitGatewayVpcAttachment';
      readonly TransitGatewayAttachmentId: IdParameter;
      readonly AddSubnetIds?: readonly IdParameter[] | undefined;
      readonly RemoveSubnetIds?: readonly IdParameter[] | undefined;
      readonly Options?: OptionsParameter | undefined;
    })
  | (Call & {
      readonly Action: 'DeleteTransitGatewayVpcAttachment';
      readonly TransitGatewayAttachmentId: IdParameter;
    });

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachmentRequestOptions.html */
const DEFAULTS = {
  DnsSupport: 'enable',
  SecurityGroupReferencingSupport: 'enable',
  Ipv6Support: 'disable',
  ApplianceModeSupport: 'disable',
} as const;

export const transitGatewayVpcAttachmentActions: Handlers<TransitGatewayVpcAttachmentAction> = {
  CreateTransitGatewayVpcAttachment(snapshot, { TransitGatewayId, VpcId, SubnetIds, Options }, ids) {
    const gateway = find(snapshot, 'TransitGateways', TransitGatewayId);
    if (!gateway) return missing('TransitGateways', TransitGatewayId);
    if (!find(snapshot, 'Vpcs', VpcId)) return missing('Vpcs', VpcId);
    const isTwice = rowsOf(snapshot, 'TransitGatewayVpcAttachments').some(
      (row) => row.TransitGatewayId === TransitGatewayId && row.VpcId === VpcId && row.State !== 'deleted',
    );
    if (isTwice)
      return refuse(
        'DuplicateTransitGatewayAttachment',
        `${TransitGatewayId} has non-deleted Transit Gateway Attachments with same VPC ID.`,
      );
    if (SubnetIds.length === 0)
      return refuse('MissingParameter', 'The request must contain the parameter SubnetIds');
    const subnets = readZoneSubnets(snapshot, VpcId, [], SubnetIds);
    if ('error' in subnets) return subnets;
    const id = ids('tgw-attach');
    const row: TransitGatewayVpcAttachmentRow = {
      TransitGatewayAttachmentId: id,
      TransitGatewayId,
      VpcId,
      VpcOwnerId: snapshot.OwnerId ?? '',
      State: 'available',
      SubnetIds,
      Options: { ...DEFAULTS, ...given(Options) },
    };
    const wired = addInterfaces(snapshot, id, subnets.subnets, ids);
    if ('error' in wired) return wired;
    const attachment = {
      TransitGatewayAttachmentId: id,
      TransitGatewayId,
      ResourceType: 'vpc',
      ResourceId: VpcId,
      State: 'available',
    };
    const listed = addAttachment(addRow(wired.snapshot, 'TransitGatewayVpcAttachments', row), attachment);
    return { snapshot: settled(snapshot, joinDefaultTables(listed, attachment)), id };
  },
  ModifyTransitGatewayVpcAttachment(snapshot, action, ids) {
    const { TransitGatewayAttachmentId: id, AddSubnetIds = [], RemoveSubnetIds = [], Options } = action;
    const row = find(snapshot, 'TransitGatewayVpcAttachments', id);
    if (!row) return missing('TransitGatewayVpcAttachments', id);
    const own = row.SubnetIds ?? [];
    const stranger = RemoveSubnetIds.find((subnetId) => !own.includes(subnetId));
    if (stranger !== undefined)
      return refuse('InvalidParameterValue', `${stranger} is not a subnet of ${id}`);
    const left = own.filter((subnetId) => !RemoveSubnetIds.includes(subnetId));
    const added = readZoneSubnets(snapshot, row.VpcId, left, AddSubnetIds);
    if ('error' in added) return added;
    const SubnetIds = [...left, ...AddSubnetIds];
    if (SubnetIds.length === 0) return refuse('InvalidParameterValue', `${id} must have at least one subnet`);
    const unwired = removeInterfaces(
      snapshot,
      (eni) => RemoveSubnetIds.includes(eni.SubnetId) && eni.Description === describe(id),
    );
    const wired = addInterfaces(unwired, id, added.subnets, ids);
    if ('error' in wired) return wired;
    const changed = { ...row, SubnetIds, Options: { ...row.Options, ...given(Options) } };
    return {
      snapshot: settled(snapshot, replaceRow(wired.snapshot, 'TransitGatewayVpcAttachments', row, changed)),
    };
  },
  DeleteTransitGatewayVpcAttachment(snapshot, { TransitGatewayAttachmentId: id }): Outcome {
    const row = find(snapshot, 'TransitGatewayVpcAttachments', id);
    if (!row) return missing('TransitGatewayVpcAttachments', id);
    const unwired = removeInterfaces(snapshot, (eni) => eni.Description === describe(id));
    const removed = removeAttachment(removeRow(unwired, 'TransitGatewayVpcAttachments', row), id);
    return { snapshot: settled(snapshot, removed) };
  },
};

function given(options: OptionsParameter | undefined): OptionsParameter {
  return Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined));
}

function describe(id: string): string {
  return `Network Interface for Transit Gateway Attachment ${id}`;
}

/** One interface in each subnet of the attachment. */
function addInterfaces(
  snapshot: Snapshot,
  id: string,
  subnets: readonly SubnetRow[],
  ids: IdSource,
): { readonly snapshot: Snapshot } | Refusal {
  let current = snapshot;
  for (const subnet of subnets) {
    const made = addServiceInterface(
      current,
      subnet,
      { InterfaceType: 'transit_gateway', Description: describe(id), SourceDestCheck: false },
      ids,
    );
    if ('error' in made) return made;
    current = made.snapshot;
  }
  return { snapshot: current };
}
