/** A network ACL judges only what crosses the border of its subnet. */
import { INFRASTRUCTURE_SECURITY, VPC_FAULTS } from '../exam-task';
import type { RepairTrap } from '../trap';

export const aclOnlyAtTheEdge: RepairTrap = {
  id: 'acl-only-at-the-edge',
  asks: 'which-repair',
  tasks: [VPC_FAULTS, INFRASTRUCTURE_SECURITY],
  beliefs: ['acl-acts-inside-the-subnet', 'every-failure-is-the-list'],
  bites: ['sg-self-ref', 'sg-in-missing', 'host-firewall'],
  contrasts: ['nacl-in-missing', 'nacl-order', 'nacl-custom-deny-all', 'pcx-route-missing'],
};
