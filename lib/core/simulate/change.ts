/** Replays Changes on a World: API calls on its Snapshot, the rest on its Hosts and Premises. */
import type { Action } from '../ec2/actions/action';
import { applyAll, type Memory } from '../ec2/actions/apply';
import type { ApiError } from '../ec2/actions/outcome';
import { isHostEdit, withHostChange } from './host-change';
import { withBgpRoutes } from './propagation';
import type { Change, HostChange, World } from './world';

export type Changed =
  | { readonly world: World }
  /** The change that could not be made, in AWS's own words where AWS refuses it. */
  | { readonly error: ApiError & { readonly index: number } };

/**
 * All changes or none; a later Action may name what an earlier one made by `{ Ref }`.
 * `now`: when, ISO 8601; otherwise at the World's own `Now`. `memory`: of the changes before these.
 */
export function applyChanges(
  world: World,
  changes: readonly Change[],
  now = world.Now,
  memory?: Memory,
): Changed {
  let outside = world;
  for (const [index, change] of changes.entries()) {
    if (change.Service !== 'host') continue;
    const changed = applyHostChange(outside, change);
    if ('error' in changed) return { error: { ...changed.error, index } };
    outside = changed.world;
  }
  const actions = changes.filter((change): change is Action => change.Service !== 'host');
  const applied = applyAll(world.Snapshot, actions, now, memory);
  if ('error' in applied) {
    const failed = actions[applied.error.index];
    const index = failed ? changes.indexOf(failed) : applied.error.index;
    return { error: { ...applied.error, index } };
  }
  return { world: withBgpRoutes({ ...outside, Snapshot: applied.snapshot }) };
}

function applyHostChange(
  world: World,
  change: HostChange,
): { readonly world: World } | { readonly error: ApiError } {
  if (isHostEdit(change)) {
    const { Hosts = [] } = world;
    if (!Hosts.some(({ Name }) => Name === change.Host))
      return { error: { Code: 'UnknownHost', Message: `no host is named \`${change.Host}\`` } };
    const changed = Hosts.map((host) => (host.Name === change.Host ? withHostChange(host, change) : host));
    return { world: { ...world, Hosts: changed } };
  }
  const { Premises = [] } = world;
  if (!Premises.some(({ Name }) => Name === change.Host))
    return { error: { Code: 'UnknownPremises', Message: `no premises are named \`${change.Host}\`` } };
  const changed = Premises.map((premises) => {
    if (premises.Name !== change.Host) return premises;
    const others = (premises.Advertises ?? []).filter((block) => block !== change.CidrBlock);
    return {
      ...premises,
      Advertises: change.Action === 'AdvertisePrefix' ? [...others, change.CidrBlock] : others,
    };
  });
  return { world: { ...world, Premises: changed } };
}
