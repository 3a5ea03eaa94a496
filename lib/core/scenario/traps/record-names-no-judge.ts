/** REJECT is the word of two judges, and the record does not say which spoke. */
import { DETECTION, NETWORK_LOGS } from '../exam-task';
import type { RepairTrap } from '../trap';

export const recordNamesNoJudge: RepairTrap = {
  id: 'record-names-no-judge',
  asks: 'which-repair',
  tasks: [NETWORK_LOGS, DETECTION],
  beliefs: ['reject-is-the-list', 'reject-is-the-group'],
  bites: [
    'sg-in-missing',
    'sg-wrong-source',
    'sg-wrong-attached',
    'sg-self-ref',
    'nacl-in-missing',
    'nacl-order',
    'nacl-cidr-not-covered',
  ],
  contrasts: ['pcx-route-missing', 'more-specific-route', 'host-firewall'],
};
