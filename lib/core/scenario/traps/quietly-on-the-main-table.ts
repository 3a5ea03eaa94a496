/** Which table a subnet follows is a question of its association, not of names. */
import { TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { RepairTrap } from '../trap';

export const quietlyOnTheMainTable: RepairTrap = {
  id: 'quietly-on-the-main-table',
  asks: 'which-repair',
  tasks: [VPC_FAULTS, TROUBLESHOOTING],
  beliefs: ['the-table-beside-is-the-subnets'],
  bites: ['eip-private-subnet', 'nat-in-private-subnet', 'lambda-public-subnet'],
  contrasts: ['sg-in-missing', 'sg-egress-missing', 'nacl-in-missing', 'nacl-out-request'],
};
