/** What may change on a host that no API reaches: listeners, its firewall, what it does with packets for others. */
import type { HostChange, HostDocument, ListenerDocument } from './world';

export type HostEdit = Exclude<HostChange, { Action: 'AdvertisePrefix' | 'WithdrawPrefix' }>;

/** The other changes are those of the premises' router. */
export function isHostEdit(change: HostChange): change is HostEdit {
  return change.Action !== 'AdvertisePrefix' && change.Action !== 'WithdrawPrefix';
}

export function withHostChange(host: HostDocument, change: HostEdit): HostDocument {
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
    case 'SetForwarding':
      return { ...host, Forwarding: change.Forwarding };
    case 'SetDefaultInterface':
      return { ...host, DefaultInterfaceId: change.NetworkInterfaceId };
  }
}

function withoutListener(
  host: HostDocument,
  { Protocol, Port }: Pick<ListenerDocument, 'Protocol' | 'Port'>,
): readonly ListenerDocument[] {
  return (host.Listeners ?? []).filter(
    (listener) => listener.Protocol !== Protocol || listener.Port !== Port,
  );
}
