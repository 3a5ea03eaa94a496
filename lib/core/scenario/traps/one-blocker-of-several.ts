/** Behind what stops a packet something else may stand that has not been met yet. */
import { TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { PairTrap } from '../trap';

export const oneBlockerOfSeveral: PairTrap = {
  id: 'one-blocker-of-several',
  asks: 'choose-two',
  tasks: [TROUBLESHOOTING, VPC_FAULTS],
  beliefs: ['the-named-blocker-is-the-only-one'],
  bites: [
    'sg-in-missing',
    'nacl-in-missing',
    'nacl-out-reply',
    'pcx-route-missing',
    'pcx-return-route',
    'tgw-subnet-route-missing',
  ],
  contrasts: ['host-firewall'],
};
