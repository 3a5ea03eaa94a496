/** Calls about a customer's own prefix lists. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyManagedPrefixList.html */
import type { ManagedPrefixListRow } from '../schema/prefix-list';
import type { Snapshot } from '../schema/snapshot';
import { readBlock } from './block';
import { find, missing } from './find';
import { type Call, type Handlers, type IdParameter, type Refusal, type Resolved, refuse } from './outcome';
import { addRow, removeRow, replaceRow, rowsOf } from './rows';

interface EntryParameter {
  readonly Cidr: string;
  readonly Description?: string | undefined;
}

interface ModifyCall extends Call {
  readonly PrefixListId: IdParameter;
  /** Which version the caller has seen; another one is not changed. */
  readonly CurrentVersion?: number | undefined;
  readonly PrefixListName?: string | undefined;
  readonly AddEntries?: readonly EntryParameter[] | undefined;
  readonly RemoveEntries?: readonly { readonly Cidr: string }[] | undefined;
  readonly MaxEntries?: number | undefined;
}

export type PrefixListAction =
  | (Call & {
      readonly Action: 'CreateManagedPrefixList';
      readonly PrefixListName: string;
      readonly MaxEntries: number;
      readonly AddressFamily: 'IPv4' | 'IPv6';
      readonly Entries?: readonly EntryParameter[] | undefined;
    })
  | (ModifyCall & { readonly Action: 'ModifyManagedPrefixList' })
  | (Call & { readonly Action: 'DeleteManagedPrefixList'; readonly PrefixListId: IdParameter });

type Entries = NonNullable<ManagedPrefixListRow['Entries']>;

export const prefixListActions: Handlers<PrefixListAction> = {
  CreateManagedPrefixList(snapshot, { PrefixListName, MaxEntries, AddressFamily, Entries = [] }, ids) {
    if (PrefixListName.startsWith('com.amazonaws'))
      return refuse('InvalidParameterValue', `The prefix list name '${PrefixListName}' is reserved`);
    if (MaxEntries < 1) return refuse('InvalidParameterValue', 'A prefix list needs room for one entry');
    const entries = added([], Entries, AddressFamily);
    if ('error' in entries) return entries;
    const PrefixListId = ids('pl');
    const row: ManagedPrefixListRow = {
      PrefixListId,
      AddressFamily,
      State: 'create-complete',
      PrefixListName,
      MaxEntries,
      Version: 1,
      OwnerId: snapshot.OwnerId ?? '',
      Entries: entries.entries,
    };
    return checkSize(row) ?? { snapshot: addRow(snapshot, 'ManagedPrefixLists', row), id: PrefixListId };
  },
  ModifyManagedPrefixList(snapshot, action) {
    const list = find(snapshot, 'ManagedPrefixLists', action.PrefixListId);
    if (!list) return missing('ManagedPrefixLists', action.PrefixListId);
    const changed = modified(list, action);
    if ('error' in changed) return changed;
    return (
      checkSize(changed.row) ?? {
        snapshot: replaceRow(snapshot, 'ManagedPrefixLists', list, changed.row),
      }
    );
  },
  DeleteManagedPrefixList(snapshot, { PrefixListId }) {
    const list = find(snapshot, 'ManagedPrefixLists', PrefixListId);
    if (!list) return missing('ManagedPrefixLists', PrefixListId);
    if (isAwsManaged(list)) return awsManaged(list);
    if (isReferenced(snapshot, PrefixListId))
      return refuse(
        'DependencyViolation',
        `The prefix list '${PrefixListId}' is referenced and cannot be deleted.`,
      );
    return { snapshot: removeRow(snapshot, 'ManagedPrefixLists', list) };
  },
};

function modified(
  list: ManagedPrefixListRow,
  action: Resolved<ModifyCall>,
): { readonly row: ManagedPrefixListRow } | Refusal {
  const { CurrentVersion, PrefixListName, AddEntries = [], RemoveEntries = [], MaxEntries } = action;
  if (isAwsManaged(list)) return awsManaged(list);
  const Version = list.Version ?? 1;
  if (CurrentVersion !== undefined && CurrentVersion !== Version)
    return refuse('PrefixListVersionMismatch', 'The prefix list has the incorrect version number.');
  const changesEntries = AddEntries.length + RemoveEntries.length > 0;
  if (MaxEntries !== undefined && changesEntries)
    return refuse(
      'InvalidParameterCombination',
      'The entries and the size of a prefix list cannot be modified at the same time',
    );
  const left = removed(list.Entries ?? [], RemoveEntries);
  if ('error' in left) return left;
  const entries = added(left.entries, AddEntries, list.AddressFamily ?? 'IPv4');
  if ('error' in entries) return entries;
  return {
    row: {
      ...list,
      ...(PrefixListName !== undefined && { PrefixListName }),
      ...(MaxEntries !== undefined && { MaxEntries }),
      ...(changesEntries && { Entries: entries.entries, Version: Version + 1 }),
      State: 'modify-complete',
    },
  };
}

function added(
  own: Entries,
  asked: readonly EntryParameter[],
  family: 'IPv4' | 'IPv6',
): { readonly entries: Entries } | Refusal {
  const entries = [...own];
  for (const { Cidr, Description } of asked) {
    const block = readBlock(Cidr, 'cidr', family);
    if ('error' in block) return block;
    if (entries.some((entry) => entry.Cidr === block.text))
      return refuse('InvalidParameterValue', `The prefix list has an entry for ${block.text} already`);
    entries.push({ Cidr: block.text, ...(Description !== undefined && { Description }) });
  }
  return { entries };
}

function removed(
  own: Entries,
  asked: readonly { readonly Cidr: string }[],
): { readonly entries: Entries } | Refusal {
  let entries = own;
  for (const { Cidr } of asked) {
    const block = readBlock(Cidr, 'cidr');
    if ('error' in block) return block;
    const left = entries.filter((entry) => entry.Cidr !== block.text);
    if (left.length === entries.length)
      return refuse('InvalidParameterValue', `The prefix list has no entry for ${block.text}`);
    entries = left;
  }
  return { entries };
}

function checkSize({ Entries = [], MaxEntries = Entries.length }: ManagedPrefixListRow): Refusal | undefined {
  if (Entries.length <= MaxEntries) return undefined;
  return refuse(
    'InvalidParameterValue',
    `The prefix list would have ${Entries.length} entries, and its maximum is ${MaxEntries}`,
  );
}

function isAwsManaged({ OwnerId }: ManagedPrefixListRow): boolean {
  return OwnerId === 'AWS';
}

function awsManaged({ PrefixListId }: ManagedPrefixListRow): Refusal {
  return refuse('OperationNotPermitted', `The prefix list '${PrefixListId}' is managed by AWS`);
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html: a list in use cannot be deleted. */
function isReferenced(snapshot: Snapshot, id: string): boolean {
  const inRules = rowsOf(snapshot, 'SecurityGroups').some(
    ({ IpPermissions = [], IpPermissionsEgress = [] }) =>
      [...IpPermissions, ...IpPermissionsEgress].some(({ PrefixListIds }) =>
        PrefixListIds?.some(({ PrefixListId }) => PrefixListId === id),
      ),
  );
  return (
    inRules ||
    rowsOf(snapshot, 'RouteTables').some(({ Routes }) =>
      Routes?.some(({ DestinationPrefixListId }) => DestinationPrefixListId === id),
    ) ||
    rowsOf(snapshot, 'TransitGatewayRouteTables').some(({ Routes }) =>
      Routes?.some(({ PrefixListId }) => PrefixListId === id),
    )
  );
}
