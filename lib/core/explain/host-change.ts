/** One English sentence for an edit that no API makes: on a host, or at the premises' router. */
import type { HostChange } from '../simulate/world';
import { code, type Prose, prose } from './prose';

export function hostChangeSentence(change: HostChange): Prose {
  const host = code(change.Host);
  switch (change.Action) {
    case 'StartListener':
      return prose`Start a listener for ${whatText(change)} on every address of ${host}`;
    case 'StopListener':
      return prose`Stop the listener for ${whatText(change)} on ${host}`;
    case 'AddFirewallRule':
      return prose`Let the host firewall of ${host} ${change.Do} ${whatText(change)}`;
    case 'RemoveFirewallRule':
      return prose`Remove the rule for ${whatText(change)} from the host firewall of ${host}`;
    case 'SetForwarding':
      return forwardingSentence(change.Forwarding, host);
    case 'SetDefaultInterface':
      return change.NetworkInterfaceId === undefined
        ? prose`Let ${host} answer by the interface where the request came in`
        : prose`Let ${host} reach other subnets by ${code(change.NetworkInterfaceId)}`;
    case 'AdvertisePrefix':
      return prose`Have ${host} advertise ${code(change.CidrBlock)} over BGP`;
    case 'WithdrawPrefix':
      return prose`Have ${host} no longer advertise ${code(change.CidrBlock)}`;
  }
}

function forwardingSentence(
  forwarding: Extract<HostChange, { Action: 'SetForwarding' }>['Forwarding'],
  host: ReturnType<typeof code>,
): Prose {
  switch (forwarding) {
    case 'route':
      return prose`Let ${host} pass packets on unchanged`;
    case 'masquerade':
      return prose`Let ${host} pass packets on with its own address as the source`;
    case 'off':
      return prose`Stop ${host} from passing packets on`;
  }
}

function whatText({
  Protocol,
  Port,
}: {
  readonly Protocol?: string | undefined;
  readonly Port?: number | undefined;
}) {
  return `${Protocol ?? 'all'} ${Port ?? ''}`.trim();
}
