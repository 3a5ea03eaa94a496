/** Faults behind the interface, where AWS does not look: listeners, host firewalls, a second interface. */
import type { Change } from '../../simulate/world';
import { NETWORK_LOGS, TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { Fault, Site } from '../fault';
import { ends, type IntentPath } from '../intent-path';
import { randomFrom } from '../random';
import { byCalls } from './by-calls';

const TASKS = [VPC_FAULTS, NETWORK_LOGS, TROUBLESHOOTING];

/** The described host that serves the intent, if there is one. */
function atServer(
  path: IntentPath,
  broken: (host: string) => readonly Change[],
  repair: (host: string) => readonly Change[],
): readonly Site[] {
  const { intent, design } = path;
  const host = design.world.Hosts?.find(({ Name }) => Name === intent.server);
  if (!host?.Listeners?.some(({ Port }) => Port === intent.port)) return [];
  return byCalls(design.world, broken(host.Name), { at: host.Name, repair: () => repair(host.Name) });
}

/** F094 */
export const listenLocalhost: Fault = {
  id: 'listen-localhost',
  layer: 'host',
  symptom: 'refused',
  tasks: TASKS,
  says: 'The service listens to its own host alone, or not at all, and whoever asks from elsewhere is refused at once.',
  sites(path) {
    const listener = { Service: 'host', Protocol: path.intent.protocol, Port: path.intent.port } as const;
    return atServer(
      path,
      (Host) => [
        // Bound to itself, or stopped: from elsewhere both look alike.
        randomFrom(Host).chance()
          ? { ...listener, Action: 'StartListener', Host, Bind: '127.0.0.1' }
          : { ...listener, Action: 'StopListener', Host },
      ],
      (Host) => [{ ...listener, Action: 'StartListener', Host }],
    );
  },
};

/** F093 */
export const hostFirewall: Fault = {
  id: 'host-firewall',
  layer: 'host',
  symptom: 'timeout',
  tasks: TASKS,
  says: "The host's own firewall drops what the security group has let in.",
  sites(path) {
    const rule = {
      Service: 'host',
      Action: 'AddFirewallRule',
      Direction: 'in',
      Protocol: path.intent.protocol,
      Port: path.intent.port,
    } as const;
    return atServer(
      path,
      (Host) => [{ ...rule, Host, Do: 'drop' }],
      (Host) => [{ ...rule, Host, Do: 'accept' }],
    );
  },
};

/** F094's sibling: nothing listens at all. */
export const serviceStopped: Fault = {
  id: 'service-stopped',
  layer: 'host',
  symptom: 'refused',
  tasks: TASKS,
  says: 'The service was stopped and nothing listens on its port, so that the host refuses at once.',
  sites(path) {
    const listener = { Service: 'host', Protocol: path.intent.protocol, Port: path.intent.port } as const;
    return atServer(
      path,
      (Host) => [{ ...listener, Action: 'StopListener', Host }],
      (Host) => [{ ...listener, Action: 'StartListener', Host }],
    );
  },
};

/** F096: the answer leaves by the other interface with an address that is not that one's, and its check drops it. */
export const multiEniRouting: Fault = {
  id: 'multi-eni-routing',
  layer: 'host',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'A host is asked at its second interface and answers by its first, which drops an address that is not its own.',
  sites(path) {
    const { server } = ends(path);
    const host = server && path.world.hosts.byInterface.get(server.id);
    const other = host?.networkInterfaceIds.find((id) => id !== server?.id);
    if (!host || other === undefined) return [];
    const leaves = { Service: 'host', Action: 'SetDefaultInterface', Host: host.name } as const;
    return byCalls(path.design.world, [{ ...leaves, NetworkInterfaceId: other }], {
      at: host.name,
      repair: () => [leaves],
    });
  },
};

const METADATA = '169.254.169.254';

/** F099 */
export const imdsBlocked: Fault = {
  id: 'imds-blocked',
  layer: 'host',
  symptom: 'not-sent',
  tasks: [NETWORK_LOGS, TROUBLESHOOTING],
  says: "The host's firewall keeps its own programs from the instance metadata, of which no log would ever tell.",
  sites({ design, intent }) {
    if (intent.to !== METADATA) return [];
    const rule = {
      Service: 'host',
      Host: intent.from,
      Direction: 'out',
      Protocol: 'tcp',
      Port: 80,
      Do: 'drop',
    } as const;
    return byCalls(design.world, [{ ...rule, Action: 'AddFirewallRule' }], {
      at: intent.from,
      repair: () => [{ ...rule, Action: 'RemoveFirewallRule' }],
    });
  },
};

export const HOST_FAULTS: readonly Fault[] = [
  listenLocalhost,
  serviceStopped,
  hostFirewall,
  multiEniRouting,
  imdsBlocked,
];
