/** Calls about network ACLs. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html */
import type { NetworkAclEntryRow, NetworkAclRow } from '../schema/network-acl';
import type { Snapshot } from '../schema/snapshot';
import { readBlock } from './block';
import { find, missing } from './find';
import { type Call, type Handlers, type IdParameter, type Outcome, type Resolved, refuse } from './outcome';
import { addRow, removeRow, replaceRow, rowsOf } from './rows';

interface EntryKey extends Call {
  readonly NetworkAclId: IdParameter;
  readonly RuleNumber: number;
  readonly Egress: boolean;
}

interface Entry extends EntryKey {
  readonly Protocol: string;
  readonly RuleAction: 'allow' | 'deny';
  readonly CidrBlock?: string | undefined;
  readonly Ipv6CidrBlock?: string | undefined;
  readonly PortRange?: { readonly From: number; readonly To: number } | undefined;
  readonly IcmpTypeCode?: { readonly Type: number; readonly Code: number } | undefined;
}

export type NetworkAclAction =
  | (Call & { readonly Action: 'CreateNetworkAcl'; readonly VpcId: IdParameter })
  | (Call & { readonly Action: 'DeleteNetworkAcl'; readonly NetworkAclId: IdParameter })
  | (Entry & { readonly Action: 'CreateNetworkAclEntry' })
  | (Entry & { readonly Action: 'ReplaceNetworkAclEntry' })
  | (EntryKey & { readonly Action: 'DeleteNetworkAclEntry' })
  | (Call & {
      readonly Action: 'ReplaceNetworkAclAssociation';
      readonly AssociationId: IdParameter;
      readonly NetworkAclId: IdParameter;
    });

export const networkAclActions: Handlers<NetworkAclAction> = {
  CreateNetworkAcl(snapshot, { VpcId }, ids) {
    if (!find(snapshot, 'Vpcs', VpcId)) return missing('Vpcs', VpcId);
    const id = ids('acl');
    // A new list holds nothing but the two `*` entries, and so denies everything.
    const Entries = [false, true].map(
      (Egress): NetworkAclEntryRow => ({
        RuleNumber: 32767,
        Egress,
        CidrBlock: '0.0.0.0/0',
        Protocol: '-1',
        RuleAction: 'deny',
      }),
    );
    return {
      snapshot: addRow(snapshot, 'NetworkAcls', {
        NetworkAclId: id,
        VpcId,
        IsDefault: false,
        Entries,
        Associations: [],
      }),
      id,
    };
  },
  DeleteNetworkAcl(snapshot, { NetworkAclId }) {
    const acl = find(snapshot, 'NetworkAcls', NetworkAclId);
    if (!acl) return missing('NetworkAcls', NetworkAclId);
    if (acl.IsDefault)
      return refuse('InvalidParameterValue', `cannot delete default network ACL ${NetworkAclId}`);
    if (acl.Associations?.length) {
      return refuse(
        'DependencyViolation',
        `The networkAcl '${NetworkAclId}' has dependencies and cannot be deleted.`,
      );
    }
    return { snapshot: removeRow(snapshot, 'NetworkAcls', acl) };
  },
  CreateNetworkAclEntry: (snapshot, action) =>
    onEntry(snapshot, action, (acl, old) => {
      if (old) {
        return refuse(
          'NetworkAclEntryAlreadyExists',
          `The network acl entry identified by ${action.RuleNumber} already exists.`,
        );
      }
      return putEntry(snapshot, acl, action, undefined);
    }),
  ReplaceNetworkAclEntry: (snapshot, action) =>
    onEntry(snapshot, action, (acl, old) => (old ? putEntry(snapshot, acl, action, old) : noEntry(action))),
  DeleteNetworkAclEntry: (snapshot, action) =>
    onEntry(snapshot, action, (acl, old) => {
      if (!old) return noEntry(action);
      const Entries = (acl.Entries ?? []).filter((entry) => entry !== old);
      return { snapshot: replaceRow(snapshot, 'NetworkAcls', acl, { ...acl, Entries }) };
    }),
  ReplaceNetworkAclAssociation(snapshot, { AssociationId, NetworkAclId }, ids) {
    const from = rowsOf(snapshot, 'NetworkAcls').find((row) =>
      row.Associations?.some((own) => own.NetworkAclAssociationId === AssociationId),
    );
    const association = from?.Associations?.find((own) => own.NetworkAclAssociationId === AssociationId);
    if (!from || !association)
      return refuse('InvalidAssociationID.NotFound', `The association ID '${AssociationId}' does not exist`);
    const removed = replaceRow(snapshot, 'NetworkAcls', from, {
      ...from,
      Associations: (from.Associations ?? []).filter((own) => own !== association),
    });
    const acl = find(removed, 'NetworkAcls', NetworkAclId);
    if (!acl) return missing('NetworkAcls', NetworkAclId);
    if (acl.VpcId !== from.VpcId) {
      return refuse(
        'InvalidParameterValue',
        `Network ACL ${NetworkAclId} and subnet ${association.SubnetId} belong to different networks`,
      );
    }
    const id = ids('aclassoc');
    const Associations = [
      ...(acl.Associations ?? []),
      { NetworkAclAssociationId: id, NetworkAclId, SubnetId: association.SubnetId },
    ];
    return { snapshot: replaceRow(removed, 'NetworkAcls', acl, { ...acl, Associations }), id };
  },
};

function noEntry({ RuleNumber }: { readonly RuleNumber: number }): Outcome {
  return refuse(
    'InvalidNetworkAclEntry.NotFound',
    `The network acl entry identified by ${RuleNumber} does not exist.`,
  );
}

function onEntry(
  snapshot: Snapshot,
  { NetworkAclId, RuleNumber, Egress }: Resolved<EntryKey>,
  change: (acl: NetworkAclRow, old: NetworkAclEntryRow | undefined) => Outcome,
): Outcome {
  const acl = find(snapshot, 'NetworkAcls', NetworkAclId);
  if (!acl) return missing('NetworkAcls', NetworkAclId);
  if (!Number.isInteger(RuleNumber) || RuleNumber < 1 || RuleNumber > 32766) {
    return refuse(
      'InvalidParameterValue',
      `Value (${RuleNumber}) for parameter ruleNumber is invalid. Use 1 to 32766.`,
    );
  }
  return change(
    acl,
    acl.Entries?.find((entry) => entry.RuleNumber === RuleNumber && entry.Egress === Egress),
  );
}

function putEntry(
  snapshot: Snapshot,
  acl: NetworkAclRow,
  action: Resolved<Entry>,
  old: NetworkAclEntryRow | undefined,
): Outcome {
  const { RuleNumber, Egress, Protocol, RuleAction, PortRange, IcmpTypeCode } = action;
  const text = action.CidrBlock ?? action.Ipv6CidrBlock;
  if (text === undefined)
    return refuse('MissingParameter', 'The request must contain the parameter cidrBlock or ipv6CidrBlock');
  const parsed = readBlock(text, 'cidrBlock');
  if ('error' in parsed) return parsed;
  if (['6', '17', 'tcp', 'udp'].includes(Protocol) && !PortRange) {
    return refuse('MissingParameter', 'The request must contain the parameter portRange for TCP and UDP');
  }
  if (PortRange && PortRange.From > PortRange.To) {
    return refuse('InvalidParameterValue', `Invalid TCP/UDP port range (${PortRange.From}:${PortRange.To})`);
  }
  const entry: NetworkAclEntryRow = {
    RuleNumber,
    Egress,
    Protocol,
    RuleAction,
    [parsed.text.includes(':') ? 'Ipv6CidrBlock' : 'CidrBlock']: parsed.text,
    ...(PortRange && { PortRange }),
    ...(IcmpTypeCode && { IcmpTypeCode }),
  };
  const own = acl.Entries ?? [];
  const Entries = old ? own.map((other) => (other === old ? entry : other)) : [...own, entry];
  return { snapshot: replaceRow(snapshot, 'NetworkAcls', acl, { ...acl, Entries }) };
}
