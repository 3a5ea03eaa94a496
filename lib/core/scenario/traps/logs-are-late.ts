/** A window has to end and to be delivered before anything can be missing. */
import { MONITORING, NETWORK_LOGS } from '../exam-task';
import type { MissingRecordTrap } from '../trap';

export const logsAreLate: MissingRecordTrap = {
  id: 'logs-are-late',
  asks: 'missing-record',
  tasks: [NETWORK_LOGS, MONITORING],
  beliefs: ['logs-are-live'],
  reasons: ['not-delivered', 'never-came', 'created-later', 'access-error'],
};
