/** A rule that names a group means the private addresses of its members. */
import { INFRASTRUCTURE_SECURITY, VPC_FAULTS } from '../exam-task';
import type { RepairTrap } from '../trap';

export const referenceMatchesPrivateOnly: RepairTrap = {
  id: 'reference-matches-private-only',
  asks: 'which-repair',
  tasks: [VPC_FAULTS, INFRASTRUCTURE_SECURITY],
  beliefs: ['references-match-public-addresses', 'references-reach-everywhere'],
  bites: ['sg-ref-public-ip', 'sg-ref-tgw', 'sg-ref-cross-region'],
  contrasts: [
    'nacl-in-missing',
    'nacl-order',
    'pcx-route-missing',
    'tgw-subnet-route-missing',
    'host-firewall',
  ],
};
