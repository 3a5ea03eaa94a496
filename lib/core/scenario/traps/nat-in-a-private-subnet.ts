/** The NAT gateway's own subnet has to lead to the internet gateway. */
import { TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { RepairTrap } from '../trap';

export const natInAPrivateSubnet: RepairTrap = {
  id: 'nat-in-a-private-subnet',
  asks: 'which-repair',
  tasks: [VPC_FAULTS, TROUBLESHOOTING],
  beliefs: ['a-route-is-all-it-takes', 'nat-works-in-any-subnet'],
  bites: ['nat-in-private-subnet'],
  contrasts: [
    'nat-route-missing',
    'nat-private-type',
    'private-route-to-igw',
    'sg-egress-missing',
    'sg-in-missing',
    'sg-wrong-source',
    'nacl-out-request',
    'nacl-in-reply',
  ],
  also: [
    { asks: 'two-worlds', faults: ['nat-in-private-subnet', 'nat-private-type', 'private-route-to-igw'] },
  ],
};
