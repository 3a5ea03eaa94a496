/** Replays Changes on a World: API calls on its Snapshot, the rest on its Hosts. */

import type { Action } from '../ec2/actions/action';
import { applyAll } from '../ec2/actions/apply';
import type { Change, HostChange, HostDocument, World } from './world';

export type Changed =
  | { readonly world: World }
  /** The change that could not be made, in AWS's own words where AWS refuses it. */
  | { readonly error: { readonly index: number; readonly Code: string; readonly Message: string } };

/** All changes or none; a later Action may name what an earlier one made by `{ Ref }`. */
export function applyChanges(world: World, changes: readonly Change[]): Changed {
  let hosts = world.Hosts ?? [];
  for (const [index, change] of changes.entries()) {
    if (change.Service !== 'host') continue;
    if (!hosts.some(({ Name }) => Name === change.Host)) {
      return { error: { index, Code: 'UnknownHost', Message: `no host is named \`${change.Host}\`` } };
    }
    hosts = hosts.map((host) => (host.Name === change.Host ? applyHostChange(host, change) : host));
  }
  const actions = changes.filter((change): change is Action => change.Service !== 'host');
  const applied = applyAll(world.Snapshot, actions);
  if ('error' in applied) {
    const failed = actions[applied.error.index];
    const index = failed ? changes.indexOf(failed) : applied.error.index;
    return { error: { ...applied.error, index } };
  }
  return { world: { ...world, Snapshot: applied.snapshot, Hosts: hosts } };
}

function applyHostChange(host: HostDocument, change: HostChange): HostDocument {
  switch (change.Action) {
    case 'StartListener': {
      const { Protocol, Port, Bind } = change;
      return { ...host, Listeners: [...withoutListener(host, change), { Protocol, Port, Bind }] };
    }
    case 'StopListener':
      return { ...host, Listeners: withoutListener(host, change) };
    case 'AddFirewallRule': {
      const { Direction, Protocol, Port, Do } = change;
      return { ...host, Firewall: [{ Direction, Protocol, Port, Do }, ...(host.Firewall ?? [])] };
    }
    case 'RemoveFirewallRule':
      return {
        ...host,
        Firewall: (host.Firewall ?? []).filter(
          (rule) =>
            rule.Direction !== change.Direction ||
            rule.Do !== change.Do ||
            rule.Protocol !== change.Protocol ||
            rule.Port !== change.Port,
        ),
      };
  }
}

function withoutListener(
  host: HostDocument,
  { Protocol, Port }: { readonly Protocol: string; readonly Port?: number | undefined },
) {
  return (host.Listeners ?? []).filter(
    (listener) => listener.Protocol !== Protocol || listener.Port !== Port,
  );
}
