/** The first entry that matches decides, and no later one is read. */
import { VPC_FAULTS } from '../exam-task';
import type { RepairTrap } from '../trap';

export const lowestNumberWins: RepairTrap = {
  id: 'lowest-number-wins',
  asks: 'which-repair',
  tasks: [VPC_FAULTS],
  beliefs: ['any-deny-wins', 'highest-number-wins'],
  bites: ['nacl-order'],
  contrasts: [
    'nacl-cidr-not-covered',
    'sg-in-missing',
    'sg-wrong-attached',
    'pcx-route-missing',
    'tgw-subnet-route-missing',
    'host-firewall',
  ],
};
