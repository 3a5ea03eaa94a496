/** A network ACL has to let answers through to the client's own port. */
import { NETWORK_LOGS, VPC_FAULTS } from '../exam-task';
import type { RepairTrap } from '../trap';

export const ephemeralPorts: RepairTrap = {
  id: 'ephemeral-ports',
  asks: 'which-repair',
  tasks: [VPC_FAULTS, NETWORK_LOGS],
  beliefs: ['replies-use-the-service-port', 'network-acls-are-stateful'],
  bites: ['nacl-out-reply', 'nacl-in-reply'],
  contrasts: ['sg-in-missing', 'sg-egress-missing', 'pcx-return-route', 'nat-route-missing', 'host-firewall'],
};
