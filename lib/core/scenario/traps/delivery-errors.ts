/** A flow log may be active and deliver nothing. */
import { MONITORING, NETWORK_LOGS } from '../exam-task';
import type { MissingRecordTrap } from '../trap';

export const deliveryErrors: MissingRecordTrap = {
  id: 'delivery-errors',
  asks: 'missing-record',
  tasks: [NETWORK_LOGS, MONITORING],
  beliefs: ['incomplete-means-not-captured', 'gaps-are-skipdata'],
  reasons: ['access-error', 'rate-limited', 'never-logged', 'scope'],
};
