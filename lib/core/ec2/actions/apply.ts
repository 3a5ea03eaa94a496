/** Applies API calls to a Snapshot: a new Snapshot, or AWS's error; the original is never touched. */
import type { Snapshot } from '../schema/snapshot';
import type { Action } from './action';
import { addressActions } from './address';
import { internetGatewayActions } from './internet-gateway';
import { networkAclActions } from './network-acl';
import { networkInterfaceActions } from './network-interface';
import { type ApiError, type Handler, type IdSource, type Outcome, refuse } from './outcome';
import { routeActions } from './route';
import { routeTableActions } from './route-table';
import { rowsOf } from './rows';
import { securityGroupActions } from './security-group';
import { vpcPeeringConnectionActions } from './vpc-peering-connection';

const HANDLERS = {
  ...routeActions,
  ...routeTableActions,
  ...securityGroupActions,
  ...networkInterfaceActions,
  ...networkAclActions,
  ...addressActions,
  ...internetGatewayActions,
  ...vpcPeeringConnectionActions,
};

/** Every API call that can be replayed. */
export const ACTION_NAMES = Object.keys(HANDLERS) as readonly Action['Action'][];

/** `action` must hold no `{ Ref }`; lists that do go through `applyAll`. */
export function apply(snapshot: Snapshot, action: Action, ids: IdSource = countedIds(snapshot)): Outcome {
  const handler = HANDLERS[action.Action] as Handler<Action>;
  return handler(snapshot, action as Parameters<typeof handler>[1], ids);
}

export type AllApplied =
  | { readonly snapshot: Snapshot }
  | { readonly error: ApiError & { readonly index: number } };

/** All calls in order, or the first error with its index; a later call may name what an earlier one made. */
export function applyAll(snapshot: Snapshot, actions: readonly Action[]): AllApplied {
  const ids = countedIds(snapshot);
  const made = new Map<string, string>();
  let current = snapshot;
  for (const [index, action] of actions.entries()) {
    const resolved = resolveRefs(action, made);
    const outcome = 'error' in resolved ? resolved : apply(current, resolved.action, ids);
    if ('error' in outcome) return { error: { ...outcome.error, index } };
    current = outcome.snapshot;
    if (action.As !== undefined && outcome.id !== undefined) made.set(action.As, outcome.id);
  }
  return { snapshot: current };
}

function resolveRefs(
  action: Action,
  made: ReadonlyMap<string, string>,
): { readonly action: Action } | { readonly error: ApiError } {
  const entries: [string, unknown][] = [];
  for (const [key, value] of Object.entries(action)) {
    if (typeof value !== 'object' || value === null || !('Ref' in value)) {
      entries.push([key, value]);
      continue;
    }
    const id = made.get(String(value.Ref));
    if (id === undefined)
      return refuse(
        'InvalidParameterValue',
        `${key} refers to \`${String(value.Ref)}\`, which no earlier action made`,
      );
    entries.push([key, id]);
  }
  return { action: Object.fromEntries(entries) as unknown as Action };
}

/** `rtb-00000000000000001` and so on, past every id that the document already has. */
export function countedIds(snapshot: Snapshot): IdSource {
  const text = new Set(
    (
      [
        'RouteTables',
        'SecurityGroups',
        'NetworkAcls',
        'InternetGateways',
        'VpcPeeringConnections',
        'Addresses',
      ] as const
    ).flatMap((key) => JSON.stringify(rowsOf(snapshot, key)).match(/[a-z]+-[0-9a-f]{17}/g)),
  );
  const counts = new Map<string, number>();
  return (prefix) => {
    let count = counts.get(prefix) ?? 0;
    let id: string;
    do {
      count += 1;
      id = `${prefix}-${String(count).padStart(17, '0')}`;
    } while (text.has(id));
    counts.set(prefix, count);
    return id;
  };
}
