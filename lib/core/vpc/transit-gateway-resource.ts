/** What is attached to a transit gateway: a VPC by a subnet in each zone, a connection to the premises, another gateway. */
import type {
  TransitGatewayAttachmentRow,
  TransitGatewayPeeringAttachmentRow,
  TransitGatewayVpcAttachmentRow,
} from '../ec2/schema/transit-gateway';
import type { NetworkInterface } from './network-interface';
import type { Report } from './report';
import { type Subnet, zoneOf } from './subnet';
import type { AttachedResource, AttachmentZone, VpcAttachment } from './transit-gateway';
import type { Vpc } from './vpc';

export interface AttachmentParts {
  readonly vpcs: ReadonlyMap<string, Vpc>;
  readonly subnets: ReadonlyMap<string, Subnet>;
  readonly networkInterfaces: ReadonlyMap<string, NetworkInterface>;
}

type Path = readonly (string | number)[];

interface Around extends AttachmentParts {
  readonly peerings: ReadonlyMap<string, TransitGatewayPeeringAttachmentRow>;
  /** The interface of an attachment in a subnet. */
  readonly interfaceIn: (subnetId: string, attachmentId: string) => NetworkInterface | undefined;
}

/** AWS names the attachment in the description of its interfaces; where a document does not, the first one in the subnet is meant. */
export function interfacesBySubnet(all: AttachmentParts['networkInterfaces']): Around['interfaceIn'] {
  const first = new Map<string, NetworkInterface>();
  const named = new Map<string, NetworkInterface>();
  for (const one of all.values()) {
    if (one.interfaceType !== 'transit_gateway') continue;
    const { subnet, description } = one;
    if (!first.has(subnet.id)) first.set(subnet.id, one);
    const attachmentId = /\btgw-attach-[0-9a-zA-Z-]+/.exec(description)?.[0];
    if (attachmentId !== undefined) named.set(`${subnet.id} ${attachmentId}`, one);
  }
  return (subnetId, attachmentId) => named.get(`${subnetId} ${attachmentId}`) ?? first.get(subnetId);
}

export function resourceOf(
  row: TransitGatewayAttachmentRow,
  vpcRow: TransitGatewayVpcAttachmentRow | undefined,
  around: Around,
  path: Path,
  report: Report,
): AttachedResource {
  const resourceId = row.ResourceId ?? '';
  switch (row.ResourceType) {
    case 'vpc':
      return vpcAttachment(row, vpcRow, around, path, report);
    case 'vpn':
      return { kind: 'vpn', vpnConnectionId: resourceId };
    case 'direct-connect-gateway':
      return { kind: 'direct-connect-gateway', directConnectGatewayId: resourceId };
    case 'peering':
    case 'tgw-peering':
      return { kind: 'peering', transitGatewayId: farGateway(row, around.peerings) };
    default:
      report.notice(path, `not modelled: a \`${row.ResourceType}\` attachment`);
      return { kind: 'not-modelled', resourceType: row.ResourceType };
  }
}

function farGateway(row: TransitGatewayAttachmentRow, peerings: Around['peerings']): string {
  const peering = peerings.get(row.TransitGatewayAttachmentId);
  const ends = [peering?.RequesterTgwInfo, peering?.AccepterTgwInfo].map((info) => info?.TransitGatewayId);
  return ends.find((id) => id !== undefined && id !== row.TransitGatewayId) ?? row.ResourceId ?? '';
}

function vpcAttachment(
  row: TransitGatewayAttachmentRow,
  vpcRow: TransitGatewayVpcAttachmentRow | undefined,
  { vpcs, subnets, interfaceIn }: Around,
  path: Path,
  report: Report,
): VpcAttachment {
  const id = row.TransitGatewayAttachmentId;
  const vpcId = vpcRow?.VpcId ?? row.ResourceId ?? '';
  const vpc = vpcs.get(vpcId);
  if (!vpc) report.notice(path, `\`${vpcId}\` is not in the snapshot: what lies behind \`${id}\` is unknown`);
  else if (!vpcRow)
    report.notice(path, `the subnets of \`${id}\` are not in the snapshot: nothing enters or leaves by it`);
  const zones = new Map<string, AttachmentZone>();
  for (const subnetId of vpcRow?.SubnetIds ?? []) {
    const subnet = subnets.get(subnetId);
    if (!subnet) {
      if (vpc) report.missing(path, subnetId, `\`${id}\` uses \`${subnetId}\`, which is not in the snapshot`);
      continue;
    }
    if (subnet.vpc.id !== vpcId)
      report.issue(path, `\`${id}\` uses \`${subnetId}\`, which belongs to another VPC`);
    const zone = zoneOf(subnet);
    const other = zones.get(zone);
    if (other)
      report.issue(path, `\`${id}\` has two subnets in one zone, \`${other.subnet.id}\` and \`${subnetId}\``);
    const own = interfaceIn(subnetId, id);
    zones.set(zone, { subnet, ...(own && { networkInterface: own }) });
  }
  return {
    kind: 'vpc',
    vpcId,
    ...(vpc && { vpc }),
    zones,
    applianceMode: vpcRow?.Options?.ApplianceModeSupport === 'enable',
    // AWS turns it on for new attachments; the gateway's own switch is off unless somebody set it.
    securityGroupReferencing: vpcRow?.Options?.SecurityGroupReferencingSupport !== 'disable',
  };
}
