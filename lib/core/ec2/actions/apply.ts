/** Applies API calls to a Snapshot: a new Snapshot, or AWS's error; the original is never touched. */
import type { Snapshot } from '../schema/snapshot';
import type { Action } from './action';
import { addressActions } from './address';
import { blockPublicAccessActions } from './block-public-access';
import { countedIds } from './counted-ids';
import { customerGatewayActions } from './customer-gateway';
import { egressOnlyInternetGatewayActions } from './egress-only-internet-gateway';
import { flowLogActions, withoutLogsOfGone } from './flow-log';
import { instanceActions } from './instance';
import { withOwnInterfaces } from './interface-rows';
import { internetGatewayActions } from './internet-gateway';
import { natGatewayActions } from './nat-gateway';
import { natGatewayAddressActions } from './nat-gateway-address';
import { networkAclActions } from './network-acl';
import { networkInterfaceActions } from './network-interface';
import { networkInterfaceAttachmentActions } from './network-interface-attachment';
import { type ApiError, type Handler, type Handlers, type IdSource, type Outcome, refuse } from './outcome';
import { prefixListActions } from './prefix-list';
import { privateAddressActions } from './private-address';
import { routeActions } from './route';
import { routePropagationActions } from './route-propagation';
import { routeTableActions } from './route-table';
import { securityGroupActions } from './security-group';
import { securityGroupRuleActions } from './security-group-rule';
import { subnetActions } from './subnet';
import { transitGatewayActions } from './transit-gateway';
import { transitGatewayPeeringAttachmentActions } from './transit-gateway-peering-attachment';
import { transitGatewayPrefixListReferenceActions } from './transit-gateway-prefix-list-reference';
import { transitGatewayRouteActions } from './transit-gateway-route';
import { transitGatewayRouteTableActions } from './transit-gateway-route-table';
import { transitGatewayVpcAttachmentActions } from './transit-gateway-vpc-attachment';
import { vpcActions } from './vpc';
import { vpcCidrBlockActions } from './vpc-cidr-block';
import { vpcEndpointActions } from './vpc-endpoint';
import { vpcPeeringConnectionActions } from './vpc-peering-connection';
import { vpnConnectionActions } from './vpn-connection';
import { vpnGatewayActions } from './vpn-gateway';

const HANDLERS: Handlers<Action> = {
  ...addressActions,
  ...blockPublicAccessActions,
  ...customerGatewayActions,
  ...egressOnlyInternetGatewayActions,
  ...flowLogActions,
  ...instanceActions,
  ...internetGatewayActions,
  ...natGatewayActions,
  ...natGatewayAddressActions,
  ...networkAclActions,
  ...networkInterfaceActions,
  ...networkInterfaceAttachmentActions,
  ...prefixListActions,
  ...privateAddressActions,
  ...routeActions,
  ...routePropagationActions,
  ...routeTableActions,
  ...securityGroupActions,
  ...securityGroupRuleActions,
  ...subnetActions,
  ...transitGatewayActions,
  ...transitGatewayPeeringAttachmentActions,
  ...transitGatewayPrefixListReferenceActions,
  ...transitGatewayRouteActions,
  ...transitGatewayRouteTableActions,
  ...transitGatewayVpcAttachmentActions,
  ...vpcActions,
  ...vpcCidrBlockActions,
  ...vpcEndpointActions,
  ...vpcPeeringConnectionActions,
  ...vpnConnectionActions,
  ...vpnGatewayActions,
};

/** Every API call that can be replayed. */
export const ACTION_NAMES = Object.keys(HANDLERS) as readonly Action['Action'][];

/** `action` must hold no `{ Ref }`; lists that do go through `applyAll`. */
export function apply(
  snapshot: Snapshot,
  action: Action,
  ids: IdSource = countedIds(snapshot),
  now?: string,
): Outcome {
  const handler = HANDLERS[action.Action] as Handler<Action>;
  const before = withOwnInterfaces(snapshot);
  const outcome = handler(before, action as Parameters<typeof handler>[1], ids, now);
  return 'error' in outcome ? outcome : { ...outcome, snapshot: withoutLogsOfGone(before, outcome.snapshot) };
}

export type AllApplied =
  | { readonly snapshot: Snapshot }
  | { readonly error: ApiError & { readonly index: number } };

/** What calls upon one document remember of those before them. */
export interface Memory {
  readonly ids: IdSource;
  /** What was made, by the name under which it was put down. */
  readonly made: Map<string, string>;
}

export function newMemory(snapshot: Snapshot): Memory {
  return { ids: countedIds(snapshot), made: new Map() };
}

/**
 * All calls in order, or the first error with its index; a later call may name what an earlier one made.
 * `now`: the time of the calls, ISO 8601, for rows that tell since when they exist.
 * `memory`: of the lists before this one; it takes in what this one makes.
 */
export function applyAll(
  snapshot: Snapshot,
  actions: readonly Action[],
  now?: string,
  { ids, made }: Memory = newMemory(snapshot),
): AllApplied {
  let current = snapshot;
  for (const [index, action] of actions.entries()) {
    const resolved = resolve(action, made);
    const outcome =
      'unknown' in resolved
        ? refuse('InvalidParameterValue', `\`${resolved.unknown}\` is what no earlier action made`)
        : apply(current, resolved.value as Action, ids, now);
    if ('error' in outcome) return { error: { ...outcome.error, index } };
    current = outcome.snapshot;
    if (action.As !== undefined && outcome.id !== undefined) made.set(action.As, outcome.id);
  }
  return { snapshot: current };
}

/** Puts ids in the place of references, also inside lists and structures. */
function resolve(
  value: unknown,
  made: ReadonlyMap<string, string>,
): { readonly value: unknown } | { readonly unknown: string } {
  if (typeof value !== 'object' || value === null) return { value };
  if ('Ref' in value) {
    const id = made.get(String(value.Ref));
    return id === undefined ? { unknown: String(value.Ref) } : { value: id };
  }
  const parts: [string, unknown][] = [];
  for (const [key, part] of Object.entries(value)) {
    const resolved = resolve(part, made);
    if ('unknown' in resolved) return resolved;
    parts.push([key, resolved.value]);
  }
  return { value: Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts) };
}
