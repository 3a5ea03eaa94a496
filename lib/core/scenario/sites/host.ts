/** Faults behind the interface, where AWS does not look: listeners, host firewalls, routers of one's own. */
import type { Change, HostDocument, World } from '../../simulate/world';
import { edit, editHost } from '../edit';
import { ends, type IntentPath, met } from '../intent-path';
import type { PathFault, Site } from './site';

/** The described host that serves the intent, if there is one. */
function atServer(
  path: IntentPath,
  inject: (host: HostDocument) => HostDocument,
  repair: (name: string) => readonly Change[],
): readonly Site[] {
  const host = path.design.world.Hosts?.find(({ Name }) => Name === path.intent.server);
  if (!host?.Listeners?.some(({ Port }) => Port === path.intent.port)) return [];
  return [
    {
      at: host.Name,
      inject: () => editHost(path.design.world, host.Name, inject),
      repair: () => repair(host.Name),
    },
  ];
}

/** F094: the service listens to its own host alone, or not at all. */
export const listenLocalhost: PathFault = {
  id: 'listen-localhost',
  layer: 'host',
  sites: (path) =>
    atServer(
      path,
      (host) => ({
        ...host,
        Listeners: (host.Listeners ?? []).map((listener) =>
          listener.Port === path.intent.port ? { ...listener, Bind: '127.0.0.1' } : listener,
        ),
      }),
      (Host) => [
        {
          Service: 'host',
          Action: 'StartListener',
          Host,
          Protocol: 'tcp',
          Port: path.intent.port,
        },
      ],
    ),
};

/** F093: the host's own firewall drops what its security group let in. */
export const hostFirewall: PathFault = {
  id: 'host-firewall',
  layer: 'host',
  sites: (path) =>
    atServer(
      path,
      (host) => ({
        ...host,
        Firewall: [
          { Direction: 'in', Protocol: 'tcp', Port: path.intent.port, Do: 'drop' },
          ...(host.Firewall ?? []),
        ],
      }),
      (Host) => [
        {
          Service: 'host',
          Action: 'AddFirewallRule',
          Host,
          Direction: 'in',
          Protocol: 'tcp',
          Port: path.intent.port,
          Do: 'accept',
        },
      ],
    ),
};

/** F095: an instance that passes packets on still has its source/destination check on. */
export const srcdstCheckAppliance: PathFault = {
  id: 'srcdst-check-appliance',
  layer: 'host',
  sites(path) {
    const { client, server } = ends(path);
    const passed = met(path, 'forward', 'network-interface')
      .map(({ component }) => path.world.network.networkInterfaces.get(component))
      .find((one) => one && one !== client && one !== server && one.instance && !one.sourceDestCheck);
    if (!passed) return [];
    const withCheck = (): World =>
      edit(path.design.world, 'NetworkInterfaces', (row) =>
        row.NetworkInterfaceId === passed.id ? { ...row, SourceDestCheck: true } : row,
      );
    return [
      {
        at: passed.id,
        inject: withCheck,
        repair: () => [
          {
            Service: 'ec2',
            Action: 'ModifyNetworkInterfaceAttribute',
            NetworkInterfaceId: passed.id,
            SourceDestCheck: { Value: false },
          },
        ],
      },
    ];
  },
};

export const HOST_FAULTS: readonly PathFault[] = [listenLocalhost, hostFirewall, srcdstCheckAppliance];
