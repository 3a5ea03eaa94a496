/** No record at all: neither filter has seen the packet. */
import { NETWORK_LOGS, TROUBLESHOOTING } from '../exam-task';
import type { RepairTrap } from '../trap';

export const silenceIsNotDenial: RepairTrap = {
  id: 'silence-is-not-denial',
  asks: 'which-repair',
  tasks: [NETWORK_LOGS, TROUBLESHOOTING],
  beliefs: ['silence-is-denial-by-the-group', 'silence-is-denial-by-the-list'],
  bites: [
    'pcx-route-missing',
    'pcx-not-accepted',
    'more-specific-route',
    'tgw-subnet-route-missing',
    'tgw-az',
    'igw-missing',
    'no-public-ip',
    'eip-released',
  ],
  contrasts: [
    'sg-in-missing',
    'sg-wrong-source',
    'sg-wrong-attached',
    'nacl-in-missing',
    'nacl-order',
    'nacl-cidr-not-covered',
    'host-firewall',
  ],
  also: [
    {
      asks: 'which-evidence-next',
      faults: [
        'pcx-not-accepted',
        'more-specific-route',
        'tgw-subnet-route-missing',
        'igw-missing',
        'no-public-ip',
      ],
    },
  ],
};
