/** A refusal is an answer: the network carried it. */
import { NETWORK_LOGS, VPC_FAULTS } from '../exam-task';
import type { RepairTrap } from '../trap';

export const refusedOrTimedOut: RepairTrap = {
  id: 'refused-or-timed-out',
  asks: 'which-repair',
  tasks: [VPC_FAULTS, NETWORK_LOGS],
  beliefs: ['every-failure-is-a-block', 'every-failure-is-the-list', 'time-outs-are-the-host'],
  bites: ['listen-localhost', 'service-stopped'],
  contrasts: ['sg-in-missing', 'nacl-in-missing', 'nacl-out-reply', 'pcx-route-missing', 'igw-missing'],
};
