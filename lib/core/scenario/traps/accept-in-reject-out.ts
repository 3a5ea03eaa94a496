/** The pair of records that only a network ACL can leave. */
import { NETWORK_LOGS, TROUBLESHOOTING } from '../exam-task';
import type { RepairTrap } from '../trap';

export const acceptInRejectOut: RepairTrap = {
  id: 'accept-in-reject-out',
  asks: 'which-repair',
  tasks: [NETWORK_LOGS, TROUBLESHOOTING],
  beliefs: ['unanswered-means-the-group', 'reject-is-the-group'],
  bites: ['nacl-out-reply'],
  contrasts: ['sg-in-missing', 'sg-wrong-source', 'pcx-return-route', 'tgw-return-route', 'host-firewall'],
  also: [{ asks: 'what-record-tells' }],
};
