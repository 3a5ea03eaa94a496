/** Calls about subnets. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html */
import { containsCidr, overlaps } from '../../net/cidr';
import type { Snapshot } from '../schema/snapshot';
import type { SubnetRow, VpcRow } from '../schema/vpc';
import { type Block, documentBlock, readBlock } from './block';
import { find, missing } from './find';
import { subnetBlocks } from './free-address';
import { interfacesIn } from './interface-rows';
import { blocksOf } from './local-route';
import { type Call, type Handlers, type IdParameter, type Refusal, refuse } from './outcome';
import { addRow, mapRows, removeRow, replaceRow, rowsOf } from './rows';

export type SubnetAction =
  | (Call & {
      readonly Action: 'CreateSubnet';
      readonly VpcId: IdParameter;
      readonly CidrBlock: string;
      readonly Ipv6CidrBlock?: string | undefined;
      /** AWS chooses one where the call names none. */
      readonly AvailabilityZone?: string | undefined;
      readonly AvailabilityZoneId?: string | undefined;
    })
  | (Call & { readonly Action: 'DeleteSubnet'; readonly SubnetId: IdParameter })
  | (Call & {
      readonly Action: 'AssociateSubnetCidrBlock';
      readonly SubnetId: IdParameter;
      readonly Ipv6CidrBlock: string;
    })
  | (Call & { readonly Action: 'DisassociateSubnetCidrBlock'; readonly AssociationId: IdParameter });

export const subnetActions: Handlers<SubnetAction> = {
  CreateSubnet(snapshot, action, ids) {
    const vpc = find(snapshot, 'Vpcs', action.VpcId);
    if (!vpc) return missing('Vpcs', action.VpcId);
    const block = readSubnetBlock(snapshot, vpc, action.CidrBlock, 'IPv4');
    if ('error' in block) return block;
    const ipv6 =
      action.Ipv6CidrBlock === undefined
        ? undefined
        : readSubnetBlock(snapshot, vpc, action.Ipv6CidrBlock, 'IPv6');
    if (ipv6 && 'error' in ipv6) return ipv6;
    const zone = zoneOf(snapshot, action);
    if ('error' in zone) return zone;
    const SubnetId = ids('subnet');
    const row: SubnetRow = {
      SubnetId,
      VpcId: vpc.VpcId,
      CidrBlock: block.text,
      ...(ipv6 && { Ipv6CidrBlockAssociationSet: [ipv6Row(ids('subnet-cidr-assoc'), ipv6.text)] }),
      ...zone,
      State: 'available',
      OwnerId: snapshot.OwnerId ?? '',
      MapPublicIpOnLaunch: false,
    };
    const made = addRow(snapshot, 'Subnets', row);
    return {
      snapshot: mapRows(made, 'NetworkAcls', (acl) => {
        if (acl.VpcId !== vpc.VpcId || !acl.IsDefault) return acl;
        const { NetworkAclId } = acl;
        const association = { NetworkAclAssociationId: ids('aclassoc'), NetworkAclId, SubnetId };
        return { ...acl, Associations: [...(acl.Associations ?? []), association] };
      }),
      id: SubnetId,
    };
  },
  DeleteSubnet(snapshot, { SubnetId }) {
    const row = find(snapshot, 'Subnets', SubnetId);
    if (!row) return missing('Subnets', SubnetId);
    if (isInUse(snapshot, SubnetId))
      return refuse(
        'DependencyViolation',
        `The subnet '${SubnetId}' has dependencies and cannot be deleted.`,
      );
    const isOther = (own: { readonly SubnetId?: string | undefined }): boolean => own.SubnetId !== SubnetId;
    const withoutTable = mapRows(removeRow(snapshot, 'Subnets', row), 'RouteTables', (table) =>
      table.Associations?.every(isOther) === false
        ? { ...table, Associations: table.Associations.filter(isOther) }
        : table,
    );
    return {
      snapshot: mapRows(withoutTable, 'NetworkAcls', (acl) =>
        acl.Associations?.every(isOther) === false
          ? { ...acl, Associations: acl.Associations.filter(isOther) }
          : acl,
      ),
    };
  },
  AssociateSubnetCidrBlock(snapshot, { SubnetId, Ipv6CidrBlock }, ids) {
    const row = find(snapshot, 'Subnets', SubnetId);
    if (!row) return missing('Subnets', SubnetId);
    const vpc = find(snapshot, 'Vpcs', row.VpcId);
    if (!vpc) return missing('Vpcs', row.VpcId);
    const block = readSubnetBlock(snapshot, vpc, Ipv6CidrBlock, 'IPv6');
    if ('error' in block) return block;
    if (subnetBlocks(row).some(({ base }) => typeof base === 'bigint'))
      return refuse('InvalidParameterValue', `The subnet ${SubnetId} has an IPv6 CIDR block already`);
    const AssociationId = ids('subnet-cidr-assoc');
    const Ipv6CidrBlockAssociationSet = [
      ...(row.Ipv6CidrBlockAssociationSet ?? []),
      ipv6Row(AssociationId, block.text),
    ];
    const changed = { ...row, Ipv6CidrBlockAssociationSet };
    return { snapshot: replaceRow(snapshot, 'Subnets', row, changed), id: AssociationId };
  },
  DisassociateSubnetCidrBlock(snapshot, { AssociationId: id }) {
    const row = rowsOf(snapshot, 'Subnets').find((subnet) =>
      subnet.Ipv6CidrBlockAssociationSet?.some(({ AssociationId }) => AssociationId === id),
    );
    if (!row)
      return refuse(
        'InvalidSubnetCidrBlockAssociationID.NotFound',
        `The subnet CIDR block with association ID '${id}' does not exist`,
      );
    if (interfacesIn(snapshot, row.SubnetId).some(({ Ipv6Addresses }) => Ipv6Addresses?.length))
      return refuse('DependencyViolation', `IPv6 addresses of ${row.SubnetId} are in use`);
    const left = (row.Ipv6CidrBlockAssociationSet ?? []).filter(({ AssociationId }) => AssociationId !== id);
    const changed = { ...row, Ipv6CidrBlockAssociationSet: left };
    return { snapshot: replaceRow(snapshot, 'Subnets', row, changed) };
  },
};

function ipv6Row(AssociationId: string, Ipv6CidrBlock: string) {
  return { AssociationId, Ipv6CidrBlock, Ipv6CidrBlockState: { State: 'associated' } };
}

/** Inside of the VPC, beside all its subnets, and of a size that AWS makes. */
function readSubnetBlock(
  snapshot: Snapshot,
  vpc: VpcRow,
  text: string,
  family: 'IPv4' | 'IPv6',
): Block | Refusal {
  const block = readBlock(text, family === 'IPv4' ? 'cidrBlock' : 'ipv6CidrBlock', family);
  if ('error' in block) return block;
  const { length } = block.cidr;
  const fits =
    family === 'IPv4' ? length >= 16 && length <= 28 : length >= 44 && length <= 64 && length % 4 === 0;
  const isInside = blocksOf(vpc).some((own) => containsCidr(documentBlock(own), block.cidr));
  if (!fits || !isInside) return refuse('InvalidSubnet.Range', `The CIDR '${block.text}' is invalid.`);
  const isTaken = rowsOf(snapshot, 'Subnets').some(
    (row) => row.VpcId === vpc.VpcId && subnetBlocks(row).some((own) => overlaps(own, block.cidr)),
  );
  if (!isTaken) return block;
  return refuse('InvalidSubnet.Conflict', `The CIDR '${block.text}' conflicts with another subnet`);
}

type Zone = Pick<SubnetRow, 'AvailabilityZone' | 'AvailabilityZoneId'>;

/** Name and id of one zone: what other subnets tell of it; otherwise the first zone of the Region. */
function zoneOf(snapshot: Snapshot, asked: Zone): Zone | Refusal {
  const { AvailabilityZone: name, AvailabilityZoneId: id } = asked;
  const subnets = rowsOf(snapshot, 'Subnets').filter((row) => row.AvailabilityZone !== undefined);
  if (name !== undefined && snapshot.Region !== undefined && !name.startsWith(snapshot.Region))
    return refuse(
      'InvalidParameterValue',
      `Value (${name}) for parameter availabilityZone is invalid. Subnets can be created in the zones of ${snapshot.Region} only`,
    );
  const known = subnets.find((row) =>
    name !== undefined
      ? row.AvailabilityZone === name
      : id !== undefined
        ? row.AvailabilityZoneId === id
        : true,
  );
  const zone = {
    AvailabilityZone: name ?? known?.AvailabilityZone ?? (id === undefined ? firstZone(snapshot) : undefined),
    AvailabilityZoneId: id ?? known?.AvailabilityZoneId,
  };
  return Object.fromEntries(Object.entries(zone).filter(([, value]) => value !== undefined));
}

function firstZone({ Region }: Snapshot): string | undefined {
  return Region === undefined ? undefined : `${Region}a`;
}

/** By interfaces, and by what a document may show without them. */
function isInUse(snapshot: Snapshot, id: string): boolean {
  return (
    interfacesIn(snapshot, id).length > 0 ||
    rowsOf(snapshot, 'NatGateways').some(
      ({ SubnetId, State = 'available' }) => SubnetId === id && !['deleted', 'failed'].includes(State),
    ) ||
    rowsOf(snapshot, 'TransitGatewayVpcAttachments').some(({ SubnetIds }) => SubnetIds?.includes(id)) ||
    rowsOf(snapshot, 'VpcEndpoints').some(({ SubnetIds }) => SubnetIds?.includes(id))
  );
}
