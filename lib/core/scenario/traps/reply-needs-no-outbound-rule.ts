/** Answers pass a security group whatever its outbound rules say. */
import { TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { RepairTrap } from '../trap';

export const replyNeedsNoOutboundRule: RepairTrap = {
  id: 'reply-needs-no-outbound-rule',
  asks: 'which-repair',
  tasks: [VPC_FAULTS, TROUBLESHOOTING],
  beliefs: ['security-groups-are-stateless', 'unanswered-means-the-group'],
  bites: [
    'nacl-out-reply',
    'nacl-in-reply',
    'pcx-return-route',
    'tgw-return-route',
    'igw-route-missing',
    'host-firewall',
  ],
  contrasts: ['sg-egress-missing', 'sg-in-missing'],
};
