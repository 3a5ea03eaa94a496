/** Records are lost before they are written, or after, and each tells of itself elsewhere. */
import { MONITORING, NETWORK_LOGS } from '../exam-task';
import type { MissingRecordTrap } from '../trap';

export const skipdataOrThrottling: MissingRecordTrap = {
  id: 'skipdata-or-throttling',
  asks: 'missing-record',
  tasks: [NETWORK_LOGS, MONITORING],
  beliefs: ['gaps-are-throttling', 'gaps-are-skipdata'],
  reasons: ['lost', 'rate-limited', 'never-came', 'not-delivered'],
};
