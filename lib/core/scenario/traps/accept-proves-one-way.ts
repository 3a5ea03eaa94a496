/** The request came in: nothing is said of the answer. */
import { NETWORK_LOGS, TROUBLESHOOTING } from '../exam-task';
import type { RepairTrap } from '../trap';

export const acceptProvesOneWay: RepairTrap = {
  id: 'accept-proves-one-way',
  asks: 'which-repair',
  tasks: [NETWORK_LOGS, TROUBLESHOOTING],
  beliefs: ['accept-means-the-host', 'answers-need-no-route'],
  bites: ['pcx-return-route', 'tgw-return-route', 'igw-route-missing', 'nacl-out-reply', 'nacl-in-reply'],
  contrasts: ['host-firewall', 'sg-in-missing', 'sg-wrong-source'],
  also: [
    {
      asks: 'which-evidence-next',
      faults: ['pcx-return-route', 'tgw-return-route', 'nacl-in-reply', 'sg-wrong-source'],
    },
  ],
};
