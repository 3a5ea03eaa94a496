/** Faults behind the interface, where no AWS filter looks. */
import { admitOnHost } from '../admit';
import { SSH_PORT } from '../design';
import { editHost } from '../edit';
import type { Fault } from '../ssh-fault';

/** F094: nothing listens on an address that others can reach. */
export const listenLocalhost: Fault = {
  id: 'listen-localhost',
  layer: 'host',
  applies: () => true,
  inject({ world, parts }, random) {
    const listeners = random.chance() ? [{ Protocol: 'tcp', Port: SSH_PORT, Bind: '127.0.0.1' }] : [];
    return editHost(world, parts.targetName, (host) => ({ ...host, Listeners: listeners }));
  },
  repair: (_world, { parts }) => admitOnHost(parts),
};

/** F093: the host's own firewall drops. */
export const hostFirewall: Fault = {
  id: 'host-firewall',
  layer: 'host',
  applies: () => true,
  inject({ world, parts }) {
    return editHost(world, parts.targetName, (host) => ({
      ...host,
      Firewall: [{ Direction: 'in', Protocol: 'tcp', Port: SSH_PORT, Do: 'drop' }],
    }));
  },
  repair: (_world, { parts }) => admitOnHost(parts),
};
